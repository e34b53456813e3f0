/** What an answer rests on: numbered as it is said, each to be opened and read. */

import type { Cited } from '../wire';
import { el } from '../ui/dom';
import { say } from './words';

const keyOf = ({ document, start, end }: Cited): string => `${document}#${start}-${end}`;

export class Sources {
  readonly root = el('div', { class: 'sources' });
  private readonly list = el('ul');
  private readonly items = new Map<string, { number: number; item: HTMLDetailsElement }>();

  constructor() {
    this.root.hidden = true;
    this.root.append(el('h4', { text: say('sources') }), this.list);
  }

  /** The sign of a source beside the words that rest on it; pressing it opens the source. */
  mark(cited: Cited): HTMLElement {
    const { number, item } = this.items.get(keyOf(cited)) ?? this.add(cited);
    return el('button', {
      class: 'cite', text: String(number), attrs: { type: 'button', 'aria-label': `${say('source', { n: number })}: ${cited.title}`, title: cited.title },
      onclick: () => {
        item.open = true;
        item.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
        item.querySelector('summary')?.focus({ preventScroll: true });
      },
    });
  }

  private add(cited: Cited): { number: number; item: HTMLDetailsElement } {
    const number = this.items.size + 1;
    const item = el('details', { class: 'source' },
      el('summary', {}, el('b', { text: String(number) }), el('span', { text: cited.title }), el('small', { text: say('source.version', { n: cited.version }) })),
      el('blockquote', { text: cited.quote, attrs: { 'aria-label': say('source.quote') } }));
    this.list.append(el('li', {}, item));
    this.root.hidden = false;
    const made = { number, item };
    this.items.set(keyOf(cited), made);
    return made;
  }
}
