/** The card of an exhibit while it is being written. */

import type { ExhibitChange } from '@/api/printed';
import type { Card, Exhibit, Localised } from '@/api/types';

const both = (text?: Partial<Localised> | null): Localised => ({ zh: text?.zh ?? '', en: text?.en ?? '' });

/** A copy that can be edited: everything is there, if empty. */
export function draftOf({ title, card }: Pick<Exhibit, 'title' | 'card'>): Card {
  return {
    title: both(card?.title?.zh || card?.title?.en ? card.title : title),
    maker: both(card?.maker), text: both(card?.text), licence: card?.licence ?? '', contact: both(card?.contact),
    facts: (card?.facts ?? []).map(({ label, value }) => ({ label: both(label), value: both(value) })),
  };
}

const tidy = ({ zh, en }: Localised): Localised => ({ zh: zh.trim(), en: en.trim() });
const isEmpty = ({ zh, en }: Localised): boolean => !zh && !en;

/** What it comes to: trimmed, empty facts left out, a title in one language used for both. */
export function cleaned(card: Card): Card {
  const title = tidy(card.title);
  return {
    title: { zh: title.zh || title.en, en: title.en || title.zh },
    maker: tidy(card.maker), text: tidy(card.text), licence: card.licence.trim(), contact: tidy(card.contact),
    facts: card.facts.map(({ label, value }) => ({ label: tidy(label), value: tidy(value) }))
      .filter(({ label, value }) => !isEmpty(label) || !isEmpty(value)),
  };
}

/** What is sent: a line that says nothing is taken away. */
export function changeTo(card: Card): ExhibitChange {
  const { title, maker, text, facts, licence, contact } = cleaned(card);
  const said = (line: Localised): Localised | null => (isEmpty(line) ? null : line);
  return {
    title,
    card: { maker: said(maker), text: said(text), contact: said(contact), licence: licence || null, facts: facts.length ? facts : null },
  };
}

export const isSame = (a: Card, b: Card): boolean => JSON.stringify(cleaned(a)) === JSON.stringify(cleaned(b));
export const hasTitle = ({ title }: Card): boolean => !isEmpty(tidy(title));
