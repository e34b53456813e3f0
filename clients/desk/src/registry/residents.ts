/** Companies that live in the park: what each holds, and who should be looked after. */

import type { BoothRow, Row, SeatRow, State } from '@/api/registry';

export const RESIDENT = ['active', 'suspended', 'exiting'] as const satisfies readonly State[];

export interface Resident extends Row {
  seat: string;
  booth: { hall: string; node: string; no: string } | null;
}

/** Each company with its seat and booth. */
export function residents(rows: readonly Row[], seats: readonly SeatRow[], booths: readonly BoothRow[]): Resident[] {
  const seatOf = new Map(seats.filter(({ application }) => application).map((one) => [one.application, one.name]));
  const boothOf = new Map(booths.flatMap((one) => (one.tenant ? [[one.tenant.enterprise, one] as const] : [])));
  return rows.map((row) => {
    const booth = boothOf.get(row.id);
    return { ...row, seat: seatOf.get(row.id) ?? '', booth: booth ? { hall: booth.hall, node: booth.node, no: booth.no || booth.node } : null };
  });
}

/** Those that somebody should look after first: leaving, suspended, soon at the end of their term; then by name. */
export function urgentFirst(rows: readonly Resident[], compare: (a: string, b: string) => number): Resident[] {
  const rank = ({ state, flags }: Resident): number => (state === 'exiting' ? 0 : state === 'suspended' ? 1 : flags.includes('expiring') ? 2 : 3);
  return rows.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}
