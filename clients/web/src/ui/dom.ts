/** Elements in one expression; words by key, so that a change of language reaches them. */

import { type Key, t } from '../i18n';
import { type IconName, ICONS } from './icons';

export interface Props {
  class?: string;
  id?: string;
  /** The words inside. */
  t?: Key;
  /** The words for a screen reader and the tooltip. */
  label?: Key;
  placeholder?: Key;
  text?: string;
  attrs?: Record<string, string>;
  onclick?: (event: MouseEvent) => void;
}

type Child = Node | string | null;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (props.class) element.className = props.class;
  if (props.id) element.id = props.id;
  for (const [name, value] of Object.entries(props.attrs ?? {})) element.setAttribute(name, value);
  if (props.text !== undefined) element.textContent = props.text;
  if (props.t) {
    element.dataset['t'] = props.t;
    element.textContent = t(props.t);
  }
  if (props.label) {
    element.dataset['tLabel'] = props.label;
    element.setAttribute('aria-label', t(props.label));
    element.title = t(props.label);
  }
  if (props.placeholder) {
    element.dataset['tPlaceholder'] = props.placeholder;
    element.setAttribute('placeholder', t(props.placeholder));
  }
  if (props.onclick) element.addEventListener('click', props.onclick as (event: Event) => void);
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon of 24 units, drawn in the colour of the text around it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of ICONS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** A round button that shows an icon and says its name. */
export function iconButton(
  name: IconName, label: Key, onclick: (event: MouseEvent) => void, extra = '',
): HTMLButtonElement {
  return el('button', { class: `round ${extra}`, label, onclick, attrs: { type: 'button' } }, icon(name));
}

/** A choice of one among a few, as a row of buttons. */
export function segmented<T extends string | number>(
  options: { value: T; label: string }[], chosen: T, onpick: (value: T) => void, label: string,
): HTMLElement {
  const row = el('div', { class: 'segmented', attrs: { role: 'radiogroup', 'aria-label': label } });
  for (const option of options) {
    const button = el('button', {
      text: option.label,
      attrs: { type: 'button', role: 'radio', 'aria-checked': String(option.value === chosen) },
      onclick: () => {
        for (const other of row.children) other.setAttribute('aria-checked', String(other === button));
        onpick(option.value);
      },
    });
    row.append(button);
  }
  return row;
}

/** An on-off switch with its words before it. */
export function toggle(label: Key, on: boolean, onchange: (on: boolean) => void): HTMLElement {
  const input = el('input', { attrs: { type: 'checkbox', role: 'switch' } });
  input.checked = on;
  input.addEventListener('change', () => onchange(input.checked));
  return el('label', { class: 'toggle' }, el('span', { t: label }), input, el('i'));
}
