/** What a screen shows over the picture: an invitation, captions, a way back. */

import { lang, otherLang, setLang, t, words } from '../i18n';
import { el } from '../ui/dom';
import type { Phase } from './phases';
import type { Stop } from './stops';

export interface ScreenHost {
  park(): string;
  hall(): string;
  /** Somebody touched the invitation or the tour. */
  begin(): void;
  /** Whoever had the screen hands it back. */
  done(): void;
  /** The page behind the QR code, of this park. */
  path: string;
}

export class Screen {
  private readonly park = el('p', { class: 'kiosk-park' });
  private readonly hall = el('h1');
  private readonly title = el('h2');
  private readonly text = el('p');
  private readonly dots = el('ol', { class: 'kiosk-dots', attrs: { 'aria-hidden': 'true' } });
  private readonly caption: HTMLElement;
  private readonly warning = el('p', { class: 'kiosk-warning', attrs: { role: 'status' } });
  private readonly root: HTMLElement;

  constructor(private readonly host: ScreenHost) {
    this.caption = el('div', { class: 'kiosk-caption', attrs: { 'aria-live': 'polite' } }, this.dots, this.title, this.text);
    const invitation = el('div', { class: 'kiosk-invitation' }, this.park, this.hall,
      el('button', { class: 'kiosk-begin', t: 'kiosk.begin', attrs: { type: 'button' } }),
      el('p', { class: 'kiosk-how', t: 'kiosk.how' }));
    const phone = el('figure', { class: 'kiosk-phone' },
      el('img', { attrs: { src: `/api/v1/qr.svg?path=${encodeURIComponent(host.path)}`, alt: '', width: '112', height: '112' } }),
      el('figcaption', { t: 'kiosk.phone' }));
    const touch = el('div', { class: 'kiosk-touch', attrs: { role: 'button', tabindex: '0', 'aria-label': t('kiosk.begin') } });
    touch.addEventListener('pointerdown', (event) => (event.preventDefault(), host.begin()));
    touch.addEventListener('keydown', () => host.begin());
    const back = el('div', { class: 'kiosk-back' },
      el('button', { t: 'kiosk.done', onclick: () => host.done(), attrs: { type: 'button' } }),
      ...(otherLang() ? [el('button', { text: '中文 / EN', onclick: () => this.turnLanguage(), attrs: { type: 'button', lang: 'mul' } })] : []));
    this.root = el('div', { class: 'kiosk', id: 'kiosk' }, invitation, this.caption, el('p', { class: 'kiosk-hint', t: 'kiosk.hint' }), phone, touch, back, this.warning);
    document.body.append(this.root);
  }

  show(phase: Phase): void {
    document.documentElement.dataset['kiosk'] = phase;
    this.translate();
    if (phase === 'visitor') this.say(null, 0, 0);
  }

  translate(): void {
    this.park.textContent = this.host.park();
    this.hall.textContent = this.host.hall();
  }

  say(stop: Stop | null, index: number, count: number): void {
    this.caption.classList.toggle('shown', stop !== null);
    this.dots.replaceChildren(...Array.from({ length: count }, (_, at) => el('li', at === index ? { class: 'on' } : {})));
    if (!stop) return;
    this.title.textContent = words(stop.title);
    this.text.textContent = words(stop.text);
  }

  warn(seconds: number | null): void {
    this.warning.textContent = seconds === null ? '' : t('kiosk.warning', { n: seconds });
    this.warning.classList.toggle('shown', seconds !== null);
  }

  private turnLanguage(): void {
    setLang(otherLang() ?? lang());
  }
}
