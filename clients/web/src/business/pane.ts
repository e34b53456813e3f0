/** Panels beside the park, which goes on being seen and walked in: a list on the left, a card on the right. */

import { el, icon } from '../ui/dom';
import { drawing } from './drawings';
import { say } from './words';

export type Side = 'list' | 'detail';

export interface PaneContent {
  title: string;
  /** Under the title, before what scrolls. */
  head?: HTMLElement[];
  body: HTMLElement[];
  /** Below what scrolls: what one can do. */
  foot?: HTMLElement[];
  /** Beside the title. */
  sign?: HTMLElement | null;
  onclose?: () => void;
  /** A way back to what was shown before. */
  back?: (() => void) | undefined;
}

export class Pane {
  readonly root: HTMLElement;
  private opener: Element | null = null;
  private closing: () => void = () => undefined;

  constructor(private readonly hud: HTMLElement, private readonly side: Side) {
    this.root = el('aside', { class: `pane ${side} glass`, attrs: { role: 'region', tabindex: '-1' } });
    this.root.addEventListener('keydown', (event) => {
      // Keys pressed in a panel do not walk the visitor about.
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
    });
  }

  get open(): boolean {
    return this.root.isConnected;
  }

  /** Show something; focus comes here unless `quiet`. */
  show(content: PaneContent, quiet = false): void {
    const { title, head = [], body, foot = [], sign = null, onclose, back } = content;
    const fresh = !this.open;
    if (fresh) this.opener = document.activeElement;
    this.closing = onclose ?? (() => undefined);
    this.root.setAttribute('aria-label', title);
    const round = (name: string, picture: Element, onclick: () => void): HTMLElement =>
      el('button', { class: `round ${name}`, attrs: { type: 'button', 'aria-label': say(name as 'close' | 'back'), title: say(name as 'close' | 'back') }, onclick }, picture);
    this.root.replaceChildren(
      el('div', { class: 'pane-head' }, back ? round('back', drawing('back'), back) : null, sign,
        el('h2', { text: title }), round('close', icon('close'), () => this.close())),
      ...(head.length ? [el('div', { class: 'pane-tools' }, ...head)] : []),
      // It scrolls, so keys must reach it.
      el('div', { class: 'pane-body', attrs: { tabindex: '0' } }, ...body),
      ...(foot.length ? [el('div', { class: 'pane-foot' }, ...foot)] : []),
    );
    if (fresh) this.hud.append(this.root);
    this.hud.classList.add(`with-${this.side}`);
    if (!quiet) (this.root.querySelector<HTMLElement>('[autofocus]') ?? this.root).focus({ preventScroll: true });
  }

  /** Other words in what scrolls; the rest stays, and so does the focus. */
  fill(...body: HTMLElement[]): void {
    this.root.querySelector('.pane-body')?.replaceChildren(...body);
  }

  /** Close it; true when it was open. */
  close(): boolean {
    if (!this.open) return false;
    const held = this.root.contains(document.activeElement);
    this.root.remove();
    this.hud.classList.remove(`with-${this.side}`);
    if (held && this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus({ preventScroll: true });
    this.closing();
    return true;
  }
}

/** Some words where nothing is to be listed, with what one may do instead. */
export function nothing(title: string, text: string, ...actions: HTMLElement[]): HTMLElement {
  return el('div', { class: 'nothing' }, el('b', { text: title }), el('p', { text }), ...(actions.length ? [el('div', { class: 'chips' }, ...actions)] : []));
}

/** Rows that are on their way. */
export function waiting(): HTMLElement {
  const bones = Array.from({ length: 4 }, () => el('i', { class: 'bone' }));
  return el('div', { class: 'waiting', attrs: { role: 'status', 'aria-label': say('loading') } }, ...bones);
}

/** A button with an icon before its words. */
export function button(kind: string, text: string, onclick: () => void, picture: Element | null = null): HTMLButtonElement {
  return el('button', { class: kind, attrs: { type: 'button' }, onclick }, picture, el('span', { text }));
}
