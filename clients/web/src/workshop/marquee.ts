/** The box that a person draws to choose what is in it. */

interface Spot {
  x: number;
  y: number;
}

/** Whether something seen lies in the box between two corners. Pure. */
export function within({ x, y, visible }: Spot & { visible: boolean }, from: Spot, to: Spot): boolean {
  const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b);
  return visible && between(x, from.x, to.x) && between(y, from.y, to.y);
}

export class Marquee {
  private readonly element = document.createElement('div');

  constructor(private readonly canvas: HTMLCanvasElement) {
    Object.assign(this.element.style, {
      position: 'absolute', pointerEvents: 'none', border: '1.5px solid #1f5a41', borderRadius: '4px',
      background: 'rgba(31, 90, 65, 0.12)', display: 'none',
    });
    canvas.parentElement?.append(this.element);
  }

  show(box: { from: Spot; to: Spot } | null): void {
    this.element.style.display = box ? 'block' : 'none';
    if (!box) return;
    const { from, to } = box, { offsetLeft, offsetTop } = this.canvas;
    Object.assign(this.element.style, {
      left: `${offsetLeft + Math.min(from.x, to.x)}px`, top: `${offsetTop + Math.min(from.y, to.y)}px`,
      width: `${Math.abs(from.x - to.x)}px`, height: `${Math.abs(from.y - to.y)}px`,
    });
  }

  dispose(): void {
    this.element.remove();
  }
}
