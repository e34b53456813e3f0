/** A polygon's corners under a person's hand: moved, made on an edge, taken away. Pure. */

export type Point = readonly [x: number, z: number];

export const FEWEST = 3;

/** Corner `index` stands at `to`. */
export const moved = (points: readonly Point[], index: number, to: Point): [number, number][] =>
  points.map(([x, z], at) => (at === index ? [to[0], to[1]] : [x, z]));

/** A new corner in the middle of the edge that begins at `index`. */
export function split(points: readonly Point[], index: number): [number, number][] {
  const made = [...points] as Point[];
  made.splice(index + 1, 0, middle(points, index));
  return made.map(([x, z]) => [x, z]);
}

/** Without a corner; a triangle stays as it is. */
export const without = (points: readonly Point[], index: number): [number, number][] =>
  points.filter((_, at) => points.length <= FEWEST || at !== index).map(([x, z]) => [x, z]);

/** The middle of the edge that begins at `index`. */
export function middle(points: readonly Point[], index: number): Point {
  const [ax, az] = points[index]!, [bx, bz] = points[(index + 1) % points.length]!;
  return [(ax + bx) / 2, (az + bz) / 2];
}
