/** What stands on each plinth, and what a text about a plinth says of it. */

import { type Card, localise, type Language, type SceneNode, type TextBoard } from '../world/scene';

export type Guest = Pick<Card, 'title' | 'maker'>;

/** By plinth, what the exhibit upon it says of itself. */
export function guestsOf(nodes: Iterable<{ node: SceneNode }>): Map<string, Guest> {
  const guests = new Map<string, Guest>();
  for (const { node } of nodes) {
    if (node.kind === 'exhibit' && node.parent) {
      guests.set(node.parent, { title: node.card?.title ?? node.name, maker: node.card?.maker });
    }
  }
  return guests;
}

/** The words of a text: its own, or what its plinth's guest says. An unknown maker is no words. */
export function wordsOf(text: TextBoard, guests: ReadonlyMap<string, Guest>, lang: Language): string {
  const guest = text.about && guests.get(text.about.plinth);
  if (!guest) return localise(text, lang);
  return localise(text.about!.line === 'maker' ? guest.maker : guest.title, lang);
}
