/** Lift labels that would lie on one another, as seen from the eye. Pure. */

export interface Spot {
  /** Radians round the eye and above the horizon. */
  azimuth: number;
  elevation: number;
  /** Half the angles that the label takes. */
  halfWidth: number;
  halfHeight: number;
}

const TRIES = 40;

/** The elevations at which no label covers an earlier one; they only ever rise. */
export function declutter(spots: readonly Spot[]): number[] {
  const settled: Spot[] = [];
  const elevations = spots.map(({ elevation }) => elevation);
  const order = spots.map((_, at) => at).sort((a, b) => spots[a]!.elevation - spots[b]!.elevation);
  for (const at of order) {
    const spot = { ...spots[at]! };
    for (let turn = 0; turn < TRIES; turn++) {
      const below = settled.find((other) => overlap(spot, other));
      if (!below) break;
      spot.elevation = below.elevation + below.halfHeight + spot.halfHeight + 1e-4;
    }
    settled.push(spot);
    elevations[at] = spot.elevation;
  }
  return elevations;
}

function overlap(a: Spot, b: Spot): boolean {
  return Math.abs(a.azimuth - b.azimuth) < a.halfWidth + b.halfWidth
    && Math.abs(a.elevation - b.elevation) < a.halfHeight + b.halfHeight;
}
