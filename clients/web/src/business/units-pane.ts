/** Space to let: what there is, narrowed down by what an investor asks first, in the colours of the scene. */

import { el } from '../ui/dom';
import type { UnitStatus, UnitUse } from '../world/scene';
import type { Unit } from './api';
import { isoDayOf, plainNumber, todayThere, yuanOf } from './formats';
import { lang, words } from '../i18n';
import { button, nothing, type Pane, waiting } from './pane';
import { cssOf } from '../stage/space/unit';
import { say } from './words';

export interface Wish {
  use: UnitUse | '';
  minArea: number | null;
  /** Yuan per m² and month. */
  maxRent: number | null;
  /** `YYYY-MM-DD` or empty. */
  by: string;
  free: boolean;
}

export interface UnitsOptions {
  find(wish: Wish): Promise<Unit[]>;
  hall(id: string): string;
  open(unit: Unit): void;
  /** The pane was closed. */
  closed(): void;
  colour(on: boolean): void;
  contact(): void;
}

const USES: readonly UnitUse[] = ['office', 'workshop', 'lab', 'desk', 'warehouse', 'retail'];
const STATUSES: readonly UnitStatus[] = ['free', 'held', 'let'];
const PAUSE_MS = 260;
export const NO_WISH: Wish = { use: '', minArea: null, maxRent: null, by: '', free: false };

/** When a unit can be moved into, as one says it. */
export const fromWords = (from: string, now = Date.now()): string => (from <= todayThere(now) ? say('unit.from.now') : isoDayOf(lang(), from));

export class UnitsPane {
  private wish: Wish = { ...NO_WISH };
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private colours = true;
  private filtering = false;
  private readonly count = el('p', { class: 'fine count', attrs: { role: 'status' } });

  constructor(private readonly pane: Pane, private readonly options: UnitsOptions) {}

  get open(): boolean {
    return this.pane.open && this.count.isConnected;
  }

  show(): void {
    this.pane.show({
      title: say('units.title'), head: [this.legend(), this.uses(), this.more(), this.count], body: [waiting()],
      onclose: () => {
        if (this.timer) clearTimeout(this.timer);
        this.options.closed();
      },
    });
    this.options.colour(this.colours);
    void this.load();
  }

