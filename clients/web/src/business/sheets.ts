/** Sheets in which something is handed in, and what came of it. */

import { el, icon } from '../ui/dom';
import { closeSheet, openSheet } from '../ui/sheet';
import type { Filled } from './form';
import { Form } from './form';
import { button } from './pane';
import { say } from './words';

/** What is written over a form: what it is about, and what happens then. */
export const lead = (...texts: string[]): HTMLElement[] => texts.filter(Boolean).map((text, at) => el('p', { class: at ? 'fine' : 'lead', text }));

/** It has been taken: words, and ways on. */
export function done(title: string, text: string, ...more: HTMLElement[]): void {
  openSheet(title, [
    el('p', { class: 'done-mark' }, icon('contact'), el('span', { text })),
    ...more, el('div', { class: 'buttons' }, button('primary', say('close'), () => void closeSheet())),
  ], 'business');
}

/** Numbers that one may need again, to be selected and kept. */
export const receipt = (label: string, text: string): HTMLElement =>
  el('p', { class: 'receipt' }, el('span', { class: 'fine', text: label }), el('code', { text }));

/** Leave a contact; `about` says what it is about. Answers a receipt. */
export function openLead(about: string, hand: (filled: Filled) => Promise<string>): void {
  const form = new Form({
    send: 'send', purpose: 'form.consent.lead',
    wish: { name: 'wants', label: 'form.wants', placeholder: 'form.wants.placeholder', longest: 1000 },
    submit: async (filled) => {
      const token = await hand(filled);
      done(say('lead.done'), say('lead.done.text'), ...(token ? [receipt(say('lead.done.own'), `${location.origin}/my/contact/${token}`)] : []));
    },
  });
  openSheet(say('lead.title'), [...lead(about ? say('lead.about', { what: about }) : '', say('lead.what')), form.root], 'business');
}
