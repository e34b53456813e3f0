/** Booking a visit: a day, a time, a contact; and one's own booking by its link. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import { closeSheet, openSheet } from '../ui/sheet';
import { type Booking, Refusal, type Slot } from './api';
import { drawing } from './drawings';
import { type Filled, Form } from './form';
import { clockOf, dayKey, shortDayOf } from './formats';
import { button, nothing, waiting } from './pane';
import { receipt } from './sheets';
import { type BusinessKey, say } from './words';

const MOST_PEOPLE = 30;

export interface VisitOptions {
  slots(): Promise<Slot[]>;
  book(slot: Slot, people: number, filled: Filled): Promise<Booking>;
  cancel(token: string): Promise<Booking>;
  contact(): void;
}

/** The times of each day, in order. */
export function byDay(slots: readonly Slot[]): Slot[][] {
  const days = new Map<string, Slot[]>();
  for (const slot of [...slots].sort((a, b) => a.starts - b.starts)) {
    const key = dayKey(slot.starts);
    days.set(key, [...(days.get(key) ?? []), slot]);
  }
  return [...days.values()];
}

export const whenOf = ({ starts, ends }: { starts: number; ends: number }): string => {
  const { day, weekday } = shortDayOf(lang(), starts);
  return say('booking.on', { day: lang() === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`, from: clockOf(lang(), starts), to: clockOf(lang(), ends) });
};

/** Which of the days is shown first: the wanted one when it has room, else the first that has. */
export function firstDay(days: readonly (readonly Slot[])[], wanted: string): number {
  const open = (day: readonly Slot[]): boolean => day.some(({ left }) => left > 0);
  const asked = days.findIndex((day) => open(day) && dayKey(day[0]!.starts) === wanted);
  return asked >= 0 ? asked : Math.max(0, days.findIndex(open));
}

/** A day and a time of it, as rows of buttons. */
class Calendar {
  readonly root = el('div', { class: 'calendar' });
  chosen: Slot | null = null;
  private day = 0;
  private readonly days: Slot[][];

  /** `wanted`: the day to begin with (YYYY-MM-DD), when something of it is free. */
  constructor(slots: readonly Slot[], wanted: string) {
    this.days = byDay(slots);
    this.day = firstDay(this.days, wanted);
    this.draw();
  }

  private draw(focus: 'day' | 'time' | null = null): void {
    const days = el('div', { class: 'days', attrs: { role: 'group', 'aria-label': say('booking.pick') } }, ...this.days.map((slots, at) => {
      const { day, weekday } = shortDayOf(lang(), slots[0]!.starts);
      const open = slots.some(({ left }) => left > 0);
      const one = el('button', {
        class: 'day', attrs: { type: 'button', 'aria-pressed': String(at === this.day) },
        onclick: () => {
          this.day = at;
          this.draw('day');
        },
      }, el('small', { text: weekday }), el('b', { text: day }), el('small', { text: open ? '' : say('booking.full') }));
      one.disabled = !open;
      return one;
    }));
    const times = el('div', { class: 'times', attrs: { role: 'group', 'aria-label': say('booking.when') } }, ...(this.days[this.day] ?? []).map((slot) => {
      const free = slot.left > 0;
      const one = el('button', {
        class: 'chip time', attrs: { type: 'button', 'aria-pressed': String(slot === this.chosen), 'data-starts': String(slot.starts) },
        onclick: () => {
          this.chosen = slot;
          this.draw('time');
        },
      }, el('b', { text: clockOf(lang(), slot.starts) }), el('small', { text: free ? say('booking.left', { n: slot.left }) : say('booking.full') }));
      one.disabled = !free;
      return one;
    }));
    this.root.replaceChildren(days, times, el('p', { class: 'fine', text: say('booking.zone') }));
    if (focus) this.root.querySelector<HTMLElement>(`.${focus === 'day' ? 'day' : 'time'}[aria-pressed="true"]`)?.focus();
  }
}

/** How many come, by buttons that a thumb can press. */
class People {
  count = 1;
  private readonly said = el('output', { text: '1' });
  readonly root = el('div', { class: 'people-count', attrs: { role: 'group', 'aria-label': say('form.people') } });

  constructor() {
    const step = (by: number, words: string): HTMLElement => el('button', { class: 'round', attrs: { type: 'button', 'aria-label': `${say('form.people')} ${words}` }, text: words, onclick: () => this.set(this.count + by) });
    this.root.append(el('span', { text: say('form.people') }), step(-1, '−'), this.said, step(1, '+'));
  }

  private set(count: number): void {
    this.count = Math.min(MOST_PEOPLE, Math.max(1, count));
    this.said.textContent = String(this.count);
  }
}

/** Choose a time and leave a contact; `day`: the day to begin with, YYYY-MM-DD. */
export async function openVisit(options: VisitOptions, day = ''): Promise<void> {
  openSheet(say('booking.title'), [waiting()], 'business');
  let slots: Slot[];
  try {
    slots = await options.slots();
  } catch {
    return void openSheet(say('booking.title'), [nothing(say('booking.title'), say('failed'), button('chip', say('again'), () => void openVisit(options, day)))], 'business');
  }
  if (!slots.some(({ left }) => left > 0)) {
    return void openSheet(say('booking.title'), [nothing(say('booking.none'), say('booking.none.text'), button('chip', say('contact'), options.contact))], 'business');
  }
  const calendar = new Calendar(slots, day);
  const people = new People();
  const form = new Form({
    send: 'booking.send', purpose: 'form.consent.visit',
    before: { element: el('div', {}, calendar.root, people.root), fault: (): BusinessKey | null => (calendar.chosen ? null : 'form.need.slot') },
    wish: { name: 'note', label: 'form.note', longest: 500 },
    submit: async (filled) => showBooked(await options.book(calendar.chosen!, people.count, filled), options),
    refused: (refusal) => taken(refusal, options),
  });
  openSheet(say('booking.title'), [el('p', { class: 'lead', text: say('booking.what') }), form.root], 'business');
}

/** Somebody else took the time meanwhile. */
function taken({ status }: Refusal, options: VisitOptions): boolean {
  if (status !== 409) return false;
  openSheet(say('booking.title'), [nothing(say('booking.taken'), '', button('chip', say('booking.pick'), () => void openVisit(options)))], 'business');
  return true;
}

function showBooked(booking: Booking, options: VisitOptions): void {
  openSheet(say('booking.done'), [
    el('p', { class: 'when', text: whenOf(booking) }), el('p', { class: 'lead', text: say('booking.done.text') }),
    receipt(say('booking.own.link'), booking.url),
    el('div', { class: 'buttons wrap' },
      calendarLink(booking), button('secondary', say('booking.show'), () => showOwn(booking, options), drawing('link')),
      button('primary', say('close'), () => void closeSheet())),
  ], 'business');
}

const calendarLink = ({ ics }: Booking): HTMLElement =>
  el('a', { class: 'secondary', attrs: { href: ics, download: 'visit.ics' } }, drawing('visit'), el('span', { text: say('booking.ics') }));

/** One's own booking, which can be cancelled. */
function showOwn(booking: Booking, options: VisitOptions): void {
  const { state } = booking;
  const live = state === 'asked' || state === 'confirmed';
  const rows = [
    el('p', { class: 'when', text: whenOf(booking) }),
    el('p', { class: `status-line booking ${state}` }, el('i', { class: `status ${live ? (state === 'confirmed' ? 'free' : 'held') : 'let'}` }), el('b', { text: say(`booking.state.${state}`) })),
  ];
  const actions = live ? [el('div', { class: 'buttons wrap' },
    calendarLink(booking), button('secondary danger', say('booking.cancel'), () => sure(booking, options)))] : [];
  openSheet(say('booking.own'), [...rows, ...actions], 'business');
}

function sure(booking: Booking, options: VisitOptions): void {
  const alert = el('p', { class: 'alert bad', attrs: { role: 'alert' } });
  alert.hidden = true;
  const cancel = button('primary danger', say('booking.cancel'), () => {
    cancel.disabled = true;
    options.cancel(booking.token).then((now) => showOwn(now, options), (error: Error) => {
      cancel.disabled = alert.hidden = false;
      alert.textContent = say('form.failed', { message: error.message || say('offline') });
    });
  });
  openSheet(say('booking.cancel.sure'), [el('p', { class: 'when', text: whenOf(booking) }), alert,
    el('div', { class: 'buttons' }, button('secondary', say('booking.keep'), () => showOwn(booking, options)), cancel)], 'business');
}