  /** Something changed: ask again, without a flicker. */
  renew(): void {
    if (!this.open) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), PAUSE_MS);
  }

  private legend(): HTMLElement {
    const input = el('input', { attrs: { type: 'checkbox', role: 'switch', 'aria-label': say('units.show') } });
    input.checked = this.colours;
    input.addEventListener('change', () => {
      this.colours = input.checked;
      this.options.colour(input.checked);
    });
    const keys = STATUSES.map((status) => el('span', { class: 'key' }, swatch(status), say(`status.${status}`)));
    return el('div', { class: 'legend', attrs: { role: 'group', 'aria-label': say('units.legend') } },
      ...keys, el('label', { class: 'toggle small' }, el('span', { text: say('units.show') }), input, el('i')));
  }

  private uses(): HTMLElement {
    const row = el('div', { class: 'chips scroll', attrs: { role: 'group', 'aria-label': say('units.use') } });
    for (const use of ['' as const, ...USES]) {
      const chip = button('chip', use ? say(`use.${use}`) : say('units.use.all'), () => {
        this.wish.use = use;
        for (const other of row.children) other.setAttribute('aria-pressed', String(other === chip));
        this.renew();
      });
      chip.setAttribute('aria-pressed', String(use === this.wish.use));
      row.append(chip);
    }
    return row;
  }

  private more(): HTMLElement {
    const fields = el('div', { class: 'wishes' },
      this.number('units.area', 'units.area.unit', this.wish.minArea, (value) => (this.wish.minArea = value)),
      this.number('units.rent', 'units.rent.unit', this.wish.maxRent, (value) => (this.wish.maxRent = value)),
      this.day(), this.onlyFree());
    const details = el('details', { class: 'narrow' }, el('summary', { text: say('units.filter') }), fields);
    details.open = this.filtering;
    details.addEventListener('toggle', () => (this.filtering = details.open));
    return details;
  }

  private number(label: 'units.area' | 'units.rent', unit: 'units.area.unit' | 'units.rent.unit', value: number | null, set: (value: number | null) => void): HTMLElement {
    const input = el('input', { attrs: { type: 'number', min: '0', step: 'any', inputmode: 'decimal' } });
    input.value = value === null ? '' : String(value);
    input.addEventListener('input', () => {
      const read = Number(input.value);
      set(input.value && Number.isFinite(read) && read >= 0 ? read : null);
      this.renew();
    });
    return el('label', { class: 'wish' }, el('span', { text: say(label) }), el('span', { class: 'with-unit' }, input, el('small', { text: say(unit) })));
  }

  private day(): HTMLElement {
    const input = el('input', { attrs: { type: 'date' } });
    input.value = this.wish.by;
    input.addEventListener('input', () => {
      this.wish.by = input.value;
      this.renew();
    });
    return el('label', { class: 'wish' }, el('span', { text: say('units.from') }), input);
  }

  private onlyFree(): HTMLElement {
    const input = el('input', { attrs: { type: 'checkbox', role: 'switch' } });
    input.checked = this.wish.free;
    input.addEventListener('change', () => {
      this.wish.free = input.checked;
      this.renew();
    });
    return el('label', { class: 'toggle small wish' }, el('span', { text: say('units.only') }), input, el('i'));
  }

  private async load(): Promise<void> {
    const turn = (this.turn += 1);
    try {
      const found = await this.options.find(this.wish);
      if (turn === this.turn && this.open) this.draw(found);
    } catch {
      if (turn !== this.turn || !this.open) return;
      this.count.textContent = '';
      this.pane.fill(nothing(say('units.title'), say('failed'), button('chip', say('again'), () => this.show())));
    }
  }

  private draw(found: readonly Unit[]): void {
    this.count.textContent = found.length ? say('units.count', { n: found.length, free: found.filter(({ status }) => status === 'free').length }) : '';
    if (!found.length) return this.drawNone();
    this.pane.fill(el('ul', { class: 'rows' }, ...found.map((unit) => this.row(unit))));
  }

  private drawNone(): void {
    const narrowed = JSON.stringify(this.wish) !== JSON.stringify(NO_WISH);
    const contact = button('chip', say('contact'), this.options.contact);
    if (!narrowed) return this.pane.fill(nothing(say('units.empty'), say('units.empty.text'), contact));
    const clear = button('chip', say('companies.clear'), () => {
      this.wish = { ...NO_WISH };
      this.show();
    });
    this.pane.fill(nothing(say('units.none'), say('units.none.text'), clear, contact));
  }

  private row(unit: Unit): HTMLElement {
    const { no, area, rent, status, from, hall } = unit;
    const main = el('button', { class: 'row-main', attrs: { type: 'button', 'data-unit': unit.node }, onclick: () => this.options.open(unit) },
      swatch(status), el('span', { class: 'about' },
        el('b', { text: `${no} · ${words(unit.name)}` }),
        el('span', { class: 'fine', text: `${say(`use.${unit.use}`)} · ${plainNumber(area)} m² · ${say('unit.rent.value', { yuan: yuanOf(rent) })}` }),
        el('span', { class: 'fine', text: `${this.options.hall(hall)} · ${fromWords(from)}` })),
      el('span', { class: `badge ${status}`, text: statusWords(unit) }));
    return el('li', {}, main);
  }
}

/** Whether it is to be had, and whether it is kept for oneself. */
export const statusWords = ({ status, mine }: Unit): string => say(status === 'held' && mine ? 'status.mine' : `status.${status}`);

/** A dot in the colour that the scene gives a status. */
export function swatch(status: UnitStatus): HTMLElement {
  const dot = el('i', { class: `status ${status}`, attrs: { 'aria-hidden': 'true' } });
  dot.style.background = cssOf(status);
  return dot;
}
