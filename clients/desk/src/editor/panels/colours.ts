/** Colours: linear light in the scene (glTF 2.0), `#rrggbb` of sRGB on the page. */

import type { Vec3 } from '../core/types';

const encode = (linear: number): number => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
const decode = (encoded: number): number => (encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4);
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** `#rrggbb` of a colour; a fourth number, its opacity, is left out. */
export const hexOf = (linear: readonly number[]): string =>
  `#${[0, 1, 2].map((at) => Math.round(encode(clamp(linear[at] ?? 0)) * 255).toString(16).padStart(2, '0')).join('')}`;

/** The colour of `#rrggbb` or `#rgb`; null for anything else. */
export function linearOf(hex: string): Vec3 | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return null;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((at) => Number(decode(parseInt(long.slice(at, at + 2), 16) / 255).toFixed(5))) as Vec3;
}
