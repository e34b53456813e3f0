/** One small tileable texture for everything restless: ripples (rg), soft clouds (b). */

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

/** The lattice of one octave: `period` by `period` random values. */
function lattice(period: number, seed: number): Float32Array {
  const values = new Float32Array(period * period);
  for (let y = 0; y < period; y++) for (let x = 0; x < period; x++) values[y * period + x] = hash(x, y, seed);
  return values;
}

/** Add value noise of `period` cells over the square to `field`, so that it repeats without a seam. */
function addOctave(field: Float32Array, size: number, period: number, weight: number, seed: number): void {
  const values = lattice(period, seed);
  const cell = period / size;
  for (let y = 0; y < size; y++) {
    const yi = Math.floor(y * cell), v = smooth(y * cell - yi);
    const row = (yi % period) * period, next = ((yi + 1) % period) * period;
    for (let x = 0; x < size; x++) {
      const xi = Math.floor(x * cell), u = smooth(x * cell - xi), x0 = xi % period, x1 = (xi + 1) % period;
      const low = values[row + x0]! * (1 - u) + values[row + x1]! * u;
      const high = values[next + x0]! * (1 - u) + values[next + x1]! * u;
      field[y * size + x]! += weight * (low * (1 - v) + high * v);
    }
  }
}

/** Octaves of tileable noise, each finer and fainter; about 0..1. */
export function fractal(size: number, period: number, octaves: number, seed: number): Float32Array {
  const field = new Float32Array(size * size);
  let weight = 0.5 / (1 - 0.5 ** octaves);
  for (let octave = 0; octave < octaves; octave++, weight /= 2) {
    addOctave(field, size, period * 2 ** octave, weight, seed + octave);
  }
  return field;
}

const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value * 255)));

/** The texture's bytes, row by row. */
export function noisePixels(size = NOISE_SIZE): Uint8Array {
  const pixels = new Uint8Array(size * size * 4).fill(255);
  fractal(size, 4, 5, 11).forEach((value, at) => (pixels[at * 4 + 2] = byte(value)));
  writeSlopes(fractal(size, 8, 3, 3), pixels, size);
  return pixels;
}

function writeSlopes(heights: Float32Array, pixels: Uint8Array, size: number): void {
  for (let y = 0; y < size; y++) {
    const north = ((y + size - 1) % size) * size, south = ((y + 1) % size) * size;
    for (let x = 0; x < size; x++) {
      const east = heights[y * size + ((x + 1) % size)]!, west = heights[y * size + ((x + size - 1) % size)]!;
      const at = (y * size + x) * 4;
      pixels[at] = byte(0.5 + (west - east) * 2.5);
      pixels[at + 1] = byte(0.5 + (heights[north + x]! - heights[south + x]!) * 2.5);
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
