/** The parts of an exhibit by their names: one can be lit, or looked at alone. */

import { t, words } from '../i18n';
import type { Part } from '../stage-api';
import type { Localised } from '../world/scene';
import { el } from './dom';

export interface PartActions {
  parts(): Part[];
  /** Light a part, or none. */
  highlight(part: number | null): void;
  /** Show a part alone, or all. */
  isolate(part: number | null): void;
}

const MOST_PARTS = 24;
const WAIT_MS = 700;

export class PartList {
  readonly root = el('div', { class: 'control' });
  private readonly buttons = new Map<number, HTMLElement>();
  private chosen: number | null = null;
  private alone = false;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly count: number, private readonly actions: PartActions) {
    this.render();
  }

  /** Choose the part of this name, as when it was pointed at. */
  choose(name: Localised): void {
    const found = this.actions.parts().findIndex((part) => words(part.name) === words(name));
    if (found >= 0 && found !== this.chosen) this.press(this.firstOf(found));
  }

  /** Let go of what is chosen. */
  dispose(): void {
    if (this.timer) clearInterval(this.timer);
    if (this.alone && this.chosen !== null) this.actions.isolate(null);
  }

  private render(): void {
    const parts = this.actions.parts();
    const title = el('h3', {}, el('span', { text: t('card.parts') }), el('span', { text: t('card.parts.count', { n: this.count }) }));
    if (!parts.length) {
      this.root.replaceChildren(title, el('p', { class: 'fine', text: t('card.loading') }));
      return this.wait();
    }
    const list = el('ul', { class: 'parts' });
    for (const [name, indices] of grouped(parts)) {
      if (this.buttons.size >= MOST_PARTS) break;
      list.append(el('li', {}, this.button(indices.length > 1 ? `${name} × ${indices.length}` : name, indices[0]!)));
    }
    this.root.replaceChildren(title, list, this.aloneButton());
  }

  /** The names of parts come with the model: look again until they are there. */
  private wait(): void {
    this.timer ??= setInterval(() => {
      const there = this.actions.parts().length > 0;
      if (!there && this.root.isConnected) return;
      clearInterval(this.timer!);
      this.timer = null;
      if (this.root.isConnected) this.render();
    }, WAIT_MS);
  }

  private button(label: string, part: number): HTMLElement {
    const button = el('button', {
      text: label, attrs: { type: 'button', 'aria-pressed': 'false', title: label }, onclick: () => this.press(part),
    });
    this.buttons.set(part, button);
    return button;
  }

  private aloneButton(): HTMLElement {
    const button = el('button', {
      class: 'chip alone', text: t('card.alone'), attrs: { type: 'button', 'aria-pressed': 'false' },
      onclick: () => {
        this.alone = !this.alone;
        button.setAttribute('aria-pressed', String(this.alone));
        this.apply();
      },
    });
    return button;
  }

  private press(part: number): void {
    this.chosen = this.chosen === part ? null : part;
    for (const [at, button] of this.buttons) button.setAttribute('aria-pressed', String(at === this.chosen));
    this.actions.highlight(this.chosen);
    if (this.alone) this.apply();
  }

  private apply(): void {
    this.actions.isolate(this.alone ? this.chosen : null);
  }

  /** The button of a part: that of the first of its name. */
  private firstOf(part: number): number {
    const name = words(this.actions.parts()[part]!.name);
    return grouped(this.actions.parts()).get(name)![0]!;
  }
}

/** Parts of one name together, with where they stand in the list. */
function grouped(parts: Part[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  parts.forEach((part, index) => {
    const name = words(part.name);
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  return groups;
}
