/** The card of an exhibit: what it is, and what one can do with it while everybody watches. */

import { t, words } from '../i18n';
import type { ExhibitAction, Part } from '../stage-api';
import type { Card, Localised, Playback, SceneNode } from '../world/scene';
import type { World } from '../world/world';
import { PartList } from './card-parts';
import { TurnControl } from './card-turn';
import { el, icon, iconButton } from './dom';
import { throttle } from './throttle';

export interface CardActions {
  act(node: string, action: ExhibitAction): void;
  parts(node: string): Part[];
  highlight(node: string, part: number | null): void;
  isolate(node: string, part: number | null): void;
  walkTo(node: string): void;
  close(): void;
}

const SEND_MS = 90;

export class ExhibitCard {
  readonly root: HTMLElement;
  private readonly undo: (() => void)[] = [];
  private dragging = false;
  private list: PartList | null = null;
  private turn: TurnControl | null = null;

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

  /** Choose the part of this name in the list. */
  choose(part: Localised): void {
    this.list?.choose(part);
  }

  dispose(): void {
    this.list?.dispose();
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
    this.turn = null;
    if (model) {
      this.turn = new TurnControl((value) => this.actions.act(this.node, { do: 'turn', value }));
      rows.push(this.turn.root);
    }
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
    this.list?.dispose();
    this.list = null;
    if (!model || model.parts < 2) return null;
    const { actions, node } = this;
    this.list = new PartList(model.parts, {
      parts: () => actions.parts(node),
      highlight: (part) => actions.highlight(node, part),
      isolate: (part) => actions.isolate(node, part),
    });
    return this.list.root;
  }

  /** Show what the world says now: others may be using the same exhibit. */
  private follow(): void {
    if (!this.dragging) this.showExplode(this.explode());
    this.turn?.show(Number(this.world.value(this.node, 'turn') ?? 0));
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
  ['explode', 'variant', 'animation', 'turn'].includes(property.split('/')[0]!);

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
