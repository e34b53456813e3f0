/** How one moves: keys, fingers, headset; the device in hand comes first. */

import { type Key, t } from '../i18n';
import { el } from './dom';
import { heading, openSheet } from './sheet';

type Line = [what: Key, how: Key | string[]];

const DESKTOP: Line[] = [
  ['help.move', ['W', 'A', 'S', 'D', '↑', '↓', '←', '→']],
  ['help.run', ['Shift']],
  ['help.look', 'help.look.key'],
  ['help.lock', ['L']],
  ['help.go', 'help.go.key'],
  ['help.pick', 'help.pick.key'],
  ['help.sit', 'help.sit.key'],
  ['help.esc', ['Esc']],
];
const TOUCH: Line[] = [
  ['help.move', 'help.stick'],
  ['help.look', 'help.drag'],
  ['help.go', 'help.tap'],
  ['help.pick', 'help.tap.pick'],
];
const VR: Line[] = [
  ['help.teleport', 'help.teleport.key'],
  ['help.turn', 'help.turn.key'],
  ['help.pick', 'help.point.key'],
  ['bar.me', 'help.me.key'],
  ['help.talk', 'help.talk.key'],
];

/** `more`: keys that others have, by their words. */
export function openHelp(touch: boolean, more?: { title: string; keys: [what: string, key: string][] }): void {
  const groups: [Key, Line[]][] = [['help.desktop', DESKTOP], ['help.touch', TOUCH], ['help.vr', VR]];
  if (touch) groups.unshift(...groups.splice(1, 1));
  const others = more && !touch ? [el('h3', { text: more.title }), el('dl', { class: 'keys' }, ...more.keys.flatMap(([what, key]) => [
    el('dt', { text: what }), el('dd', {}, el('kbd', { text: key })),
  ]))] : [];
  openSheet(t('help.title'), [...groups.flatMap(([title, lines]) => [heading(title), table(lines)]), ...others]);
}

function table(lines: Line[]): HTMLElement {
  return el('dl', { class: 'keys' }, ...lines.flatMap(([what, how]) => [
    el('dt', { text: t(what) }),
    typeof how === 'string'
      ? el('dd', { text: t(how) })
      : el('dd', {}, ...how.map((key) => el('kbd', { text: key }))),
  ]));
}
