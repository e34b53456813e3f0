/** What floats over the park all the time: names, people, buttons, hints, words that come and go. */

import { apply, type Key, lang, otherLang, setLang, t } from '../i18n';
import { el, icon, iconButton } from './dom';

export interface HudActions {
  people(): void;
  places(): void;
  help(): void;
  settings(): void;
  me(): void;
  vr(): void;
}

export type VrState = 'ready' | 'active' | 'insecure' | 'none';

const TOAST_MS = 4200;
const PLACE_MS = 2600;

export class Hud {
  readonly root = document.getElementById('hud')!;
  private readonly park = el('span', { class: 'park' });
  private readonly hall = el('span', { class: 'hall' });
  private readonly dot = el('span', { class: 'dot off' });
  private readonly count = el('span');
  private readonly peopleWords = el('span', { class: 'words' });
  private readonly people: HTMLButtonElement;
  private readonly letter = el('button', {
    class: 'round letter', label: 'bar.language', attrs: { type: 'button' },
    onclick: () => setLang(otherLang() ?? lang()),
  });
  private readonly me: HTMLButtonElement;
  private readonly vr: HTMLButtonElement;
  private readonly banner = el('div', { class: 'banner glass', attrs: { role: 'alert' } });
  private readonly hint = el('div', { class: 'hint glass' });
  private readonly toasts = el('div', { class: 'toasts', attrs: { 'aria-live': 'polite' } });
  private readonly label = el('div', { class: 'label' });
  private readonly fill = el('i');
  private readonly strip = el('div', { class: 'strip' }, this.fill);
  private readonly fade = el('div', { class: 'fade' });
  private total = 0;
  private online = false;
  private vrState: VrState = 'none';

  constructor(actions: HudActions) {
    this.people = el(
      'button', { class: 'people', attrs: { type: 'button' }, onclick: actions.people }, this.dot, icon('people'), this.count,
    );
    this.me = iconButton('person', 'bar.me', actions.me, 'wide me');
    this.vr = el('button', { class: 'primary vr', onclick: actions.vr, attrs: { type: 'button' } });
    const brand = el(
      'button',
      { class: 'brand glass', label: 'bar.halls', onclick: actions.places, attrs: { type: 'button' } },
      mark(), el('span', { class: 'names' }, this.park, this.hall), icon('chevron'),
    );
    const bar = el(
      'nav', { class: 'actions glass' }, this.people,
      iconButton('places', 'bar.halls', actions.places, 'wide'),
      iconButton('help', 'bar.help', actions.help, 'wide'),
      this.letter,
      iconButton('settings', 'bar.settings', actions.settings),
      this.me,
      this.vr,
    );
    this.people.append(this.peopleWords);
    this.banner.hidden = this.hint.hidden = this.label.hidden = true;
    this.root.append(this.strip, brand, bar, this.hint, this.toasts, this.banner, this.label);
    document.body.append(this.fade);
    this.translate();
  }

  /** Words that are not keys follow a change of language through here. */
  translate(): void {
    apply();
    this.letter.textContent = lang() === 'en' ? '中' : 'EN';
    this.letter.hidden = otherLang() === null;
    this.setPeople(this.total, this.online);
    this.setVr(this.vrState);
  }

  show(): void {
    this.root.classList.add('shown');
  }

  setNames(park: string, hall: string): void {
    this.park.textContent = park;
    this.hall.textContent = hall;
    document.title = hall ? `${hall} · ${park}` : park;
  }

  setPeople(total: number, online: boolean): void {
    this.total = total;
    this.online = online;
    const said = t(total > 1 ? 'bar.people' : 'bar.people.one', { n: total });
    this.count.textContent = String(total);
    this.people.setAttribute('aria-label', said);
    this.people.title = said;
    this.dot.classList.toggle('off', !online);
  }

  /** Who one is known as; null for a visitor. */
  setSelf(name: string | null): void {
    this.me.classList.toggle('known', name !== null);
    this.me.replaceChildren(name ? el('span', { text: [...name][0]!.toUpperCase() }) : icon('person'));
    if (name) this.me.dataset['name'] = name;
    else delete this.me.dataset['name'];
  }

  setVr(state: VrState): void {
    this.vrState = state;
    const offered = state === 'ready' || state === 'active';
    this.vr.className = offered ? 'primary vr' : 'secondary vr muted wide';
    const words = t(state === 'active' ? 'bar.vr.leave' : 'bar.vr');
    this.vr.replaceChildren(icon('headset'), el('span', { class: offered ? '' : 'wide', text: words }));
    const reason = state === 'insecure' ? t('vr.https') : state === 'none' ? t('vr.none') : words;
    this.vr.title = reason;
    this.vr.setAttribute('aria-label', offered ? words : `${words}: ${reason}`);
  }

  /** A bar across the screen while something lasts; null takes it away. */
  setBanner(key: Key | null, still = false): void {
    this.banner.hidden = key === null;
    this.banner.classList.toggle('still', still);
    if (key) {
      this.banner.dataset['t'] = key;
      this.banner.textContent = t(key);
    }
  }

  setHint(key: Key | null): void {
    this.hint.classList.toggle('gone', key === null);
    if (!key) return;
    this.hint.hidden = false;
    this.hint.dataset['t'] = key;
    this.hint.textContent = t(key);
  }

  toast(text: string, code = ''): void {
    const toast = el('div', { class: `toast glass${code ? ' error' : ''}`, text });
    if (code) toast.append(el('small', { text: t('error.code', { code }) }));
    this.pass(toast, TOAST_MS);
  }

  /** The name of the place one has come to. */
  arrive(name: string): void {
    this.pass(el('div', { class: 'toast place glass', text: name }), PLACE_MS);
  }

  /** What lies under the pointer. */
  setLabel(text: string | null, x = 0, y = 0): void {
    this.label.hidden = !text;
    if (!text) return;
    if (this.label.textContent !== text) this.label.textContent = text;
    const unit = Number(getComputedStyle(document.documentElement).getPropertyValue('--unit')) || 1;
    const room = innerWidth / unit - this.label.offsetWidth - 8;
    const left = Math.max(8, Math.min(x / unit + 16, room));
    this.label.style.transform = `translate(${left}px, ${y / unit + 18}px)`;
  }

  /** How much of the hall has come, 0..1; the strip goes when all has. */
  setProgress(share: number): void {
    this.fill.style.transform = `scaleX(${share})`;
    this.strip.classList.toggle('gone', share >= 1);
  }

  /** Cover the picture while the hall changes. */
  setFade(on: boolean): void {
    this.fade.classList.toggle('on', on);
  }

  private pass(toast: HTMLElement, ms: number): void {
    while (this.toasts.children.length > 2) this.toasts.firstChild?.remove();
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), ms);
  }
}

const SVG = 'http://www.w3.org/2000/svg';
const MARK = [
  'M14 74V44L48 20l34 24v30',
  'M34 74V54a14 14 0 0 1 28 0v20',
  'M6 82c7-5 14-5 21 0s14 5 21 0 14-5 21 0 14 5 21 0',
];

function mark(): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 4 96 92');
  for (const d of MARK) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return el('span', { class: 'mark', attrs: { 'aria-hidden': 'true' } }, svg);
}
