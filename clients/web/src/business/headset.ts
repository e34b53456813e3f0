/** Cards inside the headset: a list to choose from, a company, a unit, and where to go on with a phone. Pure. */

import { localise, type Language } from '../world/scene';
import type { XrCard } from '../stage-api';
import type { Company, Unit } from './api';
import { monthlyYuan, plainNumber, yuanOf } from './formats';
import { wordsFor } from './words';

/** Rows of a list on one page of a card. */
export const ROWS = 6;
const MOST_WORDS = { 'zh-CN': 100, en: 230 } as const;

const bare = (title: string): XrCard => ({ title, lines: [], code: '', note: '', qr: [], buttons: [] });

interface Row {
  id: string;
  label: string;
}

function listCard(title: string, empty: string, all: readonly Row[] | null, page: number, lang: Language, more: Row[]): XrCard {
  const rows = all ?? [];
  const pages = Math.max(1, Math.ceil(rows.length / ROWS)), at = page % pages;
  return {
    ...bare(title), lines: rows.length ? [] : [all ? empty : wordsFor(lang, 'loading')],
    list: rows.slice(at * ROWS, (at + 1) * ROWS),
    buttons: [
      ...(pages > 1 ? [{ id: 'page', label: wordsFor(lang, 'xr.more', { at: at + 1, of: pages }) }] : []),
      ...more, { id: 'close', label: wordsFor(lang, 'close') },
    ],
  };
}

/** Lists that have not come yet are null. */
export function companiesCard(companies: readonly Company[] | null, page: number, lang: Language): XrCard {
  const rows = companies && companies.map(({ id, name, booth }) => ({ id: `company:${id}`, label: [localise(name, lang), localise(booth?.name, lang)].filter(Boolean).join(' · ') }));
  return listCard(wordsFor(lang, 'xr.companies'), wordsFor(lang, 'xr.none'), rows, page, lang, [{ id: 'units', label: wordsFor(lang, 'xr.units') }]);
}

export function unitsCard(units: readonly Unit[] | null, page: number, coloured: boolean, lang: Language): XrCard {
  const rows = units && units.map(({ node, no, use, area, status }) => ({
    id: `unit:${node}`, label: `${no} · ${wordsFor(lang, `use.${use}`)} · ${plainNumber(area)} m² · ${wordsFor(lang, `status.${status}`)}`,
  }));
  const colour = { id: 'colour', label: wordsFor(lang, coloured ? 'xr.hide' : 'xr.show') };
  return listCard(wordsFor(lang, 'xr.units'), wordsFor(lang, 'xr.units.none'), rows, page, lang, [colour, { id: 'companies', label: wordsFor(lang, 'xr.companies') }]);
}

const ways = (lang: Language, go: boolean): Row[] => [
  ...(go ? [{ id: 'go', label: wordsFor(lang, 'go') }] : []),
  { id: 'phone', label: wordsFor(lang, 'xr.phone') }, { id: 'back', label: wordsFor(lang, 'back') }, { id: 'close', label: wordsFor(lang, 'close') },
];

export function companyXrCard(company: Company, lang: Language): XrCard {
  const { name, booth } = company;
  const industry = localise(company.industry, lang);
  const brief = shorten(localise(company.brief, lang), MOST_WORDS[lang]);
  const place = localise(booth?.name, lang);
  return { ...bare(localise(name, lang)), lines: [[industry, place].filter(Boolean).join(' · '), brief].filter(Boolean), buttons: ways(lang, booth !== null) };
}

export function unitXrCard(unit: Unit, lang: Language): XrCard {
  const { use, no, name, status, area, rent, floor_load: load, power, height } = unit;
  const colon = lang === 'en' ? ': ' : '：';
  const fact = (key: 'unit.area' | 'unit.rent' | 'unit.load' | 'unit.power' | 'unit.height' | 'unit.month', value: string): string => `${wordsFor(lang, key)}${colon}${value}`;
  return {
    ...bare(wordsFor(lang, 'unit.title', { use: wordsFor(lang, `use.${use}`), no })),
    lines: [
      `${localise(name, lang)} · ${wordsFor(lang, `status.${status}`)}`, fact('unit.area', `${plainNumber(area)} m²`), fact('unit.rent', wordsFor(lang, 'unit.rent.value', { yuan: yuanOf(rent) })),
      fact('unit.month', wordsFor(lang, 'unit.month.value', { yuan: monthlyYuan(rent, area) })),
      [...(load ? [fact('unit.load', `${plainNumber(load)} kN/m²`)] : []), ...(power ? [fact('unit.power', `${plainNumber(power)} kW`)] : [])].join('   '),
      ...(height ? [fact('unit.height', `${plainNumber(height)} m`)] : []),
    ].filter(Boolean),
    buttons: ways(lang, true),
  };
}

export function freeXrCard(no: string, lang: Language): XrCard {
  return { ...bare(wordsFor(lang, 'free.title', { no })), lines: [wordsFor(lang, 'free.lead'), wordsFor(lang, 'free.text')], buttons: ways(lang, false) };
}

/** Nobody types in a headset: a phone takes over, by a QR code of the same place. */
export function phoneCard(address: string, path: string, lang: Language): XrCard {
  return {
    ...bare(wordsFor(lang, 'xr.phone')), lines: [wordsFor(lang, 'xr.phone.text'), address],
    picture: `/api/v1/qr.svg?path=${encodeURIComponent(path)}`,
    buttons: [{ id: 'back', label: wordsFor(lang, 'back') }, { id: 'close', label: wordsFor(lang, 'close') }],
  };
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
