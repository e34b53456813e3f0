/** How a paper lies on the table: how large, which way up. */

export interface Size {
  width: number;
  height: number;
}
export interface Framed {
  /** What the paper takes on the table. */
  box: Size;
  /** The picture itself, before it is turned. */
  picture: Size;
}

export const ZOOMS = [1, 1.25, 1.5, 2, 3, 4] as const;
export type Turn = 0 | 90 | 180 | 270;

/** One quarter further, clockwise. */
export const turned = (turn: Turn): Turn => ((turn + 90) % 360) as Turn;

/** The next step in or out. */
export function zoomed(zoom: number, step: 1 | -1): number {
  const at = ZOOMS.findIndex((one) => one >= zoom);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, (at < 0 ? ZOOMS.length - 1 : at) + step))]!;
}

/** A picture in a frame so many pixels wide: it fills the width at a zoom of 1, whichever way up. */
export function framed(natural: Size, width: number, zoom: number, turn: Turn): Framed {
  const across = width * zoom;
  const { width: w, height: h } = natural.width > 0 && natural.height > 0 ? natural : { width: 1, height: Math.SQRT2 };
  const lies = turn === 90 || turn === 270;
  const box = { width: across, height: lies ? (across * w) / h : (across * h) / w };
  return { box, picture: lies ? { width: box.height, height: box.width } : box };
}
