/** A guide's face, drawn: it blinks, and its mouth has the shapes of what is said. */

import type { Shape } from '../wire';

const SVG = 'http://www.w3.org/2000/svg';

/** How wide and how open a mouth is for each shape, units of the drawing. */
const MOUTHS: Readonly<Record<Shape, readonly [wide: number, open: number]>> = {
  sil: [9, 0.8], aa: [9.5, 8.5], ih: [10.5, 3.5], ou: [4.8, 5], ee: [11.5, 3.8], oh: [6.5, 7.2],
};

/** The outline of lips so wide and so open; shut, it smiles. Pure. */
export function mouthPath(shape: Shape, weight: number): string {
  const [restWide, restOpen] = MOUTHS.sil, [wide, open] = MOUTHS[shape];
  const share = Math.min(1, Math.max(0, weight));
  const [w, h] = [restWide + (wide - restWide) * share, restOpen + (open - restOpen) * share];
  const smile = 2.4 * (1 - share * 0.6);
  return `M${(60 - w).toFixed(2)} ${(83 - smile).toFixed(2)}Q60 ${(83 - h * 0.35 + 0.6).toFixed(2)} ${(60 + w).toFixed(2)} ${(83 - smile).toFixed(2)}Q60 ${(83 + h + 1.6).toFixed(2)} ${(60 - w).toFixed(2)} ${(83 - smile).toFixed(2)}Z`;
}

type Part = readonly [tag: string, attributes: Record<string, string>];

const PARTS: readonly Part[] = [
  ['rect', { width: '120', height: '120', fill: '#dfe9e2' }],
  ['path', { d: 'M18 120c2-20 17-27 42-27s40 7 42 27z', fill: '#1f5a41' }],
  ['path', { d: 'M46 94l14 16 14-16-5-6H51z', fill: '#f7f5ef' }],
  ['path', { d: 'M60 110l-9 10h18z', fill: '#17402f' }],
  ['path', { d: 'M27 64c-3-33 13-51 33-51s36 18 33 51c-1 13-3 24-7 31H34c-4-7-6-18-7-31z', fill: '#2b211c' }],
  ['path', { d: 'M51 82h18v13c-3 6-15 6-18 0z', fill: '#e4b594' }],
  ['path', { d: 'M34 58c0-21 10-31 26-31s26 10 26 31c0 23-12 37-26 37S34 81 34 58z', fill: '#f3cdb0' }],
  ['ellipse', { cx: '42', cy: '74', rx: '5.5', ry: '3.4', fill: '#eda88f', opacity: '0.45' }],
  ['ellipse', { cx: '78', cy: '74', rx: '5.5', ry: '3.4', fill: '#eda88f', opacity: '0.45' }],
  ['path', { d: 'M31 60c0-24 9-36 29-36s29 12 29 36c-4-6-6-13-7-19-12 3-29 1-37-8-3 10-8 19-14 27z', fill: '#3a2c25' }],
  ['path', { d: 'M42 55q6-3.6 11-1M67 54q5-2.6 11 1', fill: 'none', stroke: '#3a2c25', 'stroke-width': '2', 'stroke-linecap': 'round' }],
  ['g', { class: 'eyes' }],
  ['path', { d: 'M59 68q-2 5 2 5.5', fill: 'none', stroke: '#d79f7f', 'stroke-width': '1.6', 'stroke-linecap': 'round' }],
  ['path', { class: 'mouth', fill: '#b4524c', stroke: '#9c433f', 'stroke-width': '1.2', 'stroke-linejoin': 'round' }],
];
const EYES: readonly Part[] = [
  ['ellipse', { cx: '48', cy: '63', rx: '5', ry: '5.8', fill: '#fff' }], ['ellipse', { cx: '72', cy: '63', rx: '5', ry: '5.8', fill: '#fff' }],
  ['circle', { cx: '48.4', cy: '63.6', r: '3.7', fill: '#4a3326' }], ['circle', { cx: '71.6', cy: '63.6', r: '3.7', fill: '#4a3326' }],
  ['circle', { cx: '49.6', cy: '62', r: '1.3', fill: '#fff' }], ['circle', { cx: '72.8', cy: '62', r: '1.3', fill: '#fff' }],
  ['path', { d: 'M42.5 61q5-5.5 11 0M66.5 61q6-5.5 11 0', fill: 'none', stroke: '#2b211c', 'stroke-width': '1.8', 'stroke-linecap': 'round' }],
];

export class Portrait {
  readonly root = document.createElementNS(SVG, 'svg');
  private readonly mouth: Element;
  private drawn = '';

  constructor() {
    this.root.setAttribute('viewBox', '0 0 120 120');
    this.root.setAttribute('class', 'portrait');
    this.root.setAttribute('aria-hidden', 'true');
    const made = PARTS.map(make);
    made.find((part) => part.getAttribute('class') === 'eyes')!.append(...EYES.map(make));
    this.root.append(...made);
    this.mouth = made.at(-1)!;
    this.speak('sil', 0);
  }

  speak(shape: Shape, weight: number): void {
    const path = mouthPath(shape, weight);
    if (path === this.drawn) return;
    this.drawn = path;
    this.mouth.setAttribute('d', path);
  }
}

function make([tag, attributes]: Part): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
