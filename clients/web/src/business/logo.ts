/** A company's logo, or the first letter of its name where it has none. */

import { words } from '../i18n';
import { el } from '../ui/dom';
import type { Localised } from '../world/scene';

const TINTS = ['#1f5a41', '#7b4c22', '#2c5270', '#5d4777', '#5b5a1e', '#7a3b3b'] as const;
/** What every name of a region begins with says nothing of the company. */
const REGION = /^(?:中国|北京|上海|天津|重庆|广州|深圳|苏州|杭州|南京|成都|武汉|西安|江苏|浙江|广东|山东|四川|湖北|湖南)(?:省|市|工业园区|高新区)?/;

/** The letter that stands for a name. */
export function letterOf(name: string): string {
  const bare = name.replace(REGION, '') || name;
  return [...bare.trim()][0]?.toUpperCase() ?? '·';
}

export function logoOf({ id, name, logo }: { id: string; name: Localised; logo: string | null }): HTMLElement {
  const box = el('span', { class: 'company-logo', attrs: { 'aria-hidden': 'true' } });
  const letter = (): void => {
    box.classList.add('letter');
    box.style.background = TINTS[[...id].reduce((sum, character) => sum + character.codePointAt(0)!, 0) % TINTS.length]!;
    box.replaceChildren(letterOf(words(name)));
  };
  if (!logo) letter();
  else {
    const image = el('img', { attrs: { alt: '', decoding: 'async', src: `/assets/${logo}`, draggable: 'false' } });
    image.addEventListener('error', letter);
    box.append(image);
  }
  return box;
}
