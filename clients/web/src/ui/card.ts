/** The card of an exhibit: what it is, and what one can do with it while everybody watches. */

import { t, words } from '../i18n';
import type { ExhibitAction, Part } from '../stage-api';
import type { Card, Playback, SceneNode } from '../world/scene';
import type { World } from '../world/world';
import { el, icon, iconButton } from './dom';

export interface CardActions {
  act(node: string, action: ExhibitAction): void;
  parts(node: string): Part[];
  highlight(node: string, part: number | null): void;
  walkTo(node: string): void;
  close(): void;
}

const SEND_MS = 90;
const MOST_PARTS = 24;
const PARTS_MS = 700;

export class ExhibitCard {
  readonly root: HTMLElement;
  private readonly undo: (() => void)[] = [];
  private dragging = false;

  constructor(
    private readonly world: World,
    readonly node: string,
    private readonly actions: CardActions,
  ) {
    this.root = el('aside', { class: 'card glass', attrs: { role: 'region' } });
    this.render();
    this.undo.push(world.on('nodes', (changes) => {
      const mine = changes.filter(({ id }) => id === node);
      if (mine.some(({ kind }) => kind === 'removed')) return actions.close();
      if (mine.some(({ property }) => !isInteraction(property))) this.render();
      else if (mine.length) this.follow();
    }));
  }

  /** Draw everything anew: the language or the exhibit's own words changed. */
  render(): void {
    const { card, model, name } = this.world.nodes.get(this.node) ?? {};
    if (!name) return;
    const title = words(card?.title ?? name);
    this.root.setAttribute('aria-label', title);
    const maker = words(card?.maker);
    const head = el('div', { class: 'card-head' },
      el('div', {}, el('h2', { text: title }), maker ? el('p', { class: 'maker', text: maker }) : null, this.goButton()),
      iconButton('close', 'card.close', this.actions.close));
    const body = el('div', { class: 'card-body' },
      ...this.controls(model), text(card), facts(card), this.partList(model), contact(card), fine(card));
    this.root.replaceChildren(head, body);
    this.follow();
  }

  dispose(): void {
    for (const fn of this.undo) fn();
    this.root.remove();
  }

  private goButton(): HTMLElement {
    const onclick = (): void => this.actions.walkTo(this.node);
    return el('button', { class: 'secondary card-go', onclick, attrs: { type: 'button' } },
      icon('walk'), el('span', { text: t('card.go') }));
  }

  private controls(model: SceneNode['model']): HTMLElement[] {
    const rows: HTMLElement[] = [];
    if (model && model.parts > 1) rows.push(this.explodeControl());
    if (model?.clips.length) rows.push(this.clipControl(model.clips));
    if (model?.variants.length) rows.push(this.variantControl(model.variants));
    const note = el('p', { class: 'shared-note' }, icon('people'), el('span', { text: t('card.shared') }));
    return rows.length ? [...rows, note] : [];
  }

  private explodeControl(): HTMLElement {
    const slider = el('input', {
      class: 'explode', attrs: { type: 'range', min: '0', max: '100', step: '1', 'aria-label': t('card.explode') },
    });
    const send = throttle((value: number) => this.actions.act(this.node, { do: 'explode', value }), SEND_MS);
    slider.addEventListener('input', () => {
      this.dragging = true;
      this.showExplode(Number(slider.value) / 100);
      send(Number(slider.value) / 100);
    });
    slider.addEventListener('change', () => (this.dragging = false));
    const toggle = el('button', {
      class: 'secondary explode-all', attrs: { type: 'button' },
      onclick: () => this.actions.act(this.node, { do: 'explode', value: this.explode() > 0.5 ? 0 : 1 }),
    });
    return el('div', { class: 'control' },
      el('h3', {}, el('span', { text: t('card.explode') }), el('output', { class: 'explode-value' })),
      el('div', { class: 'control-row' }, slider, toggle));
  }

  private clipControl(clips: string[]): HTMLElement {
    const chips = clips.map((clip) => el('button', {
      class: 'chip clip', attrs: { type: 'button', 'data-clip': clip, 'aria-pressed': 'false' },
      onclick: () => {
        const playing = this.playback();
        const on = !(playing?.clip === clip && playing.playing);
        this.actions.act(this.node, { do: 'animation', clip, playing: on });
      },
    }));
    return el('div', { class: 'control' }, el('h3', { text: t('card.animation') }), el('div', { class: 'chips' }, ...chips));
  }

  private variantControl(variants: string[]): HTMLElement {
    const chip = (value: string | null): HTMLElement => el('button', {
      class: 'chip variant', text: value ?? t('card.variant.default'),
      attrs: { type: 'button', 'data-variant': value ?? '', 'aria-pressed': 'false' },
      onclick: () => this.actions.act(this.node, { do: 'variant', value }),
    });
    return el('div', { class: 'control' }, el('h3', { text: t('card.variants') }),
      el('div', { class: 'chips' }, chip(null), ...variants.map(chip)));
  }

