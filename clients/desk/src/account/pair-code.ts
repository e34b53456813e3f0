/** A headset's code as it is typed: eight letters, a dash in the middle. */

const LENGTH = 8;

export function grouped(text: string): string {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '').slice(0, LENGTH);
  return letters.length > LENGTH / 2 ? `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}` : letters;
}

export const isWholeCode = (text: string): boolean => text.replace(/[^A-Z]/g, '').length === LENGTH;
