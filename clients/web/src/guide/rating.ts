/** Whether an answer helped: two thumbs, and some words when it did not. */

import { el } from '../ui/dom';
import { sign } from './signs';
import { say } from './words';

const LONGEST = 300;

export class Rating {
  readonly root = el('div', { class: 'rating' });

  constructor(private readonly rate: (value: 1 | -1, words: string) => Promise<void>) {
    const thumb = (value: 1 | -1): HTMLButtonElement => {
      const words = say(value > 0 ? 'rate.up' : 'rate.down');
      return el('button', { class: 'thumb', attrs: { type: 'button', 'aria-label': words, title: words }, onclick: () => void this.chosen(value) }, sign(value > 0 ? 'up' : 'down'));
    };
    this.root.append(thumb(1), thumb(-1));
  }

  private async chosen(value: 1 | -1): Promise<void> {
    if (!(await this.sent(value, ''))) return;
    if (value > 0) return this.thank('rate.thanks');
    const input = el('input', { class: 'why', attrs: { maxlength: String(LONGEST), placeholder: say('rate.why'), 'aria-label': say('rate.why') } });
    const form = el('form', { class: 'why-form' }, input, el('button', { class: 'chip', text: say('rate.send'), attrs: { type: 'submit' } }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.sent(value, input.value.trim()).then((done) => done && this.thank('rate.sent'));
    });
    this.root.replaceChildren(form);
    input.focus({ preventScroll: true });
  }

  private thank(key: 'rate.thanks' | 'rate.sent'): void {
    this.root.replaceChildren(el('p', { class: 'fine', text: say(key), attrs: { role: 'status' } }));
  }

  private async sent(value: 1 | -1, words: string): Promise<boolean> {
    try {
      await this.rate(value, words);
      return true;
    } catch {
      this.root.append(el('p', { class: 'fine', text: say('failed.offline'), attrs: { role: 'alert' } }));
      return false;
    }
  }
}
