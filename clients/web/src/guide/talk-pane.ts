/** The panel in which one talks with a guide of the hall, beside the park that goes on being seen. */

import { el } from '../ui/dom';
import { isField } from './keys';
import { Portrait } from './portrait';
import { sign } from './signs';
import type { TalkView } from './talk-view';
import { say } from './words';

export interface TalkPaneHost {
  name(): string;
  /** Esc in the panel: stop what is being said, else close. */
  escape(): void;
  /** A key for holding the microphone open. */
  hold(on: boolean): void;
  closed(): void;
}

export class TalkPane {
  readonly root = el('aside', { class: 'talk-pane glass', attrs: { role: 'region', tabindex: '-1' } });
  private readonly title = el('h2');
  private readonly close = el('button', { class: 'round', attrs: { type: 'button' }, onclick: () => this.hide() }, sign('close'));
  readonly portrait = new Portrait();
  private opener: Element | null = null;

  constructor(private readonly hud: HTMLElement, view: TalkView, private readonly host: TalkPaneHost) {
    this.root.append(el('header', { class: 'talk-head' }, el('span', { class: 'talk-face' }, this.portrait.root), this.title, this.close), view.root);
    this.root.addEventListener('keydown', (event) => {
      // Keys pressed in a panel do not walk the visitor about.
      event.stopPropagation();
      if (event.key === 'Escape') return host.escape();
      if (event.code === 'KeyV' && !event.repeat && !isField(event.target)) host.hold(true);
    });
    this.root.addEventListener('keyup', (event) => event.code === 'KeyV' && !isField(event.target) && host.hold(false));
  }

  get open(): boolean {
    return this.root.isConnected;
  }

  translate(): void {
    this.title.textContent = say('title', { name: this.host.name() });
    this.root.setAttribute('aria-label', this.title.textContent);
    this.close.title = say('close');
    this.close.setAttribute('aria-label', say('close'));
  }

  show(): void {
    if (!this.open) {
      this.opener = document.activeElement;
      this.hud.append(this.root);
      this.hud.classList.add('with-talk');
    }
    this.translate();
  }

  hide(): void {
    if (!this.open) return;
    const held = this.root.contains(document.activeElement);
    this.root.remove();
    this.hud.classList.remove('with-talk');
    if (held && this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus({ preventScroll: true });
    this.host.closed();
  }
}
