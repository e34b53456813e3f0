/** The card of a company: what it does, whether the park vouches for it, what it shows, how to reach it. */

import { lang, words } from '../i18n';
import { el, icon } from '../ui/dom';
import type { Localised } from '../world/scene';
import type { Company } from './api';
import { drawing } from './drawings';
import { dayOf } from './formats';
import { logoOf } from './logo';
import { button, type PaneContent } from './pane';
import { say } from './words';

export interface CompanyCardOptions {
  hall(id: string): string;
  exhibits: { id: string; name: Localised }[];
  there: boolean;
  go(): void;
  contact(): void;
  visit(): void;
  share(): void;
  exhibit(id: string): void;
}

/** Only pages of the web are led to. */
export function websiteOf(text: string): URL | null {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

export function companyCard(company: Company, options: CompanyCardOptions): PaneContent {
  const { name, brief, booth, since } = company;
  const industry = words(company.industry);
  const other = lang() === 'en' ? name.zh : name.en;
  const title = words(name);
  const place = booth ? `${options.hall(booth.hall)} · ${words(booth.name)}` : say('company.nobooth');
  const lead = el('div', { class: 'company-lead' },
    other && other !== title ? el('p', { class: 'maker', text: other }) : null,
    industry ? el('p', { class: 'fine', text: industry }) : null,
    el('p', { class: 'fine place-line' }, icon('places'), el('span', { text: place })),
    since ? el('p', { class: 'fine', text: say('company.since', { date: dayOf(lang(), since) }) }) : null);
  const said = words(brief);
  const way = (kind: string): HTMLElement => button(kind, say(options.there ? 'go.here' : 'go'), options.go, icon('walk'));
  // Whoever stands there already is led on.
  const reach = (kind: string): HTMLElement => button(kind, say('contact'), options.contact, icon('contact'));
  return {
    title, sign: logoOf(company),
    body: [lead, ...(said ? [el('p', { class: 'card-text', text: said })] : []), ...proof(company), ...website(company), ...exhibits(options)],
    foot: [
      ...(options.there ? [reach('primary'), way('secondary')] : [...(booth ? [way('primary')] : []), reach('secondary')]),
      button('secondary plain', say('company.share'), options.share, drawing('link')),
    ],
  };
}

/** Whether the park vouches for it, with the way to check. */
function proof({ proof: found }: Company): HTMLElement[] {
  if (!found) return [];
  const { number, state } = found;
  return [el('a', {
    class: `proof ${state}`, attrs: { href: `/verify/${encodeURIComponent(number)}?lang=${lang()}`, target: '_blank', rel: 'noopener' },
  }, drawing('shield'), el('span', { class: 'about' },
    el('b', { text: `${say('company.proof')} · ${say(`company.proof.${state}`)}` }), el('span', { class: 'fine', text: number })),
  el('span', { class: 'fine', text: say('company.proof.check') }))];
}

/** The way out to its own page: never taken but by a click, and named before. */
function website({ website: text }: Company): HTMLElement[] {
  const url = text ? websiteOf(text) : null;
  if (!url) return [];
  return [el('a', { class: 'website', attrs: { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow', title: say('company.website.leave', { host: url.host }) } },
    drawing('out'), el('span', { class: 'about' }, el('b', { text: say('company.website') }), el('span', { class: 'fine', text: url.host })))];
}

function exhibits({ exhibits: found, exhibit }: CompanyCardOptions): HTMLElement[] {
  if (!found.length) return [];
  return [el('h3', { text: say('company.exhibits') }), el('div', { class: 'chips' },
    ...found.map(({ id, name }) => button('chip', words(name), () => exhibit(id))))];
}