  private partList(model: SceneNode['model']): HTMLElement | null {
    if (!model || model.parts < 2) return null;
    const parts = this.actions.parts(this.node);
    const list = el('ul', { class: 'parts' });
    for (const [name, indices] of grouped(parts)) {
      if (list.children.length >= MOST_PARTS) break;
      const label = indices.length > 1 ? `${name} × ${indices.length}` : name;
      const button = el('button', { text: label, attrs: { type: 'button', 'aria-pressed': 'false', title: label } });
      const [first] = indices;
      button.addEventListener('click', () => this.pickPart(list, button, first!));
      list.append(el('li', {}, button));
    }
    const title = el('h3', {}, el('span', { text: t('card.parts') }), el('span', { text: t('card.parts.count', { n: model.parts }) }));
    if (parts.length) return el('div', { class: 'control' }, title, list);
    this.awaitParts();
    return el('div', { class: 'control' }, title, el('p', { class: 'fine', text: t('card.loading') }));
  }

  /** The names of parts come with the model: look again until they are there. */
  private awaitParts(): void {
    const timer = setInterval(() => {
      const there = this.actions.parts(this.node).length > 0;
      if (there || !this.root.isConnected) clearInterval(timer);
      if (there && this.root.isConnected) this.render();
    }, PARTS_MS);
  }

  private pickPart(list: HTMLElement, button: HTMLElement, part: number): void {
    const on = button.getAttribute('aria-pressed') !== 'true';
    for (const other of list.querySelectorAll('button')) other.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-pressed', String(on));
    this.actions.highlight(this.node, on ? part : null);
  }

  /** Show what the world says now: others may be using the same exhibit. */
  private follow(): void {
    if (!this.dragging) this.showExplode(this.explode());
    const playback = this.playback();
    for (const chip of this.root.querySelectorAll<HTMLElement>('.chip.clip')) {
      const { clip } = chip.dataset;
      const on = playback?.clip === clip && playback?.playing === true;
      chip.setAttribute('aria-pressed', String(on));
      // One clip needs no name; its file may have named it for no reader.
      const name = this.world.nodes.get(this.node)?.model?.clips.length === 1 ? '' : ` · ${clip ?? ''}`;
      chip.replaceChildren(icon(on ? 'pause' : 'play'), t(on ? 'card.pause' : 'card.play') + name);
    }
    const variant = (this.world.value(this.node, 'variant') as string | null) ?? '';
    for (const chip of this.root.querySelectorAll<HTMLElement>('.chip.variant')) {
      chip.setAttribute('aria-pressed', String(chip.dataset['variant'] === variant));
    }
  }

  private showExplode(value: number): void {
    const slider = this.root.querySelector<HTMLInputElement>('.explode');
    if (!slider) return;
    slider.value = String(Math.round(value * 100));
    slider.style.setProperty('--at', String(value));
    this.root.querySelector('.explode-value')!.textContent = `${Math.round(value * 100)} %`;
    this.root.querySelector('.explode-all')!.textContent =
      t(value > 0.5 ? 'card.explode.done' : 'card.explode.all');
  }

  private explode(): number {
    return Number(this.world.value(this.node, 'explode') ?? 0);
  }

  private playback(): Playback | null {
    return (this.world.value(this.node, 'animation') as Playback | null) ?? null;
  }
}

const isInteraction = (property: string): boolean =>
  ['explode', 'variant', 'animation'].includes(property.split('/')[0]!);

/** Parts of one name together, with where they stand in the list. */
function grouped(parts: Part[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  parts.forEach((part, index) => {
    const name = words(part.name);
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  return groups;
}

function text(card: Card | undefined): HTMLElement | null {
  const said = words(card?.text);
  return said ? el('p', { class: 'card-text', text: said }) : null;
}

function facts(card: Card | undefined): HTMLElement | null {
  if (!card?.facts?.length) return null;
  return el('dl', { class: 'facts' }, ...card.facts.map(({ label, value }) =>
    el('div', {}, el('dt', { text: words(label) }), el('dd', { text: words(value) }))));
}

function contact(card: Card | undefined): HTMLElement | null {
  const said = words(card?.contact);
  return said ? el('div', { class: 'contact' }, icon('contact'), el('span', { text: said })) : null;
}

function fine(card: Card | undefined): HTMLElement | null {
  if (!card?.licence) return null;
  return el('p', { class: 'fine' }, el('b', { text: t('card.licence') }), card.licence);
}

/** At most one call in `ms`, and always the last one. */
function throttle<T>(fn: (value: T) => void, ms: number): (value: T) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: T | undefined;
  const run = (): void => {
    timer = waiting === undefined ? null : setTimeout(run, ms);
    if (waiting !== undefined) fn(waiting);
    waiting = undefined;
  };
  return (value) => {
    waiting = value;
    if (!timer) run();
  };
}
