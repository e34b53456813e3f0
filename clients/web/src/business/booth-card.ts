/** The card of a booth that nobody has, and the counter where one asks for it. */

import { lang, words } from '../i18n';
import { el, icon } from '../ui/dom';
import type { BoothSpace, SceneNode } from '../world/scene';
import { type DrawingName, drawing } from './drawings';
import { plainNumber } from './formats';
import { button, type PaneContent } from './pane';
import { type BusinessKey, say } from './words';

export interface FreeBoothOptions {
  go(): void;
  contact(): void;
}

/** A fact with its unit. */
export const fact = (label: BusinessKey, value: string): HTMLElement =>
  el('div', {}, el('dt', { text: say(label) }), el('dd', { text: value }));

export function freeBoothCard({ no, width, depth, height, triangles }: BoothSpace, options: FreeBoothOptions): PaneContent {
  return {
    title: say('free.title', { no }),
    body: [
      el('p', { class: 'status-line' }, el('i', { class: 'status free' }), el('b', { text: say('free.lead') })),
      el('dl', { class: 'facts' },
        fact('free.size', `${plainNumber(width)} × ${plainNumber(depth)} m`), fact('free.height', `${plainNumber(height)} m`),
        fact('free.budget', say('free.budget.value', { n: budgetWords(triangles) }))),
      el('p', { class: 'card-text', text: say('free.text') }),
    ],
    foot: [
      el('a', { class: 'primary', attrs: { href: '/desk/apply' } }, drawing('join'), el('span', { text: say('free.register') })),
      button('secondary', say('contact'), options.contact, icon('contact')),
      button('secondary plain', say('go'), options.go, icon('walk')),
    ],
  };
}

/** Chinese counts by ten thousands. */
const budgetWords = (triangles: number): string =>
  lang() === 'en' ? triangles.toLocaleString('en-US') : plainNumber(triangles / 10_000);

export interface ServiceOptions {
  companies(): void;
  units(): void;
  visit(): void;
  contact(): void;
}

/** What a counter of the park offers. */
export function serviceCard(node: SceneNode | null, options: ServiceOptions): PaneContent {
  const row = (name: DrawingName, title: BusinessKey, text: BusinessKey, to: string | (() => void)): HTMLElement => {
    const inner = [drawing(name), el('span', { class: 'about' }, el('b', { text: say(title) }), el('span', { class: 'fine', text: say(text) }))];
    return typeof to === 'string'
      ? el('a', { class: 'service', attrs: { href: to } }, ...inner)
      : el('button', { class: 'service', attrs: { type: 'button' }, onclick: to }, ...inner);
  };
  return {
    title: (node && words(node.name)) || say('services.title'),
    body: [
      el('p', { class: 'fine', text: say('services.lead') }),
      row('join', 'services.register', 'services.register.text', '/desk/apply'),
      row('units', 'dock.units', 'services.units.text', options.units),
      row('companies', 'dock.companies', 'services.companies.text', options.companies),
      row('visit', 'dock.visit', 'services.visit.text', options.visit),
      row('link', 'contact', 'services.contact.text', options.contact),
      row('shield', 'services.verify', 'services.verify.text', '/verify'),
    ],
  };
}
