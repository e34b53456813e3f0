/** The foot of the page, which the server wrote: in the visitor's language, and in sheets too. */

import { lang, onLang, t } from '../i18n';
import { recall, remember } from '../memory';
import { el } from './dom';

const AGREED = 'agreed';
const TOKEN = 'visitor';

const page = (): HTMLElement | null => document.getElementById('foot');

/** Put the foot's words, and where its documents lead, into the visitor's language. */
function say(foot: HTMLElement): void {
  const en = lang() === 'en';
  for (const part of foot.querySelectorAll<HTMLElement>('[data-zh]')) {
    part.textContent = part.dataset[en ? 'en' : 'zh'] ?? '';
    if (part instanceof HTMLAnchorElement) part.search = `?lang=${lang()}`;
  }
}

/** Keep the page's own foot in the visitor's language. */
export function keepFoot(): void {
  const foot = page();
  if (!foot) return;
  say(foot);
  onLang(() => say(foot));
}

/** The same foot for a sheet; nothing where the page has none. */
export function footOf(): HTMLElement[] {
  const copy = page()?.cloneNode(true) as HTMLElement | undefined;
  if (!copy) return [];
  copy.removeAttribute('id');
  say(copy);
  return [copy];
}

/** What one agrees to by going on, with the way to each document. */
export function terms(): HTMLElement[] {
  const foot = page();
  if (!foot) return [];
  const links = [...foot.querySelectorAll<HTMLAnchorElement>('a[data-zh]')].map((link) => {
    const copy = link.cloneNode(true) as HTMLAnchorElement;
    copy.textContent = lang() === 'en' ? link.dataset['en']! : `《${link.dataset['zh']!}》`;
    return copy;
  });
  return [el('p', { class: 'fine terms' }, t('welcome.agree'), ...links.flatMap((link) => [' ', link]))];
}

const present = (): string => page()?.dataset['documents'] ?? '';

/** Whether the documents in force are those that were agreed to here. */
export const hasAgreed = (): boolean => present() === '' || recall(AGREED) === present();

/** Note what was agreed to, here and in the park's register, under a name that nobody knows. */
export function agree(): void {
  if (hasAgreed()) return;
  const document = present();
  remember(AGREED, document);
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ purpose: 'terms', document, given: true, visitor: token() });
  void fetch('/api/v1/consents', { method: 'POST', headers, body }).catch(() => undefined);
}

/** This browser's own secret, by which it can take back what it agreed to. */
function token(): string {
  const known = recall(TOKEN);
  if (known) return known;
  const made = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  remember(TOKEN, made);
  return made;
}
