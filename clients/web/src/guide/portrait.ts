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

/** What makes a drawn person itself; the colours are those of the park's own bodies. */
interface Look {
  style: 'up' | 'short' | 'bob';
  hair: string;
  skin: string;
  lip: string;
  jacket: string;
  trim: string;
  shirt: string;
  glasses?: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  xiaojing: { style: 'up', hair: '#3d2e31', skin: '#fbdcc8', lip: '#c9605a', jacket: '#2c6a68', trim: '#d8b470', shirt: '#f3eee4' },
  xiaoling: { style: 'short', hair: '#322c33', skin: '#f3cfb4', lip: '#ad6a5e', jacket: '#3a5072', trim: '#c9a766', shirt: '#f3eee4' },
  xiaoyun: { style: 'bob', hair: '#4a3026', skin: '#f8d4bd', lip: '#b95a52', jacket: '#e8e0d2', trim: '#2c6a68', shirt: '#ffffff', glasses: '#3a3230' },
};

/** Behind the head, and over the forehead. */
const HAIR: Readonly<Record<Look['style'], { behind: string; over: string }>> = {
  up: {
    behind: 'M46 16a14 12 0 0 1 28 0c0 5-4 9-9 10h-10c-5-1-9-5-9-10zM32 62c-4-30 8-46 28-46s32 16 28 46c-2 8-6 14-9 16H41c-3-2-7-8-9-16z',
    over: 'M32 60c-1-24 8-38 28-38s29 14 28 38c-3-8-6-14-10-20-8-1-20-2-29-9-4 10-10 19-17 29z',
  },
  short: { behind: 'M33 56c-3-26 8-40 27-40s30 14 27 40c-1 5-2 8-4 10H37c-2-2-3-5-4-10z', over: 'M33 55c-2-22 8-36 27-36s29 14 27 36c-2-6-4-10-6-17-5-1-9-3-13-6-6 5-16 8-29 7-3 5-4 10-6 16z' },
  bob: { behind: 'M27 64c-3-33 13-51 33-51s36 18 33 51c-1 13-3 24-7 31H34c-4-7-6-18-7-31z', over: 'M31 60c0-24 9-36 29-36s29 12 29 36c-4-6-6-13-7-19-12 3-29 1-37-8-3 10-8 19-14 27z' },
};

function partsOf(look: Look): Part[] {
  const { style, hair, skin, lip, jacket, trim, shirt, glasses } = look;
  const jaw = style === 'short' ? 'M34 58c0-21 10-31 26-31s26 10 26 31c0 13-4 24-12 32-4 4-8 6-14 6s-10-2-14-6c-8-8-12-19-12-32z' : 'M34 58c0-21 10-31 26-31s26 10 26 31c0 23-12 37-26 37S34 81 34 58z';
  return [
    ['rect', { width: '120', height: '120', fill: '#dfe9e2' }],
    ['path', { d: HAIR[style].behind, fill: hair }],
    ['path', { d: 'M16 120c2-20 18-28 44-28s42 8 44 28z', fill: jacket }],
    ['path', { d: 'M45 93l15 20 15-20-6-5H51z', fill: shirt }],
    ['path', { d: 'M45 92.5l13.5 27.5M75 92.5L61.5 120', fill: 'none', stroke: trim, 'stroke-width': '1.6' }],
    ['path', { d: 'M51 82h18v13c-3 6-15 6-18 0z', fill: skin }],
    ['path', { d: 'M51 88c6 5 12 5 18 0v7c-3 6-15 6-18 0z', fill: '#000', opacity: '0.08' }],
    ['path', { d: jaw, fill: skin }],
    ['ellipse', { cx: '42', cy: '74', rx: '5.5', ry: '3.4', fill: '#e88f7c', opacity: '0.3' }],
    ['ellipse', { cx: '78', cy: '74', rx: '5.5', ry: '3.4', fill: '#e88f7c', opacity: '0.3' }],
    ['path', { d: HAIR[style].over, fill: hair }],
    ['path', { d: 'M42 55q6-3.6 11-1M67 54q5-2.6 11 1', fill: 'none', stroke: hair, 'stroke-width': style === 'short' ? '2.6' : '1.9', 'stroke-linecap': 'round' }],
    ['g', { class: 'eyes' }],
    ...(glasses ? [['path', { d: 'M40 63a8 7.5 0 1 0 16 0a8 7.5 0 1 0-16 0M64 63a8 7.5 0 1 0 16 0a8 7.5 0 1 0-16 0M56 62q4-2 8 0', fill: 'none', stroke: glasses, 'stroke-width': '1.6' }] as const] : []),
    ['path', { d: 'M59 68q-2 5 2 5.5', fill: 'none', stroke: '#c98d6e', 'stroke-width': '1.5', 'stroke-linecap': 'round' }],
    ['path', { class: 'mouth', fill: lip, stroke: lip, 'stroke-width': '1.2', 'stroke-linejoin': 'round' }],
  ];
}

const EYES: readonly Part[] = [
  ['ellipse', { cx: '48', cy: '63', rx: '5', ry: '5.8', fill: '#fff' }], ['ellipse', { cx: '72', cy: '63', rx: '5', ry: '5.8', fill: '#fff' }],
  ['circle', { cx: '48.4', cy: '63.6', r: '3.7', fill: '#4a3326' }], ['circle', { cx: '71.6', cy: '63.6', r: '3.7', fill: '#4a3326' }],
  ['circle', { cx: '49.6', cy: '62', r: '1.3', fill: '#fff' }], ['circle', { cx: '72.8', cy: '62', r: '1.3', fill: '#fff' }],
  ['path', { d: 'M42.5 61q5-5.5 11 0M66.5 61q6-5.5 11 0', fill: 'none', stroke: '#2b211c', 'stroke-width': '1.8', 'stroke-linecap': 'round' }],
];

export class Portrait {
  readonly root = document.createElementNS(SVG, 'svg');
  private mouth: Element | null = null;
  private drawn = '';
  private shown = '';

  constructor() {
    this.root.setAttribute('viewBox', '0 0 120 120');
    this.root.setAttribute('class', 'portrait');
    this.root.setAttribute('aria-hidden', 'true');
  }

  /** Show who somebody is: one of the people that are drawn, else a picture, else the first of them. */
  show(persona: string, picture = ''): void {
    if (`${persona} ${picture}` === this.shown) return;
    this.shown = `${persona} ${picture}`;
    this.drawn = '';
    const look = LOOKS[persona];
    if (!look && picture) {
      this.mouth = null;
      return this.root.replaceChildren(make(['image', { href: picture, width: '120', height: '120', preserveAspectRatio: 'xMidYMin slice' }]));
    }
    const made = partsOf(look ?? LOOKS['xiaojing']!).map(make);
    made.find((part) => part.getAttribute('class') === 'eyes')!.append(...EYES.map(make));
    this.root.replaceChildren(...made);
    this.mouth = made[made.length - 1]!;
    this.speak('sil', 0);
  }

  speak(shape: Shape, weight: number): void {
    const path = mouthPath(shape, weight);
    if (path === this.drawn) return;
    this.drawn = path;
    this.mouth?.setAttribute('d', path);
  }
}

function make([tag, attributes]: Part): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
