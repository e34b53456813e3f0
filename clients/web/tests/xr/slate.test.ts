import { page, TinyElement } from '../tiny-dom';

import { Ray, Scene, Vector3 } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { buttonRects } from '../../src/xr/card';
import { HEIGHT, INK, INSIDE, MARGIN, Slate, TEXT, WIDTH } from '../../src/xr/slate';

/** A pen that writes down what it writes; each letter is half as wide as it is high. */
class Pen {
  font = '';
  textAlign = '';
  fillStyle = '';
  textBaseline = '';
  readonly written: { text: string; x: number; y: number; font: string; color: string; align: string }[] = [];
  measureText(text: string): { width: number } { return { width: ([...text].length * Number(/(\d+)px/.exec(this.font)![1])) / 2 }; }
  fillText(text: string, x: number, y: number): void { this.written.push({ text, x, y, font: this.font, color: this.fillStyle, align: this.textAlign }); }
  clearRect(): void { this.written.length = 0; }
  fillRect(): void { /* Not looked at. */ }
  beginPath(): void { /* Not looked at. */ }
  moveTo(): void { /* Not looked at. */ }
  arcTo(): void { /* Not looked at. */ }
  fill(): void { /* Not looked at. */ }
}

let pen: Pen;

class Canvas extends TinyElement {
  getContext(): unknown { return pen; }
}

beforeEach(() => {
  vi.restoreAllMocks();
  pen = new Pen();
  const create = page.createElement.bind(page);
  vi.spyOn(page, 'createElement').mockImplementation((tag) => (tag === 'canvas' ? new Canvas(tag) : create(tag)));
});

const EYE = new Vector3(0, 1.6, 0);

/** A board a metre ahead with two buttons. */
function slate(scene = new Scene()): Slate {
  const made = new Slate(scene, 0.8, 26);
  made.stand(new Vector3(0, 1.6, -1), EYE, 0);
  made.draw(() => undefined, [{ label: 'Go' }, { label: 'Close' }], buttonRects(2, WIDTH, 600, MARGIN));
  made.shown = true;
  return made;
}

/** A ray from the eye through a pixel of the board. */
function at(x: number, y: number): Ray {
  const through = new Vector3((x / WIDTH - 0.5) * 0.8, 1.6 + (0.5 - y / HEIGHT) * ((0.8 * HEIGHT) / WIDTH), -1);
  return new Ray(EYE.clone(), through.sub(EYE).normalize());
}

describe('a board in the air', () => {
  it('tells which button a ray meets, and how far away', () => {
    const [go, close] = buttonRects(2, WIDTH, 600, MARGIN).map(({ x, y, w, h }) => at(x + w / 2, y + h / 2));
    expect(slate().hit(go!)?.button).toBe(0);
    expect(slate().hit(close!)?.button).toBe(1);
    const beside = slate().hit(at(WIDTH / 2, 100));
    expect(beside?.button).toBe(-1);
    expect(beside?.distance).toBeCloseTo(1, 1);
  });

  it('is met by nothing beside it, nor while it is not shown', () => {
    const board = slate();
    expect(board.hit(at(-400, 100))).toBeNull();
    board.shown = false;
    expect(board.hit(at(WIDTH / 2, HEIGHT / 2))).toBeNull();
  });

  it('says when something else is pointed at, and only then', () => {
    const board = slate();
    expect([board.hover(-1), board.hover(1), board.hover(1), board.hover(-1)]).toEqual([false, true, false, true]);
  });

  it('writes rows from the left, buttons in their middle, and the one pointed at in other ink', () => {
    const board = slate();
    board.hover(0);
    board.draw(() => undefined, [{ label: 'Row', row: true }, { label: 'Close' }], buttonRects(2, WIDTH, 600, MARGIN));
    const [row, close] = pen.written;
    expect([row!.align, close!.align]).toEqual(['left', 'center']);
    expect(row!.color).not.toBe(close!.color);
  });

  it('writes a long text smaller, and cuts what would be too small to read', () => {
    const board = slate();
    const write = (text: string): { text: string; size: number } => {
      pen.written.length = 0;
      board.write(text, 100, { pixels: 50, color: INK.title });
      const { text: said, font } = pen.written[0]!;
      return { text: said, size: Number(/(\d+)px/.exec(font)![1]) };
    };
    expect(write('short')).toEqual({ text: 'short', size: 50 });
    const fits = 'x'.repeat(Math.floor(INSIDE / 20));
    expect(write(fits).text).toBe(fits);
    expect(write(fits).size).toBeLessThan(50);
    const cut = write('x'.repeat(200));
    expect(cut.text.endsWith('…')).toBe(true);
    expect(cut.size).toBeGreaterThan(30);
    expect(([...cut.text].length * cut.size) / 2).toBeLessThanOrEqual(INSIDE);
  });

  it('breaks running text where it is as wide as asked for', () => {
    const lines = slate().wrapped(['可租空间'.repeat(20)], 400);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(([...line].length * TEXT) / 2).toBeLessThanOrEqual(400);
  });

  it('breaks an address rather than cut it', () => {
    const address = `park.example/h/street?company=e_${'0'.repeat(40)}`;
    const lines = slate().wrapped([address], 400);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(address);
  });

  it('leaves the scene when it is done', () => {
    const scene = new Scene();
    const board = slate(scene);
    expect(scene.children).toContain(board.mesh);
    board.dispose();
    expect(scene.children).toEqual([]);
  });
});
