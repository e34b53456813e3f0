/** Which guide one stands before: with a little give, so that an offer does not flicker. Pure. */

import type { GuideHere } from '../wire';
import type { Vec3 } from '../world/viewer';

/** Metres at which a guide is offered, beyond which no longer, and from which it can be called at all. */
export const OFFERED = 4;
export const KEPT = 5.5;
export const CALLED = 12;

export interface Nearest {
  guide: GuideHere;
  metres: number;
}

/** The nearest guide whose place is known. */
export function nearestGuide(guides: readonly GuideHere[], placeOf: (guide: GuideHere) => Vec3 | null, feet: Vec3): Nearest | null {
  let best: Nearest | null = null;
  for (const guide of guides) {
    const place = placeOf(guide);
    if (!place) continue;
    const metres = Math.hypot(place[0] - feet[0], place[2] - feet[2]);
    if (!best || metres < best.metres) best = { guide, metres };
  }
  return best;
}

/** The guide to offer, after the one that was offered before. */
export function offered(nearest: Nearest | null, before: string | null): GuideHere | null {
  if (!nearest) return null;
  return nearest.metres <= (nearest.guide.node === before ? KEPT : OFFERED) ? nearest.guide : null;
}
