/** How a body follows its head: pure arithmetic, one small state a person. */

const TURN_FREE = 0.55;
const TURN_FAST = 7;
const TURN_SLOW = 1.4;
const APPEAR_RATE = 5;
const LEAN_PER_SPEED = 0.035;
const MOST_LEAN = 0.12;

export interface Motion {
  bodyYaw: number;
  /** 0 gone .. 1 here: grows in, shrinks out. */
  presence: number;
  /** Forward lean, radians. */
  lean: number;
  jumps: number;
}

export function startMotion(headYaw: number, jumps: number): Motion {
  return { bodyYaw: headYaw, presence: 0, lean: 0, jumps };
}

/** The shortest way from one angle to another. */
export function angleBetween(from: number, to: number): number {
  const turn = (to - from) % (Math.PI * 2);
  if (turn > Math.PI) return turn - Math.PI * 2;
  return turn < -Math.PI ? turn + Math.PI * 2 : turn;
}

/**
 * One step of time. A glance leaves the body still for a while, a turn takes it along; walking
 * brings it round at once and leans it forward.
 */
export function moveBody(
  motion: Motion, headYaw: number, speed: number, jumps: number, leaving: boolean, dt: number,
): void {
  const apart = angleBetween(motion.bodyYaw, headYaw);
  if (jumps !== motion.jumps) {
    motion.bodyYaw = headYaw;
    motion.jumps = jumps;
  } else {
    const rate = speed > 0.4 || Math.abs(apart) > TURN_FREE ? TURN_FAST : TURN_SLOW;
    motion.bodyYaw += apart * (1 - Math.exp(-rate * dt));
  }
  const lean = Math.min(MOST_LEAN, speed * LEAN_PER_SPEED);
  motion.lean += (lean - motion.lean) * (1 - Math.exp(-6 * dt));
  const aim = leaving ? 0 : 1;
  motion.presence += (aim - motion.presence) * (1 - Math.exp(-APPEAR_RATE * dt));
  if (Math.abs(aim - motion.presence) < 0.01) motion.presence = aim;
}

/** How a body of `EYES` fits under a head: its scale, and where its feet are. */
export function fitBody(
  headY: number, floorY: number | null, neckDrop: number, standard: number,
): { scale: number; feet: number } {
  const neck = headY - neckDrop;
  const scale = floorY === null ? 1 : Math.min(1.18, Math.max(0.5, (neck - floorY) / standard));
  return { scale, feet: neck - standard * scale };
}
