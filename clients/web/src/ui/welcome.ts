/** Who are you? Asked once, never insisted on. */

import { t } from '../i18n';
import { COLORS, type SettingsStore } from '../settings';
import { el, toggle } from './dom';
import { agree, footOf, terms } from './foot';
import { logoOf } from './logo';
import { closeSheet, openSheet } from './sheet';

const LONGEST_NAME = 24;

/** Ask for a name and a colour; `done` is called whatever the answer. */
export function openWelcome(park: string, store: SettingsStore, done: () => void): void {
  const { name, color } = store.get();
  const input = el('input', {
    placeholder: 'welcome.placeholder',
    attrs: { maxlength: String(LONGEST_NAME), autocomplete: 'nickname', enterkeyhint: 'done', autofocus: '' },
  });
  input.value = name;
  let chosen = color;
  const accept = (): void => {
    store.set({ name: input.value.trim().slice(0, LONGEST_NAME), color: chosen });
    closeSheet();
  };
  input.addEventListener('keydown', (event) => event.key === 'Enter' && accept());
  const finish = (): void => {
    store.set({ greeted: true });
    agree();
    done();
  };
  openSheet(t('welcome.title', { park }), [
    ...logoOf(),
    el('p', { class: 'lead', text: t('welcome.text') }),
    el('label', { class: 'field' }, el('span', { text: t('welcome.name') }), input),
    el('div', { class: 'field' }, el('span', { text: t('welcome.color') }), swatches(color, (value) => (chosen = value))),
    toggle('welcome.measure', store.get().measure, (on) => store.set({ measure: on })),
    el('div', { class: 'buttons' },
      el('button', { class: 'secondary', text: t('welcome.skip'), onclick: () => closeSheet(), attrs: { type: 'button' } }),
      el('button', { class: 'primary', text: t('welcome.enter'), onclick: accept, attrs: { type: 'button' } })),
    ...terms(),
    ...footOf(),
  ], 'welcome', finish);
}

function swatches(chosen: string, onpick: (color: string) => void): HTMLElement {
  const row = el('div', { class: 'swatches', attrs: { role: 'radiogroup', 'aria-label': t('welcome.color') } });
  for (const color of COLORS) {
    const swatch = el('button', {
      class: 'swatch',
      attrs: { type: 'button', role: 'radio', 'aria-checked': String(color === chosen), 'aria-label': color },
      onclick: () => {
        for (const other of row.children) other.setAttribute('aria-checked', String(other === swatch));
        onpick(color);
      },
    });
    swatch.style.background = color;
    row.append(swatch);
  }
  return row;
}
