/** What a form got wrong, by the names of its fields. */

import type { ApiError } from '@/api/http';

/** The first words about each field; what lies deeper belongs to the field that holds it. */
export function wrongsOf({ details }: Pick<ApiError, 'details'>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { pointer, message } of details) {
    const field = pointer.split('/')[1] ?? '';
    if (field && !found[field]) found[field] = message;
  }
  return found;
}
