/**
 * Reserving a unit: what that means first. Whoever is known here says yes; anybody else leaves a
 * contact, and proves by a code that it is theirs, as a hold keeps others away.
 */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import { closeSheet, openSheet } from '../ui/sheet';
import { type Hold, Refusal, type Source, type Unit } from './api';
import { type Filled, Form } from './form';
import { momentOf } from './formats';
import { button } from './pane';
import type { Records } from './records';
import { done, lead } from './sheets';
import { say } from './words';

export interface HoldOptions {
  records: Records;
  source: Source;
  /** Days that a hold lasts, where one knows. */
  days: number | null;
  /** Who one is may hold space. */
  may: boolean;
  /** One has become somebody by the code. */
  entered(): Promise<void>;
  others(): void;
  contact(): void;
  /** It is held now, or somebody else had it: what is shown is old. */
  changed(): void;
}

/** Begin: with a yes, or with a contact. */
export function openHold(unit: Unit, options: HoldOptions): void {
  const { days, may } = options;
  const what = lead(days === null ? say('hold.what') : say('hold.what.days', { n: days }), may ? '' : say('hold.prove'));
  openSheet(say('hold.title', { no: unit.no }), [...what, may ? yes(unit, options) : contactForm(unit, options)], 'business');
}

function yes(unit: Unit, options: HoldOptions): HTMLElement {
  const alert = el('p', { class: 'alert bad', attrs: { role: 'alert' } });
  alert.hidden = true;
  const send = button('primary', say('hold.send'), () => {
    send.disabled = true;
    void hold(unit, options).catch((error: unknown) => {
      send.disabled = alert.hidden = false;
      alert.textContent = wordsOf(error);
    });
  });
  return el('div', { class: 'business-form' }, alert, el('div', { class: 'buttons' }, button('secondary', say('cancel'), () => void closeSheet()), send));
}

function contactForm(unit: Unit, options: HoldOptions): HTMLElement {
  return new Form({
    send: 'hold.code.send', purpose: 'form.consent.hold',
    submit: async (filled) => {
      const token = await options.records.lead({ ...filled, wish: say('hold.wish', { no: unit.no }) }, options.source);
      const address = filled.email || filled.phone;
      await options.records.code(address);
      askCode(unit, options, filled, address, token);
    },
  }).root;
}

/** The code has gone out: read it off, and the unit is held. */
function askCode(unit: Unit, options: HoldOptions, filled: Filled, address: string, token: string): void {
  const input = el('input', { id: 'business-code', attrs: { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '12', autofocus: '' } });
  const alert = el('p', { class: 'alert bad', attrs: { role: 'alert' } });
  alert.hidden = true;
  const send = el('button', { class: 'primary', attrs: { type: 'submit' }, text: say('hold.send') });
  const form = el('form', { class: 'business-form', attrs: { novalidate: '' } },
    el('div', { class: 'field code' }, el('label', { text: say('hold.code'), attrs: { for: input.id } }), input), alert, send);
  const complain = (text: string): void => {
    alert.hidden = false;
    alert.textContent = text;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  };
  const submit = async (): Promise<void> => {
    if (!input.value.trim()) return complain(say('form.required'));
    send.disabled = true;
    try {
      if (!(await options.records.prove(address, input.value.trim(), filled.name, token))) return complain(say('hold.second'));
      await options.entered();
      await hold(unit, options);
    } catch (error) {
      complain(wordsOf(error));
    } finally {
      send.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  openSheet(say('hold.title', { no: unit.no }), [...lead(say('hold.code.sent', { address })), form], 'business');
}

/** Ask whether one's own hold is to end, and end it. */
export function openRelease(unit: Unit, records: Pick<Records, 'release'>, changed: () => void): void {
  const alert = el('p', { class: 'alert bad', attrs: { role: 'alert' } });
  alert.hidden = true;
  const release = button('primary danger', say('unit.release'), () => {
    release.disabled = true;
    records.release(unit.mine!).then(() => {
      changed();
      showReleased(unit);
    }, (error: unknown) => {
      release.disabled = alert.hidden = false;
      alert.textContent = wordsOf(error);
    });
  });
  openSheet(say('hold.release.sure', { no: unit.no }), [el('p', { class: 'lead', text: say('hold.release.what') }), alert,
    el('div', { class: 'buttons' }, button('secondary', say('back'), () => void closeSheet()), release)], 'business');
}

const showReleased = ({ no }: Unit): void => done(say('hold.released'), say('hold.released.text', { no }));

/** Ask for it; a conflict is said plainly, anything else is raised. */
async function hold(unit: Unit, options: HoldOptions): Promise<void> {
  let made: Hold;
  try {
    made = await options.records.hold(unit);
  } catch (error) {
    options.changed();
    if (error instanceof Refusal && (error.code === 'unit_held' || error.code === 'unit_let')) return showTaken(error, options);
    throw error;
  }
  options.changed();
  done(say('hold.done'), say('hold.done.text', { no: unit.no, time: momentOf(lang(), made.until ?? 0) }));
}

function showTaken({ code }: Refusal, { others, contact }: HoldOptions): void {
  openSheet(say(code === 'unit_let' ? 'unit.let.text' : 'hold.taken'), [
    el('p', { class: 'lead', text: say('hold.taken.text') }),
    el('div', { class: 'buttons' }, button('secondary', say('contact'), contact), button('primary', say('hold.others'), () => {
      closeSheet();
      others();
    })),
  ], 'business');
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 0) return say('offline');
  return error.status === 429 ? say('form.busy') : error.message || say('failed');
}
