/** Four buttons below the park's name, and their keys: put there once the first view stands. */

import { el } from '../ui/dom';
import { type DrawingName, drawing } from './drawings';
import { type BusinessKey, say } from './words';

export interface DockActions {
  companies(): void;
  units(): void;
  visit(): void;
}

const KEYS: Readonly<Record<string, keyof DockActions>> = { KeyC: 'companies', KeyU: 'units', KeyB: 'visit' };

export class Dock {
  readonly root = el('nav', { class: 'dock' });

  constructor(private readonly actions: DockActions) {
    this.translate();
    addEventListener('keydown', (event) => this.key(event));
  }

  translate(): void {
    const one = (name: DrawingName, words: BusinessKey, act: keyof DockActions, key: string): HTMLElement =>
      el('button', { class: 'glass', attrs: { type: 'button', 'data-act': act, title: `${say(words)} (${key})`, 'aria-keyshortcuts': key }, onclick: () => this.actions[act]() },
        drawing(name), el('span', { text: say(words) }));
    this.root.setAttribute('aria-label', say('dock'));
    this.root.replaceChildren(
      one('companies', 'dock.companies', 'companies', 'C'), one('units', 'dock.units', 'units', 'U'), one('visit', 'dock.visit', 'visit', 'B'),
      el('a', { class: 'glass', attrs: { href: '/desk/apply' } }, drawing('join'), el('span', { text: say('dock.join') })));
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target)) return;
    const act = KEYS[event.code];
    if (!act) return;
    event.preventDefault();
    this.actions[act]();
  }
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
