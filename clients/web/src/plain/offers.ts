/** Companies and space to let, in words. */

import { lang, words } from '../i18n';
import { type Company, send, type Unit } from '../business/api';
import { websiteOf } from '../business/company-card';
import { momentOf, plainNumber, yuanOf } from '../business/formats';
import { logoOf } from '../business/logo';
import { Records } from '../business/records';
import { fromWords, statusWords, swatch } from '../business/units-pane';
import { say } from '../business/words';
import { el } from '../ui/dom';

export interface Offers {
  companies: Company[];
  units: Unit[];
}

/** What the park says of them now; null when it cannot be read, as the rest of the page stands without. */
export async function getOffers(): Promise<Offers | null> {
  const records = new Records(send, () => Promise.resolve(null));
  return Promise.all([records.companies(), records.units()]).then(([companies, units]) => ({ companies, units }), () => null);
}

/** Sections for both; `hall`: what a hall is called. */
export function offersContent({ companies, units }: Offers, hall: (id: string) => string): HTMLElement[] {
  const free = units.filter(({ status }) => status === 'free').length;
  return [
    section('companies', say('companies.title'), companies.length ? say('companies.count', { n: companies.length }) : say('companies.empty'), companies.map((company) => companyCard(company, hall)),
      link('/desk/apply', say('dock.join')), link('/verify', say('services.verify'))),
    section('units', say('units.title'), units.length ? say('units.count', { n: units.length, free }) : say('units.empty'), units.map((unit) => unitCard(unit, hall))),
  ];
}

const link = (href: string, text: string): HTMLElement => el('a', { class: 'chip', text, attrs: { href: `${href}?lang=${lang()}` } });

const section = (id: string, title: string, count: string, cards: HTMLElement[], ...more: HTMLElement[]): HTMLElement =>
  el('section', { id: `plain-${id}` }, el('h2', { text: title }), el('p', { class: 'plain-count', text: count }),
    ...(cards.length ? [el('div', { class: 'plain-grid' }, ...cards)] : []), ...(more.length ? [el('div', { class: 'plain-tabs' }, ...more)] : []));

function companyCard(company: Company, hall: (id: string) => string): HTMLElement {
  const { name, brief, booth, website, industry } = company;
  const other = lang() === 'en' ? name.zh : name.en, title = words(name), said = words(brief), url = website ? websiteOf(website) : null;
  return el('article', { class: 'plain-card plain-company' }, el('div', {},
    el('h3', {}, logoOf(company), el('span', { text: title })),
    other && other !== title ? el('p', { class: 'maker', text: other }) : null,
    el('p', { text: [words(industry), booth ? `${hall(booth.hall)} · ${words(booth.name)}` : ''].filter(Boolean).join(' · ') }),
    said ? el('p', { text: said }) : null,
    url ? el('p', {}, el('a', { text: url.host, attrs: { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' } })) : null));
}

function unitCard(unit: Unit, hall: (id: string) => string): HTMLElement {
  const { no, use, name, area, rent, floor_load: load, power, height, from, status, held_until: until } = unit;
  const facts: [string, string][] = [
    [say('unit.area'), `${plainNumber(area)} m²`], [say('unit.rent'), say('unit.rent.value', { yuan: yuanOf(rent) })],
    ...(load ? [[say('unit.load'), `${plainNumber(load)} kN/m²`] as [string, string]] : []),
    ...(power ? [[say('unit.power'), `${plainNumber(power)} kW`] as [string, string]] : []),
    ...(height ? [[say('unit.height'), `${plainNumber(height)} m`] as [string, string]] : []), [say('unit.from'), fromWords(from)],
  ];
  const terms = words(unit.terms);
  return el('article', { class: 'plain-card' }, el('div', {},
    el('h3', { text: say('unit.title', { use: say(`use.${use}`), no }) }), el('p', { class: 'maker', text: `${words(name)} · ${hall(unit.hall)}` }),
    el('p', { class: 'status-line' }, swatch(status), el('b', { text: statusWords(unit) })),
    status === 'held' && until ? el('p', { text: say('unit.held.until', { time: momentOf(lang(), until) }) }) : null,
    el('dl', {}, ...facts.flatMap(([label, value]) => [el('dt', { text: label }), el('dd', { text: value })])),
    terms ? el('p', { text: terms }) : null));
}
