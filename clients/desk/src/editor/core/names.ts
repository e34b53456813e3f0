/** Names for new nodes, which two editors never choose alike; and colours for colleagues. */

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/** A new node's id: its kind, and letters of chance. */
export function newId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `${kind}-${Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

/** Told apart from one another, from the selection's amber, and readable under white letters. */
const COLOURS = ['#2f6fc4', '#a03c8e', '#0f7f83', '#b3402f', '#5b50b8', '#7a6a12'];

export const colourOf = (person: number): string => COLOURS[person % COLOURS.length]!;
