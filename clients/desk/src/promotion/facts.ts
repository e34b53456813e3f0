/** The facts of a unit as its node keeps them, from what a form holds. */

import type { Unit } from '@/api/promotion';

export interface Facts {
  no: string;
  use: string;
  area: number;
  /** Yuan per square metre and month. */
  rent: number;
  since: string;
  height: number | '';
  floor_load: number | '';
  power: number | '';
  zh: string;
  en: string;
}

export const formOf = (unit: Unit): Facts => ({
  no: unit.no, use: unit.use, area: unit.area, rent: unit.rent / 100, since: unit.since,
  height: unit.height || '', floor_load: unit.floor_load || '', power: unit.power || '', zh: unit.terms.zh, en: unit.terms.en,
});

/** What is set on the node: what is not known is left out, and its box stays. */
export function factsOf(form: Facts, unit: Unit): Record<string, unknown> {
  const optional = { height: form.height, floor_load: form.floor_load, power: form.power };
  return {
    no: form.no.trim(), use: form.use, area: form.area, rent: Math.round(form.rent * 100), from: form.since, size: unit.size,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    ...(form.zh.trim() || form.en.trim() ? { terms: { zh: form.zh.trim(), en: form.en.trim() } } : {}),
  };
}

/** Whether it can be kept: numbers are numbers, a day is a day. */
export const isWhole = (form: Facts): boolean =>
  form.no.trim() !== '' && Number.isFinite(form.area) && form.area > 0 && Number.isFinite(form.rent) && form.rent >= 0 && /^\d{4}-\d\d-\d\d$/.test(form.since);
