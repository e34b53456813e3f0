/** Whether a document holds today: days as `YYYY-MM-DD`, both bounds included. */

export const STANDINGS = ['in_force', 'soon', 'expired', 'not_yet'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Bounds {
  valid_from?: string | null | undefined;
  valid_until?: string | null | undefined;
}

/** A document that ends within so many days is told of. */
export const SOON_DAYS = 30;
const CLOCK = 'Asia/Shanghai';

/** The park's day: China has one time zone and no summer time. */
export const dayOf = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: CLOCK, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at * 1000));
export const today = (): string => dayOf(Date.now() / 1000);

/** So many days from one to the other; negative when the other is before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How a document stands on a day. */
export function standingOf({ valid_from: from, valid_until: until }: Bounds, day: string): Standing {
  if (until && until < day) return 'expired';
  if (from && from > day) return 'not_yet';
  return until && daysBetween(day, until) <= SOON_DAYS ? 'soon' : 'in_force';
}

export const STANDING_LOOKS: Record<Standing, string> = { in_force: 'good', soon: 'warm', expired: 'bad', not_yet: '' };

/** Whether two bounds can be kept: an end is not before its beginning. */
export const areBounds = ({ valid_from: from, valid_until: until }: Bounds): boolean => !from || !until || from <= until;
