/** A sheet over the park: one at a time, closed by Escape, by its button or by the veil. */

import { type Key, t } from '../i18n';
import { el, iconButton } from './dom';

let open: { veil: HTMLElement; back: Element | null; onclose: () => void } | null = null;

/** Show a sheet; focus moves into it and returns when it closes. */
export function openSheet(
  title: string, body: Node[], extra = '', onclose: () => void = () => undefined,
): HTMLElement {
  closeSheet();
  const close = iconButton('close', 'close', () => closeSheet());
  const sheet = el(
    'section',
    { class: `sheet glass ${extra}`, attrs: { role: 'dialog', 'aria-modal': 'true', 'aria-label': title } },
    el('div', { class: 'sheet-head' }, el('h2', { text: title }), close),
    el('div', { class: 'sheet-body' }, ...body),
  );
  const veil = el('div', { class: 'veil' }, sheet);
  veil.addEventListener('pointerdown', (event) => event.target === veil && closeSheet());
  veil.addEventListener('keydown', (event) => keepFocus(event, sheet));
  const back = document.activeElement;
  document.getElementById('hud')!.append(veil);
  open = { veil, back, onclose };
  const first = sheet.querySelector<HTMLElement>('[autofocus], .sheet-body button, .sheet-body input');
  (first ?? close).focus({ preventScroll: true });
  return sheet;
}

/** Close what is open; true when there was something. */
export function closeSheet(): boolean {
  if (!open) return false;
  const { veil, back, onclose } = open;
  open = null;
  veil.remove();
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  onclose();
  return true;
}

export const sheetIsOpen = (): boolean => open !== null;

/** Tab stays inside while the sheet is open. */
function keepFocus(event: KeyboardEvent, sheet: HTMLElement): void {
  event.stopPropagation();
  if (event.key === 'Escape') return void closeSheet();
  if (event.key !== 'Tab') return;
  const stops = [...sheet.querySelectorAll<HTMLElement>('button:not(:disabled), input, textarea, a[href]')];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const from = event.shiftKey ? first : last;
  if (document.activeElement !== from) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

export const heading = (key: Key): HTMLElement => el('h3', { text: t(key) });
