/** A week of visits: seven days, each with its bookings where they stand in the day. */

import type { Booking, Slot } from '@/api/promotion';

import { dayOf, later, minutesOf } from './days';

export interface Placed {
  booking: Booking;
  /** Where it begins and how tall it is, in minutes of the day. */
  begins: number;
  minutes: number;
  /** Which column of those that overlap, of how many. */
  column: number;
  columns: number;
}
export interface Day {
  day: string;
  placed: Placed[];
  /** Times that are open to be booked still. */
  free: { slot: Slot; begins: number; minutes: number }[];
}

/** Seven days from a Monday. Those that were called off do not stand in the way of others. */
export function weekOf(monday: string, bookings: readonly Booking[], slots: readonly Slot[], zone: string): Day[] {
  return Array.from({ length: 7 }, (_, at) => {
    const day = later(monday, at);
    const own = bookings.filter((one) => dayOf(one.starts, zone) === day && one.state !== 'declined' && one.state !== 'cancelled');
    const free = slots.filter((one) => dayOf(one.starts, zone) === day && one.left > 0);
    return { day, placed: placed(own, zone), free: free.map((slot) => ({ slot, begins: minutesOf(slot.starts, zone), minutes: (slot.ends - slot.starts) / 60 })) };
  });
}

function placed(bookings: readonly Booking[], zone: string): Placed[] {
  const bySlot = new Map<number, Booking[]>();
  for (const one of bookings.toSorted((a, b) => a.starts - b.starts)) bySlot.set(one.starts, [...(bySlot.get(one.starts) ?? []), one]);
  return [...bySlot.values()].flatMap((together) => together.map((booking, column) => ({
    booking, begins: minutesOf(booking.starts, zone), minutes: (booking.ends - booking.starts) / 60, column, columns: together.length,
  })));
}

/** The hours that a week needs, whole ones, at least the working day. */
export function hoursOf(days: readonly Day[]): { first: number; last: number } {
  const spans = days.flatMap(({ placed: some, free }) => [...some, ...free]);
  return {
    first: Math.min(9, ...spans.map(({ begins }) => Math.floor(begins / 60))),
    last: Math.max(18, ...spans.map(({ begins, minutes }) => Math.ceil((begins + minutes) / 60))),
  };
}
