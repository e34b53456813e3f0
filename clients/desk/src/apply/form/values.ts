/** Values of the form as a person reads them. */

import type { FieldRule, Value } from '@/api/applications';
import { lang, t, words } from '@/i18n';

import { grouped } from '../credit-code';
import { fromFen, inYuan } from './capital';

export function inWords(rule: FieldRule, value: Value): string {
  if (typeof value === 'boolean') return rule.kind === 'consent' && value ? t('fill.agreed') : t(value ? 'fill.yes' : 'fill.no');
  if (value === null || value === '') return '';
  if (typeof value === 'number') return rule.kind === 'money' ? t('fill.capital.value', { n: inYuan(fromFen(value), lang()) }) : String(value);
  if (rule.name === 'credit_code') return grouped(value);
  const choice = rule.choices.find((one) => one.value === value);
  return choice ? words(choice.label) : value;
}
