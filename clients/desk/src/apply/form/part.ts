/** What every part of the form that takes a value is given. */

import type { FieldRule, Value } from '@/api/applications';

export interface Part {
  rule: FieldRule;
  value: Value;
  /** What the park has: a masked number stands there instead of a sealed one. */
  kept: Value;
  wrong: boolean;
  /** Ids of the words that say more. */
  about: string | undefined;
  /** The park found nothing wrong with it. */
  right: boolean;
}

export const textOf = (value: Value): string => (typeof value === 'string' ? value : '');
