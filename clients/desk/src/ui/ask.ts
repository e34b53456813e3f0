/** Asks a person before something happens that others will notice. */

import { reactive } from 'vue';

export interface Question {
  title: string;
  text: string;
  /** What pressing the button does, in its own words. */
  yes: string;
  /** It destroys something. */
  grave?: boolean;
  /** Asks for a line of words too; this is what stands above it. */
  note?: string;
}

export const asking = reactive({ open: false, question: null as Question | null, note: '' });
let answer: (note: string | null) => void = () => undefined;

/** The note (perhaps empty) when the person agrees, null when not. */
export function confirm(question: Question): Promise<string | null> {
  answer(null);
  Object.assign(asking, { open: true, question, note: '' });
  return new Promise((resolve) => (answer = resolve));
}

export function settle(agreed: boolean): void {
  asking.open = false;
  answer(agreed ? asking.note.trim() : null);
  answer = () => undefined;
}
