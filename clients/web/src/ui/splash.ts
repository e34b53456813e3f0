/** The first picture: the park's name and how much of it has come. */

import { type Key, t } from '../i18n';
import { el } from './dom';

const node = (id: string): HTMLElement => document.getElementById(id)!;

/** Bytes in words, in the unit that suits `of`. */
const amount = (bytes: number, of: number): string =>
  of < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

export class Splash {
  private readonly root = node('splash');
  private readonly text = node('splash-text');

  say(key: Key): void {
    this.text.dataset['t'] = key;
    this.text.textContent = t(key);
  }

  setNames(park: string, hall: string): void {
    node('splash-park').textContent = park;
    node('splash-hall').textContent = hall;
  }

  /** Bytes that have come, and that will; the bar never runs backwards. */
  setProgress(loaded: number, total: number): void {
    const share = total > 0 ? Math.min(1, loaded / total) : 0;
    node('splash-fill').style.transform = `scaleX(${0.1 + 0.9 * share})`;
    if (!total || this.root.classList.contains('refused')) return;
    delete this.text.dataset['t'];
    this.text.textContent = t('splash.loading', { loaded: amount(loaded, total), total: amount(total, total) });
  }

  /** The park did not let one in: say why, and offer what can be done. */
  refuse(text: string, actions: { key: Key; run: () => void; primary?: boolean }[]): void {
    this.root.classList.remove('gone');
    this.root.classList.add('refused');
    node('splash-park').textContent = t('refused.title');
    node('splash-hall').textContent = '';
    delete this.text.dataset['t'];
    this.text.textContent = text;
    this.root.querySelector('.buttons')?.remove();
    const buttons = actions.map(({ key, run, primary }) =>
      el('button', { class: primary ? 'primary' : 'secondary', t: key, onclick: run, attrs: { type: 'button' } }),
    );
    this.root.append(el('div', { class: 'buttons' }, ...buttons));
  }

  /** The park let one in after all. */
  reopen(): void {
    this.root.classList.remove('refused');
    this.root.querySelector('.buttons')?.remove();
  }

  get gone(): boolean {
    return this.root.classList.contains('gone');
  }

  hide(): void {
    this.root.classList.add('gone');
  }
}
