/** The quiet invitation of a guide that one stands before. */

import { el } from '../ui/dom';
import { sign } from './signs';
import { say } from './words';

export class OfferChip {
  readonly root: HTMLButtonElement;
  private readonly words = el('span');
  private name = '';

  constructor(open: () => void) {
    this.root = el('button', { class: 'ask-guide glass', attrs: { type: 'button', 'aria-keyshortcuts': 'G' }, onclick: open }, sign('talk'), this.words, el('kbd', { text: 'G' }));
    this.root.hidden = true;
  }

  /** Offer a guide by name; null takes the offer away. */
  show(name: string | null): void {
    this.root.hidden = name === null;
    if (name === null || name === this.name) return;
    this.name = name;
    this.words.textContent = say('ask', { name });
    this.root.title = say('ask.key', { name });
  }

  translate(): void {
    this.name = '';
  }
}
