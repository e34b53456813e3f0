/** What the card about oneself says inside the headset. Pure. */

import type { XrCard } from '../stage-api';
import type { Language } from '../world/scene';
import type { PairingState } from './pairing';
import type { Session } from './self';
import { roleIn, wordsIn } from './words';

/** Buttons of the card by what they do. */
export type CardAct = 'again' | 'close' | 'language' | 'out';

/** The way to the park's companies: a card of theirs takes the place of this one. */
const COMPANIES = 'b:companies';

/** `turns`: the park offers another language. */
export function cardOf(session: Session | null, pairing: PairingState, lang: Language, turns = true): XrCard {
  const card = session ? signedCard(session, lang) : pairingCard(pairing, lang);
  return turns ? card : { ...card, buttons: card.buttons.filter(({ id }) => id !== 'language') };
}

function signedCard({ name, role }: Session, lang: Language): XrCard {
  const words = wordsIn(lang);
  const called = roleIn(role, lang);
  return {
    title: name || called, lines: [words.signed, ...(name ? [called] : [])], code: '', note: '', qr: [],
    buttons: [{ id: 'out', label: words.out }, { id: COMPANIES, label: words.companies }, { id: 'language', label: words.language }, { id: 'close', label: words.close }],
  };
}

function pairingCard({ step, code, place, qr }: PairingState, lang: Language): XrCard {
  const words = wordsIn(lang);
  const shown = step === 'shown';
  const said = { asking: words.asking, shown: words.leadHeadset, done: words.signed, denied: words.denied, failed: words.failed }[step];
  return {
    title: words.pairing, lines: [said, ...(shown ? [place] : [])], code: shown ? code : '', note: shown ? words.waiting : '', qr: shown ? qr : [],
    buttons: [
      ...(step === 'denied' || step === 'failed' ? [{ id: 'again', label: words.again }] : []),
      { id: COMPANIES, label: words.companies }, { id: 'language', label: words.language }, { id: 'close', label: words.close },
    ],
  };
}
