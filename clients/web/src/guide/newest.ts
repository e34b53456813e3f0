/** The last of many for which something holds, or null. (Older browsers have no `findLast`.) */
export function newest<T>(all: Iterable<T>, holds: (one: T) => boolean): T | null {
  let found: T | null = null;
  for (const one of all) if (holds(one)) found = one;
  return found;
}
