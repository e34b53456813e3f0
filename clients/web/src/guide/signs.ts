/** Line drawings of the talk, 24 units each. */

const SIGNS = {
  mic: ['M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3z', 'M5.5 11.5a6.5 6.5 0 0 0 13 0', 'M12 18v3'],
  send: ['M12 19V5.5', 'M6 11l6-6 6 6'],
  stop: ['M7.5 7.5h9v9h-9z'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  up: ['M7.5 10.5v9H4.5v-9z', 'M7.5 10.5l4-7c1.6 0 2.6 1.2 2.3 2.7l-.7 3.3h5c1.3 0 2.2 1.2 1.9 2.4l-1.5 6c-.2 1-1 1.6-2 1.6h-9'],
  down: ['M7.5 13.5v-9H4.5v9z', 'M7.5 13.5l4 7c1.6 0 2.6-1.2 2.3-2.7l-.7-3.3h5c1.3 0 2.2-1.2 1.9-2.4l-1.5-6c-.2-1-1-1.6-2-1.6h-9'],
  take: ['M12 4v11', 'M7.5 11l4.5 4.5L16.5 11', 'M5 19.5h14'],
  bin: ['M5 7h14', 'M9.5 7V4.5h5V7', 'M7 7l.8 12.5h8.4L17 7'],
  whisper: ['M4 12a8 8 0 0 1 8-8', 'M8 12a4 4 0 0 1 4-4', 'M12 12h.01', 'M15 15l5 5', 'M20 15l-5 5'],
  loud: ['M4 9.5v5h3.5L12 18V6L7.5 9.5z', 'M15.5 9a4.2 4.2 0 0 1 0 6', 'M18 6.5a8 8 0 0 1 0 11'],
  mute: ['M4 9.5v5h3.5L12 18V6L7.5 9.5z', 'M15.5 9.5l5 5', 'M20.5 9.5l-5 5'],
  book: ['M5 5.5c2.5-1 5-1 7 .5 2-1.5 4.5-1.5 7-.5v13c-2.5-1-5-1-7 .5-2-1.5-4.5-1.5-7-.5z', 'M12 6v13'],
  talk: ['M4.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-6l-4.5 4v-4h-.5a2 2 0 0 1-2-2z', 'M8.5 10h.01', 'M12 10h.01', 'M15.5 10h.01'],
  walk: ['M13 4.5h.01', 'M9 20l2.5-5.5-2-2.5.8-4.5L14 9l1.5 2.5H18', 'M11.5 14.5L14.5 17l.5 3.5', 'M10.3 7.5L7.5 9.5 7 12'],
  new: ['M5 12a7 7 0 1 0 2.2-5', 'M5 4.5V8h3.5'],
} as const;

export type SignName = keyof typeof SIGNS;

const SVG = 'http://www.w3.org/2000/svg';

export function sign(name: SignName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of SIGNS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
