/** The park's own sign, where its page names one: fetched after the first view, in place of ours. */

import { el } from './dom';

const source = (): string => document.documentElement.dataset['logo'] ?? '';

/** A picture that others are not kept waiting by. */
function picture(kind: string): HTMLImageElement {
  const image = el('img', { class: kind, attrs: { alt: '', decoding: 'async', fetchpriority: 'low', draggable: 'false' } });
  image.src = source();
  return image;
}

/** Put the sign before the names of park and hall, once it has come. */
export function wearLogo(hud: HTMLElement): void {
  const mark = source() ? hud.querySelector('.mark') : null;
  if (!mark || mark.classList.contains('own')) return;
  const image = picture('logo');
  image.addEventListener('load', () => {
    mark.classList.add('own');
    mark.replaceChildren(image);
  });
}

/** The sign for the head of a sheet; nothing where there is none, or when it does not come. */
export function logoOf(): HTMLElement[] {
  if (!source()) return [];
  const image = picture('logo large');
  image.addEventListener('error', () => image.remove());
  return [image];
}
