/** The park in words and pictures, for browsers that cannot draw it: halls, exhibits, contacts. */

import { apply, lang, setLang, t, words } from '../i18n';
import { getPark, getScene, type Park } from '../net/api';
import type { Hall, HallDoc, SceneNode } from '../world/scene';
import { World } from '../world/world';
import { el } from './dom';
import { drawUp, paintPlan, PLAN_COLOURS } from './plan';

/** Replace the page by the plain one. */
export async function showPlain(hall?: string): Promise<void> {
  document.documentElement.classList.add('plain');
  const page = el('main', { class: 'plain-page' });
  document.body.append(page);
  const render = async (): Promise<void> => {
    try {
      const park = await getPark(lang());
      const chosen = park.halls.find(({ id }) => id === hall) ?? park.halls.find(({ state }) => state === 'open');
      const scene = chosen ? await getScene(chosen.id, lang()) : null;
      page.replaceChildren(...content(park, scene, (id) => {
        hall = id;
        void render();
      }, () => {
        setLang(lang() === 'en' ? 'zh-CN' : 'en');
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
  park: Park, scene: HallDoc | null, choose: (hall: string) => void, language: () => void,
): HTMLElement[] {
  const header = el('header', {},
    el('h1', { text: words(park.name) }),
    el('button', { class: 'secondary', text: lang() === 'en' ? '中文' : 'English', onclick: language }));
  const tabs = el('div', { class: 'plain-tabs' }, ...park.halls.map((hall) => el('button', {
    class: 'chip', text: words(hall.name), onclick: () => choose(hall.id),
    attrs: { type: 'button', 'aria-pressed': String(hall.id === scene?.hall.id) },
  })));
  const parts = [header, el('p', { class: 'lead', text: t('plain.text') }), el('h2', { text: t('plain.halls') }), tabs];
  if (scene) parts.push(...hallContent(scene, scene.hall.contact ?? park.contact));
  document.title = words(park.name);
  return parts;
}

function hallContent(scene: HallDoc, contact: Hall['contact']): HTMLElement[] {
  const nodes = Object.values(scene.nodes);
  const exhibits = nodes.filter(({ kind }) => kind === 'exhibit');
  const buildings = nodes.filter(({ kind, model, name }) =>
    kind === 'model' && model?.role === 'architecture' && words(name) && scene.hall.kind === 'outdoor');
  const parts: HTMLElement[] = [planCard(scene)];
  if (exhibits.length) parts.push(section('plain.exhibits', exhibits));
  else if (scene.hall.kind === 'indoor') parts.push(el('p', { text: t('plain.empty') }));
  if (buildings.length) parts.push(section('plain.buildings', buildings));
  if (contact) parts.push(el('h2', { text: t('plain.contact') }), el('p', { class: 'lead', text: words(contact) }));
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
  return el('article', { class: 'plain-card' }, swatch(model), el('div', {},
    el('h3', { text: words(card?.title ?? name) }),
    maker ? el('p', { class: 'maker', text: maker }) : null,
    said ? el('p', { text: said }) : null,
    facts.length ? el('dl', {}, ...facts) : null,
    contact ? el('p', { class: 'maker', text: contact }) : null));
}

/** A small elevation of the thing: its box in its own colour, drawn to scale. */
function swatch(model: SceneNode['model']): HTMLElement {
  const canvas = el('canvas', { attrs: { width: '560', height: '300', 'aria-hidden': 'true' } });
  const context = canvas.getContext('2d');
  if (!context || !model) return canvas;
  const ground = context.createLinearGradient(0, 0, 0, 300);
  ground.addColorStop(0, '#d5e3ea');
  ground.addColorStop(0.72, '#f0f2ec');
  ground.addColorStop(0.72, '#dfe5da');
  ground.addColorStop(1, '#d2dacd');
  context.fillStyle = ground;
  context.fillRect(0, 0, 560, 300);
  drawBox(context, model);
  return canvas;
}

function drawBox(context: CanvasRenderingContext2D, { bounds: { min, max }, color }: NonNullable<SceneNode['model']>): void {
  const [w, h, d] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  const scale = Math.min(300 / (w + d * 0.5), 190 / (h + d * 0.3));
  const [pw, ph, px, py] = [w * scale, h * scale, d * 0.5 * scale, d * 0.28 * scale];
  const [x, y] = [(560 - pw - px) / 2, 240];
  const shade = (k: number): string => {
    const channel = (v: number): number => Math.round(255 * Math.min(1, v * k) ** (1 / 2.2));
    return `rgb(${color.map(channel).join(' ')})`;
  };
  const face = (fill: string, points: [number, number][]): void => {
    context.beginPath();
    points.forEach(([a, b], i) => (i ? context.lineTo(a, b) : context.moveTo(a, b)));
    context.fillStyle = fill;
    context.fill();
  };
  face(shade(0.85), [[x, y], [x + pw, y], [x + pw, y - ph], [x, y - ph]]);
  face(shade(0.55), [[x + pw, y], [x + pw + px, y - py], [x + pw + px, y - ph - py], [x + pw, y - ph]]);
  face(shade(1.15), [[x, y - ph], [x + pw, y - ph], [x + pw + px, y - ph - py], [x + px, y - ph - py]]);
}

/** The hall from above. */
function planCard(scene: HallDoc): HTMLElement {
  const world = new World();
  world.hall = scene.hall;
  world.nodes = new Map(Object.entries(scene.nodes));
  const plan = drawUp(world)!;
  const [x, z, w, d] = plan.box;
  const width = 1000, height = Math.min(620, Math.round((width * d) / w));
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
  return el('article', { class: 'plain-card' }, canvas);
}
