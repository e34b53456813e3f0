/** The companies of the park, to be searched by name or business. */

import { words } from '../i18n';
import { el, icon } from '../ui/dom';
import type { Company } from './api';
import { drawing } from './drawings';
import { logoOf } from './logo';
import { button, nothing, type Pane, waiting } from './pane';
import { say } from './words';

export interface DirectoryOptions {
  find(query: string, industry: string): Promise<Company[]>;
  /** What a hall is called. */
  hall(id: string): string;
  open(company: Company): void;
  go(company: Company): void;
}

const PAUSE_MS = 220;
/** So many rows are drawn at a time. */
const BATCH = 40;

export class Directory {
  private query = '';
  private industry = '';
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Divisions that anybody has, by their names. */
  private industries: Company[] = [];
  private readonly count = el('p', { class: 'fine count', attrs: { role: 'status' } });
  private readonly chips = el('div', { class: 'chips scroll' });
  private readonly list = el('ul', { class: 'rows' });

  constructor(private readonly pane: Pane, private readonly options: DirectoryOptions) {}

  show(): void {
    this.pane.show({
      title: say('companies.title'), head: [this.search(), this.chips, this.count], body: [waiting()],
      onclose: () => this.timer && clearTimeout(this.timer),
    });
    this.drawChips();
    void this.load();
  }

  /** Something changed: ask again, without a flicker. */
  renew(): void {
    if (this.pane.open && this.count.isConnected) void this.load();
  }

  private search(): HTMLElement {
    const input = el('input', { attrs: { type: 'search', placeholder: say('companies.search'), 'aria-label': say('companies.search'), maxlength: '60', autofocus: '', enterkeyhint: 'search' } });
    input.value = this.query;
    input.addEventListener('input', () => {
      this.query = input.value;
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.load(), PAUSE_MS);
    });
    return el('label', { class: 'search' }, drawing('search'), input);
  }

  private async load(): Promise<void> {
    const turn = (this.turn += 1);
    try {
      const found = await this.options.find(this.query.trim(), this.industry);
      if (turn !== this.turn) return;
      if (!this.query && !this.industry) this.learn(found);
      this.draw(found);
    } catch {
      if (turn !== this.turn) return;
      this.count.textContent = '';
      this.pane.fill(nothing(say('companies.title'), say('failed'), button('chip', say('again'), () => this.show())));
    }
  }

  /** The industries that anybody has, to choose from. */
  private learn(all: readonly Company[]): void {
    const each = new Map(all.filter(({ division }) => division).map((company) => [company.division, company]));
    this.industries = [...each.values()].sort((a, b) => a.division.localeCompare(b.division));
    this.drawChips();
  }

  private drawChips(): void {
    const choices = [null, ...this.industries];
    this.chips.hidden = choices.length < 3;
    this.chips.setAttribute('aria-label', say('companies.industry'));
    this.chips.setAttribute('role', 'group');
    this.chips.replaceChildren(...choices.map((company) => {
      const division = company?.division ?? '';
      const chip = button('chip', company ? words(company.industry) : say('companies.industry.all'), () => {
        this.industry = division;
        this.drawChips();
        void this.load();
      });
      chip.setAttribute('aria-pressed', String(division === this.industry));
      return chip;
    }));
  }

  private draw(found: readonly Company[]): void {
    const narrowed = Boolean(this.query.trim() || this.industry);
    this.count.textContent = found.length ? say(narrowed ? 'companies.found' : 'companies.count', { n: found.length }) : '';
    if (!found.length) return this.drawNone(narrowed);
    this.list.replaceChildren();
    this.more(found, 0);
    this.pane.fill(this.list);
  }

  private more(found: readonly Company[], from: number): void {
    const next = found.slice(from, from + BATCH).map((company) => this.row(company));
    this.list.append(...next);
    const rest = found.length - from - BATCH;
    if (rest <= 0) return;
    const item = el('li', {}, button('chip', say('companies.more', { n: rest }), () => {
      item.remove();
      this.more(found, from + BATCH);
    }));
    this.list.append(item);
  }

  private drawNone(narrowed: boolean): void {
    const { clear, register } = {
      clear: button('chip', say('companies.clear'), () => {
        this.query = this.industry = '';
        this.show();
      }),
      register: el('a', { class: 'chip', text: say('dock.join'), attrs: { href: '/desk/apply' } }),
    };
    this.pane.fill(narrowed
      ? nothing(say('companies.none'), say('companies.none.text'), clear)
      : nothing(say('companies.empty'), say('companies.empty.text'), register));
  }

  private row(company: Company): HTMLElement {
    const { open, go, hall } = this.options;
    const place = company.booth ? `${hall(company.booth.hall)} · ${words(company.booth.name)}` : say('company.nobooth');
    const name = words(company.name);
    const main = el('button', { class: 'row-main', attrs: { type: 'button', 'data-company': company.id }, onclick: () => open(company) },
      logoOf(company), el('span', { class: 'about' },
        el('b', { text: name }), el('span', { class: 'fine', text: words(company.industry) }), el('span', { class: 'fine', text: place })));
    const way = button('chip go', say('go'), () => go(company), icon('walk'));
    way.setAttribute('aria-label', `${say('go')} · ${name}`);
    return el('li', {}, main, company.booth ? way : null);
  }
}
