/** The label at the start of a talk, in letters of at least a twentieth of the short side of the screen. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import { openingLabel } from './labels';

/** GB 45438-2025 asks for two seconds at least. */
const STANDS_MS = 3000;
/** A talk that was silent for so long begins anew. */
const NEW_TALK_MS = 60_000;

export class Opening {
  private readonly said = new Map<string, number>();

  constructor(private readonly root: HTMLElement) {}

  /** Somebody begins to talk with a guide, or goes on; true when the talk is new, and so labelled. */
  begin(guide: string, now = performance.now()): boolean {
    const before = this.said.get(guide);
    this.said.set(guide, now);
    if (before !== undefined && now - before < NEW_TALK_MS) return false;
    const label = el('div', { class: 'opening', attrs: { role: 'status' } }, el('p', { text: openingLabel(lang()) }));
    this.root.append(label);
    setTimeout(() => label.remove(), STANDS_MS);
    return true;
  }
}
