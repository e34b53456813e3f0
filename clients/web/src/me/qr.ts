/** A QR code from its rows of modules (`1` is dark), with the quiet zone that scanners need. */

export const QUIET = 4;

/** Draw it with so many pixels to a module. */
export function drawQr(canvas: HTMLCanvasElement, rows: readonly string[], pixels: number): void {
  canvas.width = canvas.height = (rows.length + 2 * QUIET) * pixels;
  paintQr(canvas.getContext('2d')!, rows, 0, 0, canvas.width);
}

/** Paint it into a square of a picture; modules fall on whole pixels. */
export function paintQr(context: CanvasRenderingContext2D, rows: readonly string[], x: number, y: number, side: number): void {
  const step = Math.floor(side / (rows.length + 2 * QUIET));
  const margin = Math.floor((side - step * rows.length) / 2);
  context.fillStyle = '#fff';
  context.fillRect(x, y, side, side);
  context.fillStyle = '#14202b';
  rows.forEach((row, down) => [...row].forEach((dark, across) => {
    if (dark === '1') context.fillRect(x + margin + across * step, y + margin + down * step, step, step);
  }));
}
