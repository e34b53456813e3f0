/** Who is here, and a word to the staff about somebody who spoils it for others. */

import { type Key, t } from '../i18n';
import type { ReportMessage } from '../wire';
import type { Person } from '../world/world';
import { el, icon } from './dom';
import { closeSheet, heading, openSheet } from './sheet';

export type Reason = ReportMessage['reason'];
export const REASONS: readonly Reason[] = ['abuse', 'spam', 'imitation', 'content', 'other'];
const MOST_WORDS = '1000';

export interface PeopleOptions {
  /** Everybody who is known by name, oneself included. */
  people: readonly Person[];
  me: number | null;
  /** How many there are in all. */
  total: number;
  report(person: Person, reason: Reason, words: string): void;
}

const nameOf = (person: Person): string => person.name || t('people.unnamed');

export function openPeople(options: PeopleOptions): void {
  const { people, me, total } = options;
  const others = people.filter(({ id }) => id !== me).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const body: HTMLElement[] = others.map((person) => row(person, options));
  if (!others.length) body.push(el('p', { text: t('people.alone') }));
  const unknown = total - 1 - others.length;
  if (unknown > 0 && others.length) body.push(el('p', { class: 'note', text: t('people.more', { n: unknown }) }));
  openSheet(t('people.title'), body, 'people-sheet');
}

function row(person: Person, options: PeopleOptions): HTMLElement {
  const dot = el('i', { class: 'swatch' });
  dot.style.setProperty('background', person.body.color);
  const report = el('button', {
    class: 'chip', attrs: { type: 'button', 'aria-label': t('people.report.who', { name: nameOf(person) }) }, text: t('people.report'),
    onclick: () => openReport(person, options),
  });
  return el(
    'div', { class: 'person' }, dot, el('span', { class: 'name', text: nameOf(person) }),
    person.account ? el('span', { class: 'proven', label: 'people.proven' }, icon('person')) : null,
    person.muted ? el('span', { class: 'note', text: t('people.muted') }) : null, report,
  );
}

function openReport(person: Person, options: PeopleOptions): void {
  let reason: Reason = 'abuse';
  const chips = REASONS.map((one) => el('button', {
    class: 'chip', attrs: { type: 'button', 'aria-pressed': String(one === reason) }, text: t(`people.reason.${one}` as Key),
    onclick: () => {
      reason = one;
      for (const [at, chip] of chips.entries()) chip.setAttribute('aria-pressed', String(REASONS[at] === reason));
    },
  }));
  const words = el('input', { placeholder: 'people.words', attrs: { maxlength: MOST_WORDS, 'aria-label': t('people.words') } });
  const send = el('button', {
    class: 'primary', attrs: { type: 'button' }, text: t('people.send'),
    onclick: () => {
      closeSheet();
      options.report(person, reason, words.value.trim());
    },
  });
  openSheet(t('people.report.who', { name: nameOf(person) }), [
    heading('people.why'), el('div', { class: 'chips' }, ...chips), el('div', { class: 'field' }, words), el('p', { class: 'note', text: t('people.told') }), send,
  ], 'people-sheet');
}
