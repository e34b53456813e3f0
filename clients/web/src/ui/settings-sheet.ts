/** Language, picture, comfort, sound: what a visitor may choose. */

import { lang, offered, setLang, t } from '../i18n';
import type { SettingsStore } from '../settings';
import { el, segmented, toggle } from './dom';
import { footOf } from './foot';
import { heading, openSheet } from './sheet';

export interface SettingsActions {
  /** Ask for name and colour again. */
  introduce(): void;
  /** Who one is: signing in and out. */
  me(): void;
  help(): void;
  /** The quickest round trip to the server, milliseconds. */
  rtt(): number | null;
}

export function openSettings(store: SettingsStore, actions: SettingsActions): void {
  const reopen = (): void => openSettings(store, actions);
  const rtt = actions.rtt();
  openSheet(t('settings.title'), [
    ...general(store, reopen),
    row(t('settings.name'), button('settings.edit', actions.introduce)),
    row(t('help.title'), button('settings.show', actions.help)),
    row(t('bar.me'), button('settings.show', actions.me)),
    heading('settings.guide'),
    ...guides(store),
    heading('settings.comfort'),
    ...comfort(store),
    ...(rtt === null ? [] : [el('p', { class: 'fine', text: t('settings.connection', { ms: Math.round(rtt) }) })]),
    ...footOf(),
  ]);
}

const row = (label: string, control: HTMLElement): HTMLElement =>
  el('div', { class: 'row' }, el('span', { text: label }), control);

const button = (key: 'settings.edit' | 'settings.show', onclick: () => void): HTMLElement =>
  el('button', { class: 'secondary', text: t(key), onclick, attrs: { type: 'button' } });

function general(store: SettingsStore, reopen: () => void): HTMLElement[] {
  const { quality, sound, reducedMotion, measure } = store.get();
  const languages = offered().map((value) => ({ value, label: value === 'en' ? 'English' : '中文' }));
  const qualities = (['auto', 'low', 'high'] as const).map((value) => ({
    value, label: t(`settings.quality.${value}`),
  }));
  const changeLanguage = (value: 'zh-CN' | 'en'): void => {
    setLang(value);
    reopen();
  };
  return [
    ...(languages.length > 1 ? [row(t('settings.language'), segmented(languages, lang(), changeLanguage, t('settings.language')))] : []),
    row(t('settings.quality'), segmented(qualities, quality, (value) => store.set({ quality: value }), t('settings.quality'))),
    toggle('settings.sound', sound, (on) => store.set({ sound: on })),
    toggle('settings.motion', reducedMotion, (on) => store.set({ reducedMotion: on })),
    toggle('settings.measure', measure, (on) => store.set({ measure: on })),
  ];
}

/** What guides say: heard, written, read aloud by the device. */
function guides(store: SettingsStore): HTMLElement[] {
  const { captions, guideVolume, deviceVoice } = store.get();
  const volumes = ([['off', 0], ['low', 0.4], ['full', 1]] as const).map(([name, value]) => ({ value, label: t(`settings.volume.${name}`) }));
  return [
    row(t('settings.volume'), segmented(volumes, guideVolume, (value) => store.set({ guideVolume: value }), t('settings.volume'))),
    toggle('settings.captions', captions, (on) => store.set({ captions: on })),
    toggle('settings.device', deviceVoice, (on) => store.set({ deviceVoice: on })),
  ];
}

function comfort(store: SettingsStore): HTMLElement[] {
  const { vignette, snapTurn, locomotion } = store.get();
  const turns = [
    { value: 30, label: t('settings.turn.snap', { n: 30 }) },
    { value: 45, label: t('settings.turn.snap', { n: 45 }) },
    { value: 0, label: t('settings.turn.smooth') },
  ];
  const ways = (['teleport', 'smooth'] as const).map((value) => ({
    value, label: t(`settings.locomotion.${value}`),
  }));
  return [
    row(t('settings.turn'), segmented(turns, snapTurn, (value) => store.set({ snapTurn: value }), t('settings.turn'))),
    row(t('settings.locomotion'), segmented(ways, locomotion, (value) => store.set({ locomotion: value }), t('settings.locomotion'))),
    toggle('settings.vignette', vignette, (on) => store.set({ vignette: on })),
  ];
}
