/** One small tileable texture for everything restless: ripples (rg), soft clouds (b), grain (a). */

import {
  DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat, UnsignedByteType,
} from 'three';

export const NOISE_SIZE = 128;

/** A fixed hash of a lattice point, 0..1. */
function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Value noise that repeats every `period` lattice cells; 0..1. */
export function tileNoise(x: number, y: number, period: number, seed: number): number {
  const xi = Math.floor(x), yi = Math.floor(y);
  const x0 = xi % period, y0 = yi % period;
  const x1 = (x0 + 1) % period, y1 = (y0 + 1) % period;
  const u = smooth(x - xi), v = smooth(y - yi);
  const low = hash(x0, y0, seed) * (1 - u) + hash(x1, y0, seed) * u;
  const high = hash(x0, y1, seed) * (1 - u) + hash(x1, y1, seed) * u;
  return low * (1 - v) + high * v;
}

/** Octaves of tileable noise over the unit square; about 0..1. */
export function fractal(u: number, v: number, period: number, octaves: number, seed: number): number {
  let sum = 0, weight = 0.5;
  for (let octave = 0, cells = period; octave < octaves; octave++, cells *= 2, weight *= 0.5) {
    sum += weight * tileNoise(u * cells, v * cells, cells, seed + octave);
  }
  return sum / (1 - weight * 2 + weight);
}

const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value * 255)));

/** The texture's bytes, row by row. */
export function noisePixels(size = NOISE_SIZE): Uint8Array {
  const ripples = new Float32Array(size * size);
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = x / size, v = y / size, at = y * size + x;
      ripples[at] = fractal(u, v, 8, 3, 3);
      pixels[at * 4 + 2] = byte(fractal(u, v, 4, 5, 11));
      pixels[at * 4 + 3] = byte(fractal(u, v, 24, 2, 29));
    }
  }
  writeSlopes(ripples, pixels, size);
  return pixels;
}

function writeSlopes(heights: Float32Array, pixels: Uint8Array, size: number): void {
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const east = heights[y * size + ((x + 1) % size)]!;
      const west = heights[y * size + ((x + size - 1) % size)]!;
      const south = heights[((y + 1) % size) * size + x]!;
      const north = heights[((y + size - 1) % size) * size + x]!;
      const at = (y * size + x) * 4;
      pixels[at] = byte(0.5 + (west - east) * 2.5);
      pixels[at + 1] = byte(0.5 + (north - south) * 2.5);
    }
  }
}

/** The noise as a repeating texture with mipmaps. */
export function createNoiseTexture(): DataTexture {
  const texture = new DataTexture(
    noisePixels(), NOISE_SIZE, NOISE_SIZE, RGBAFormat, UnsignedByteType,
  );
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
}
