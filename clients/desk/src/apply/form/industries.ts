/** Finding an industry among the divisions of GB/T 4754 by any word of it, its section or its code. */

import type { Industry } from '@/api/applications';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** Whether every part of what was typed is found in a division, its section or its codes. */
export function isFound(industry: Industry, typed: string): boolean {
  const { code, section, label, section_label: heading } = industry;
  const all = folded([`${section}${code}`, label.zh, label.en, heading.zh, heading.en].join('|'));
  return typed.trim().split(/\s+/).every((part) => all.includes(folded(part)));
}

/** What is found, those first whose own name or code has it rather than their section's. */
export function find(industries: readonly Industry[], typed: string): Industry[] {
  const first = ({ code, label }: Industry): boolean => folded(`${label.zh}|${label.en}|${code}`).includes(folded(typed));
  const found = industries.filter((one) => isFound(one, typed));
  return [...found.filter(first), ...found.filter((one) => !first(one))];
}
