/** The card of a unit to let: what an investor asks first, and what can be done about it. */

import { lang, words } from '../i18n';
import { el, icon } from '../ui/dom';
import type { Unit } from './api';
import { fact } from './booth-card';
import { drawing } from './drawings';
import { momentOf, monthlyYuan, plainNumber, yuanOf } from './formats';
import { button, type PaneContent } from './pane';
import { fromWords, statusWords, swatch } from './units-pane';
import { say } from './words';

export interface UnitCardOptions {
  hall(id: string): string;
  there: boolean;
  go(): void;
  reserve(): void;
  /** End one's own hold. */
  release(): void;
  contact(): void;
  visit(): void;
}

export function unitCard(unit: Unit, options: UnitCardOptions): PaneContent {
  const { use, no, name, status, hall, mine } = unit;
  return {
    title: say('unit.title', { use: say(`use.${use}`), no }),
    body: [
      el('p', { class: 'status-line' }, swatch(status), el('b', { text: statusWords(unit) }), el('span', { class: 'fine', text: `${words(name)} · ${options.hall(hall)}` })),
      ...notice(unit), facts(unit), ...terms(unit),
    ],
    foot: [
      status === 'free' ? button('primary', say('unit.reserve'), options.reserve, drawing('units')) : button('primary', say('contact'), options.contact, icon('contact')),
      button('secondary', say(options.there ? 'go.here' : 'go'), options.go, icon('walk')),
      button('secondary plain', say('visit'), options.visit, drawing('visit')),
      ...(status === 'free' ? [button('secondary plain', say('contact'), options.contact, icon('contact'))] : []),
      ...(mine ? [button('secondary plain', say('unit.release'), options.release, icon('close'))] : []),
    ],
  };
}

/** What is in the way, plainly. */
function notice({ status, held_until: until, mine }: Unit): HTMLElement[] {
  if (status === 'let') return [el('p', { class: 'notice let', text: say('unit.let.text') })];
  if (status === 'held' && until) return [el('p', { class: 'notice held', text: say(mine ? 'unit.held.mine' : 'unit.held.until', { time: momentOf(lang(), until) }) })];
  return [];
}

function facts({ area, rent, floor_load: load, power, height, from }: Unit): HTMLElement {
  return el('div', {}, el('dl', { class: 'facts' },
    fact('unit.area', `${plainNumber(area)} m²`), fact('unit.rent', say('unit.rent.value', { yuan: yuanOf(rent) })),
    ...(load ? [fact('unit.load', `${plainNumber(load)} kN/m²`)] : []), ...(power ? [fact('unit.power', `${plainNumber(power)} kW`)] : []),
    ...(height ? [fact('unit.height', `${plainNumber(height)} m`)] : []), fact('unit.from', fromWords(from)),
    fact('unit.month', say('unit.month.value', { yuan: monthlyYuan(rent, area) }))),
  el('p', { class: 'fine below', text: say('unit.estimate') }));
}

function terms({ terms: said }: Unit): HTMLElement[] {
  const text = words(said);
  return text ? [el('h3', { text: say('unit.terms') }), el('p', { class: 'card-text', text })] : [];
}
