import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { paint } from '../../src/plain/paint';

class Pixels {
  readonly data: Uint8ClampedArray;
  constructor(readonly width: number, readonly height: number) { this.data = new Uint8ClampedArray(width * height * 4); }
}

let image: Pixels;

beforeEach(() => {
  vi.stubGlobal('ImageData', Pixels);
  const layer = { width: 0, height: 0, getContext: () => ({ putImageData: (drawn: Pixels) => void (image = drawn) }) };
  vi.stubGlobal('document', { createElement: () => layer });
});

function painted(corners: number[], colors: number[]): Pixels {
  const context = { canvas: { width: 40, height: 20 }, drawImage: vi.fn() };
  paint(context as unknown as CanvasRenderingContext2D, { corners: new Float32Array(corners), colors: new Float32Array(colors) });
  return image;
}

const inked = ({ data }: Pixels): number => data.reduce((sum, value, i) => sum + (i % 4 === 3 && value ? 1 : 0), 0);
const colorAt = ({ data, width }: Pixels, x: number, y: number): number[] => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)];

/** A square that faces the viewer, about the middle, `towards` nearer. */
const square = (half: number, towards = 0): number[] => {
  // The picture is seen from the right and from above: this faces it.
  const [sy, cy, sp, cp] = [Math.sin(0.7), Math.cos(0.7), Math.sin(0.32), Math.cos(0.32)];
  const back = (x: number, y: number): number[] => {
    const [v, w] = [y * cp + towards * sp, -y * sp + towards * cp];
    return [x * cy + w * sy, v, -x * sy + w * cy];
  };
  const [a, b, c, d] = [back(-half, -half), back(half, -half), back(half, half), back(-half, half)] as [number[], number[], number[], number[]];
  return [...a, ...b, ...c, ...a, ...c, ...d];
};

const RED = [1, 0, 0, 1, 0, 0], BLUE = [0, 0, 1, 0, 0, 1];

describe('a small picture', () => {
  it('fills the frame without leaving it, whatever the size of the thing', () => {
    for (const half of [0.001, 1, 500]) {
      const picture = painted(square(half), RED);
      expect(inked(picture)).toBeGreaterThan(500);
      for (let x = 0; x < picture.width; x++) {
        expect(picture.data[x * 4 + 3]).toBe(0);
        expect(picture.data[((picture.height - 1) * picture.width + x) * 4 + 3]).toBe(0);
      }
    }
  });

  it('shows what is nearer, in whatever order it is told', () => {
    const [far, near] = [square(1, -0.2), square(0.5, 0.2)];
    for (const picture of [painted([...far, ...near], [...RED, ...BLUE]), painted([...near, ...far], [...BLUE, ...RED])]) {
      const [red, , blue] = colorAt(picture, picture.width / 2, picture.height / 2);
      expect(blue).toBeGreaterThan(red!);
    }
  });

  it('of nothing is nothing, and of a line too', () => {
    expect(inked(painted([], []))).toBe(0);
    expect(inked(painted([0, 0, 0, 1, 1, 1, 2, 2, 2], [1, 1, 1]))).toBe(0);
  });

  it('is made of any triangles without a hole in the colours', () => {
    const corner = fc.double({ min: -50, max: 50, noNaN: true });
    const triangle = fc.array(corner, { minLength: 9, maxLength: 9 });
    fc.assert(fc.property(fc.array(triangle, { minLength: 1, maxLength: 6 }), (triangles) => {
      const { data } = painted(triangles.flat(), triangles.flatMap(() => [0.5, 0.4, 0.3]));
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3]) expect(data[i]! + data[i + 1]! + data[i + 2]!).toBeGreaterThan(0);
      }
    }), { numRuns: 25 });
  });
});
