/** Measures of a board: where its picture lies, and which control a point of its strip is. Pure. */

export interface Size {
  width: number;
  height: number;
}

export type BoardControl = 'back' | 'on' | 'play';

/** The strip below a picture: its height is a share of the board's, within what hands can hit. */
export function stripHeight({ width, height }: Size): number {
  return Math.min(0.26, Math.max(0.09, Math.min(width, height) * 0.085));
}

/** The largest size of a picture's shape inside a frame. */
export function contain(frame: Size, picture: Size): Size {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Which control lies at `x` metres from the middle of a strip, or null. */
export function controlAt(kind: 'document' | 'video', strip: Size, x: number): BoardControl | null {
  if (kind === 'video') return Math.abs(x) <= strip.width / 2 ? 'play' : null;
  const reach = Math.max(strip.height * 2, strip.width * 0.25);
  if (x <= -strip.width / 2 + reach) return 'back';
  return x >= strip.width / 2 - reach ? 'on' : null;
}
