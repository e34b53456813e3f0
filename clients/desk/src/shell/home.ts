/** Where one begins at the desk: the first page of the rail that one may see. */

import { SECTIONS } from '@/sections';
import { may } from '@/session';

export const home = (): string =>
  SECTIONS.find(({ needs, shown }) => may(needs) && (shown?.() ?? true))?.path ?? '/account';

/** Whether one may see a page that needs an action; pages that name none are everybody's. */
export const isAllowed = (needs: unknown): boolean =>
  Array.isArray(needs) ? needs.some((one) => may(String(one))) : typeof needs !== 'string' || may(needs);
