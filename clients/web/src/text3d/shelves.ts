/** Place rectangles on a page in rows, like books on shelves. Pure. */

export interface Spot {
  page: number;
  x: number;
  y: number;
}

interface Shelf {
  y: number;
  height: number;
  used: number;
}

export class Shelves {
  private readonly pages: Shelf[][] = [[]];

  constructor(readonly size: number, private readonly gap = 2) {}

  get pageCount(): number {
    return this.pages.length;
  }

  /** Where a rectangle goes; null when it is larger than a page. */
  place(width: number, height: number): Spot | null {
    const w = width + this.gap, h = height + this.gap;
    if (w > this.size || h > this.size) return null;
    for (let page = 0; page < this.pages.length; page++) {
      const spot = this.placeOn(page, w, h);
      if (spot) return spot;
    }
    this.pages.push([]);
    return this.placeOn(this.pages.length - 1, w, h);
  }

  private placeOn(page: number, w: number, h: number): Spot | null {
    const shelves = this.pages[page]!;
    let best: Shelf | null = null;
    for (const shelf of shelves) {
      const fits = h <= shelf.height && shelf.used + w <= this.size;
      if (fits && (!best || shelf.height < best.height)) best = shelf;
    }
    // A much taller shelf would be wasted on a low line while there is room for a new one.
    const bottom = shelves.reduce((y, shelf) => y + shelf.height, 0);
    if ((!best || best.height > h * 1.5) && bottom + h <= this.size) {
      shelves.push((best = { y: bottom, height: h, used: 0 }));
    }
    if (!best) return null;
    const spot = { page, x: best.used, y: best.y };
    best.used += w;
    return spot;
  }
}
