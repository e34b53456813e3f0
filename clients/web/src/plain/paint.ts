/** A small picture of triangles by plain arithmetic: a depth buffer, one light, a soft ground. */

import type { Triangles } from './glb';

const YAW = 0.7;
const PITCH = 0.32;
const LIGHT = normal([-0.45, 0.8, 0.55]);
const FILL = 0.84;
/** Pixels of the drawing for one of the picture: edges are smoothed by shrinking. */
const OVER = 2;

type Triple = [number, number, number];

/** Draw on a canvas of any size, over its background. */
export function paint(context: CanvasRenderingContext2D, { corners, colors }: Triangles): void {
  const [width, height] = [context.canvas.width * OVER, context.canvas.height * OVER];
  const seen = turned(corners);
  const fit = fitting(seen, width, height);
  const image = new ImageData(width, height);
  const depth = new Float32Array(width * height).fill(-Infinity);
  for (let i = 0; i < colors.length; i += 3) {
    const [a, b, c] = [0, 3, 6].map((k) => fit(seen, i * 3 + k)) as [Triple, Triple, Triple];
    const color = shade(seen, i * 3, [colors[i]!, colors[i + 1]!, colors[i + 2]!]);
    fill(image, depth, a, b, c, color);
  }
  const layer = document.createElement('canvas');
  layer.width = width;
  layer.height = height;
  layer.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingQuality = 'high';
  context.drawImage(layer, 0, 0, context.canvas.width, context.canvas.height);
}

/** Every corner as a viewer sees it: x right, y up, z towards. */
function turned(corners: Float32Array): Float32Array {
  const [sy, cy, sp, cp] = [Math.sin(YAW), Math.cos(YAW), Math.sin(PITCH), Math.cos(PITCH)];
  const seen = new Float32Array(corners.length);
  for (let i = 0; i < corners.length; i += 3) {
    const [x, y, z] = [corners[i]!, corners[i + 1]!, corners[i + 2]!];
    const [across, back] = [x * cy - z * sy, x * sy + z * cy];
    seen.set([across, y * cp - back * sp, y * sp + back * cp], i);
  }
  return seen;
}

function fitting(seen: Float32Array, width: number, height: number): (from: Float32Array, at: number) => Triple {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < seen.length; i += 3) {
    left = Math.min(left, seen[i]!);
    right = Math.max(right, seen[i]!);
    low = Math.min(low, seen[i + 1]!);
    high = Math.max(high, seen[i + 1]!);
  }
  const scale = FILL * Math.min(width / (right - left || 1), height / (high - low || 1));
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  return (from, at) => [
    width / 2 + (from[at]! - x) * scale, height / 2 - (from[at + 1]! - y) * scale, from[at + 2]! * scale,
  ];
}

function shade(seen: Float32Array, at: number, color: Triple): Triple {
  const p = (k: number): Triple => [seen[at + k]!, seen[at + k + 1]!, seen[at + k + 2]!];
  const [a, b, c] = [p(0), p(3), p(6)];
  const [u, v] = [minus(b, a), minus(c, a)];
  const [nx, ny, nz] = normal([u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]);
  const facing = nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2];
  const light = 0.42 + 0.16 * ny + 0.75 * Math.max(0, facing);
  return color.map((value) => 255 * Math.min(1, value * light) ** (1 / 2.2)) as Triple;
}

function fill(
  image: ImageData, depth: Float32Array, a: Triple, b: Triple, c: Triple, [red, green, blue]: Triple,
): void {
  const { width, height, data } = image;
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  if (area === 0) return;
  const x0 = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0])));
  const x1 = Math.min(width - 1, Math.ceil(Math.max(a[0], b[0], c[0])));
  const y0 = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1])));
  const y1 = Math.min(height - 1, Math.ceil(Math.max(a[1], b[1], c[1])));
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const u = ((x - a[0]) * (c[1] - a[1]) - (y - a[1]) * (c[0] - a[0])) / area;
      const v = ((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / area;
      if (u < 0 || v < 0 || u + v > 1) continue;
      const z = a[2] + (b[2] - a[2]) * u + (c[2] - a[2]) * v;
      const at = y * width + x;
      if (z <= depth[at]!) continue;
      depth[at] = z;
      data[at * 4] = red;
      data[at * 4 + 1] = green;
      data[at * 4 + 2] = blue;
      data[at * 4 + 3] = 255;
    }
  }
}

const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

function normal([x, y, z]: Triple): Triple {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
