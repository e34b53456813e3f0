/** What an answer rests on: its citations numbered as they are first named. */

import type { Citation } from '@/api/guides';

export interface Source {
  number: number;
  citation: Citation;
}

const same = (a: Citation, b: Citation): boolean => a.document === b.document && a.version === b.version && a.start === b.start && a.end === b.end;

/** Every place that is cited, once, in order. */
export function sourcesOf(clauses: readonly { citations: readonly Citation[] }[]): Source[] {
  const found: Source[] = [];
  for (const citation of clauses.flatMap(({ citations }) => citations)) {
    if (!found.some((one) => same(one.citation, citation))) found.push({ number: found.length + 1, citation });
  }
  return found;
}

/** The numbers of what one clause rests on. */
export const numbersOf = (sources: readonly Source[], citations: readonly Citation[]): number[] =>
  sources.filter(({ citation }) => citations.some((one) => same(one, citation))).map(({ number }) => number);

/** The documents that are cited, once. */
export const documentsOf = (sources: readonly Source[]): string[] => [...new Set(sources.map(({ citation }) => citation.document))];

const FACT = /(?:约|≥|≤|[¥$])?\s?\d[\d,.]*(?:\s?[%‰]|\s?(?:元\/?[㎡平]?[·/]?[月天年]?|万元|亿元|万|平方米|㎡|公里|千米|分钟|小时|个工作日|工作日|[kM]?W|kN\/㎡|kV·?A?|m²?|km|号线|个月|[年月日天层米吨]))?/g;
const MOST_FACTS = 6;

/** Figures in an answer, with their units: what a test may want to find again. */
export const figuresIn = (text: string): string[] => [...new Set((text.match(FACT) ?? []).map((one) => one.trim().replace(/[,.]$/, '')))].slice(0, MOST_FACTS);
