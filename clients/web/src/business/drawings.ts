/** Line icons of these panels, 24 units square, stroke 1.75: fetched with them. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  companies: ['M4.5 19.5V6.5l7-2.500v15.500', 'M11.500 9h8v10.500', 'M3 19.500h18', 'M7.500 9.500h1', 'M7.500 13h1', 'M15 12.500h1.500', 'M15 15.800h1.500'],
  units: ['M4 4.750h16v14.500H4z', 'M4 11.500h7.500', 'M11.500 4.750v4', 'M11.500 19.250v-7.750', 'M15.500 19.250v-4.500h4.500'],
  visit: ['M5 6.500h14a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Z', 'M4 10.500h16', 'M8.500 4.500v3.500', 'M15.500 4.500v3.500', 'M9 15l2 2 4-4'],
  join: ['M12 20.500h-6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1h8l4 4v4', 'M8.500 9h4', 'M8.500 12.500h5', 'M17.500 14.500v6', 'M14.500 17.500h6'],
  shield: ['M12 3.500l7 2.500v5c0 4.500-3 7.900-7 9.500-4-1.600-7-5-7-9.500V6l7-2.500Z', 'M9 12l2.200 2.200L15.200 10'],
  search: ['M10.750 17a6.250 6.250 0 1 0 0-12.500 6.250 6.250 0 0 0 0 12.500Z', 'M15.500 15.500l4.500 4.500'],
  link: ['M10 14.500a3.600 3.600 0 0 0 5.200 0l3.200-3.200a3.700 3.700 0 0 0-5.200-5.200l-1 1', 'M14 9.500a3.600 3.600 0 0 0-5.200 0l-3.200 3.200a3.700 3.700 0 0 0 5.200 5.200l1-1'],
  out: ['M13.500 5H19v5.500', 'M19 5l-8 8', 'M16.500 13.500v4.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8.500a1 1 0 0 1 1-1h4.500'],
  back: ['M14.500 6l-6 6 6 6'],
  filter: ['M4.500 6.500h15', 'M7.500 12h9', 'M10.500 17.500h3'],
} as const;

export type DrawingName = keyof typeof PATHS;

/** A drawing in the colour of the text around it. */
export function drawing(name: DrawingName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
