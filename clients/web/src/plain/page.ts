/** The park in words and pictures, for browsers that cannot draw it: halls, exhibits, companies, space to let, contacts. */

import './plain.css';

import { apply, lang, otherLang, setLang, t, words } from '../i18n';
import { getPark, getScene, type Park } from '../net/api';
import type { HallDoc, SceneNode } from '../world/scene';
import { World } from '../world/world';
import { el } from '../ui/dom';
import { drawUp, paintPlan, PLAN_COLOURS } from '../ui/plan';
import { readTriangles } from './glb';
import { getOffers, type Offers, offersContent } from './offers';
import { paint } from './paint';

/** Replace the page by the plain one. */
export async function showPlain(hall?: string): Promise<void> {
  document.documentElement.classList.add('plain');
  const page = el('main', { class: 'plain-page' });
  document.body.append(page);
  const render = async (): Promise<void> => {
    try {
      const [park, offers] = await Promise.all([getPark(lang()), getOffers()]);
      const chosen = park.halls.find(({ id }) => id === hall) ?? park.halls.find(({ state }) => state === 'open');
      const scene = chosen ? await getScene(chosen.id, lang()) : null;
      page.replaceChildren(...content(park, scene, offers, (id) => {
        hall = id;
        void render();
      }, () => {
        setLang(otherLang() ?? lang());
        void render();
      }));
    } catch {
      const retry = el('button', { class: 'primary', text: t('plain.retry'), onclick: () => void render() });
      page.replaceChildren(el('p', { class: 'lead', text: t('plain.failed') }), el('p', {}, retry));
    }
    apply();
  };
  await render();
}

function content(
  park: Park, scene: HallDoc | null, offers: Offers | null, choose: (hall: string) => void, language: () => void,
): HTMLElement[] {
  const header = el('header', {},
    el('h1', { text: words(park.name) }),
    ...(otherLang() ? [el('button', { class: 'secondary', text: lang() === 'en' ? '中文' : 'English', onclick: language })] : []));
  const tabs = el('div', { class: 'plain-tabs' }, ...park.halls.map((hall) => el('button', {
    class: 'chip', text: words(hall.name), onclick: () => choose(hall.id),
    attrs: { type: 'button', 'aria-pressed': String(hall.id === scene?.hall.id) },
  })));
  const ask = el('p', {}, el('a', { class: 'primary plain-ask', text: t('plain.ask'), attrs: { href: '/guide' } }));
  const parts = [header, el('p', { class: 'lead', text: t('plain.text') }), ask, el('h2', { text: t('plain.halls') }), tabs];
  if (scene) parts.push(...hallContent(scene));
  if (offers) parts.push(...offersContent(offers, (id) => words(park.halls.find((hall) => hall.id === id)?.name) || id));
  const contact = scene?.hall.contact ?? park.contact;
  if (contact) parts.push(el('h2', { text: t('plain.contact') }), el('p', { class: 'lead', text: words(contact) }));
  document.title = words(park.name);
  return parts;
}

function hallContent(scene: HallDoc): HTMLElement[] {
  const nodes = Object.values(scene.nodes);
  const exhibits = nodes.filter(({ kind }) => kind === 'exhibit');
  const buildings = nodes.filter(({ kind, model, name }) =>
    kind === 'model' && model?.role === 'architecture' && words(name) && scene.hall.kind === 'outdoor');
  const parts: HTMLElement[] = [planCard(scene)];
  if (exhibits.length) parts.push(section('plain.exhibits', exhibits));
  else if (scene.hall.kind === 'indoor') parts.push(el('p', { text: t('plain.empty') }));
  if (buildings.length) parts.push(section('plain.buildings', buildings));
  return parts;
}

const section = (key: 'plain.exhibits' | 'plain.buildings', nodes: SceneNode[]): HTMLElement =>
  el('section', {}, el('h2', { text: t(key) }), el('div', { class: 'plain-grid' }, ...nodes.map(nodeCard)));

function nodeCard({ name, card, model }: SceneNode): HTMLElement {
  const facts = (card?.facts ?? []).flatMap(({ label, value }) =>
    [el('dt', { text: words(label) }), el('dd', { text: words(value) })]);
  const said = words(card?.text);
  const maker = words(card?.maker);
  const contact = words(card?.contact);
  return el('article', { class: 'plain-card' }, picture(model), el('div', {},
    el('h3', { text: words(card?.title ?? name) }),
    maker ? el('p', { class: 'maker', text: maker }) : null,
    said ? el('p', { text: said }) : null,
    facts.length ? el('dl', {}, ...facts) : null,
    contact ? el('p', { class: 'maker', text: contact }) : null));
}

/** A picture of the thing, drawn from its coarsest level when it comes into sight. */
function picture(model: SceneNode['model']): HTMLElement {
  const canvas = el('canvas', { attrs: { width: '560', height: '300', 'aria-hidden': 'true' } });
  const context = canvas.getContext('2d')!;
  const ground = context.createLinearGradient(0, 0, 0, 300);
  ground.addColorStop(0, '#dbe6ea');
  ground.addColorStop(0.7, '#f1f3ee');
  ground.addColorStop(1, '#dde3d8');
  context.fillStyle = ground;
  context.fillRect(0, 0, 560, 300);
  const level = model?.levels[model.levels.length - 1];
  if (level) {
    new IntersectionObserver(([entry], observer) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      draw(context, level.asset).catch(() => undefined);
    }).observe(canvas);
  }
  return canvas;
}

async function draw(context: CanvasRenderingContext2D, asset: string): Promise<void> {
  const response = await fetch(`/assets/${asset}`);
  if (response.ok) paint(context, readTriangles(await response.arrayBuffer()));
}

/** The hall from above. */
function planCard(scene: HallDoc): HTMLElement {
  const world = new World();
  world.hall = scene.hall;
  world.nodes = new Map(Object.entries(scene.nodes));
  const plan = drawUp(world)!;
  const [x, z, w, d] = plan.box;
  const width = 1000, height = Math.min(440, Math.round((width * d) / w));
  const scale = Math.min(width / w, height / d);
  const canvas = el('canvas', {
    class: 'art', attrs: { width: String(width), height: String(height), role: 'img', 'aria-label': words(scene.hall.name) },
  });
  canvas.style.height = 'auto';
  const context = canvas.getContext('2d')!;
  context.fillStyle = plan.outdoor ? PLAN_COLOURS.beyond : PLAN_COLOURS.wall;
  context.fillRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, (width - w * scale) / 2 - x * scale, (height - d * scale) / 2 - z * scale);
  paintPlan(context, plan, 1.5 / scale);
  return el('article', { class: 'plain-card plain-plan' }, canvas);
}
