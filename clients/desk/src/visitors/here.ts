/** Who is here, as the page lists them. */

import type { HallHere, Here } from '@/api/visitors';

export interface Row extends Here {
  hall: string;
  hallName: Record<string, string>;
}

/** Everybody of every hall. */
export const rowsOf = (halls: readonly HallHere[]): Row[] =>
  halls.flatMap(({ hall, name, people }) => people.map((person) => ({ ...person, hall, hallName: name })));

/** Where somebody stands, in whole metres east and south of the hall's middle. */
export const placeOf = ({ position: [x, , z] }: Pick<Row, 'position'>): string => `${Math.round(x) || 0}, ${Math.round(z) || 0}`;

/** Those whose name, role, hall or connection has these words in it. */
export function found(rows: readonly Row[], words: string, hall: string, roleName: (role: string) => string): Row[] {
  const wanted = words.trim().toLocaleLowerCase();
  return rows.filter((row) => {
    if (hall && row.hall !== hall) return false;
    const told = [row.name, roleName(row.role), row.hallName['zh'], row.hallName['en'], row.connection, row.account];
    return !wanted || told.some((one) => (one ?? '').toLocaleLowerCase().includes(wanted));
  });
}
