/** Ids of halls: part of their address, so suggested from the English name and never changed. */

const LONGEST = 48;
const SOUND = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Whether the park takes it as an id. */
export const isId = (text: string): boolean => SOUND.test(text);

/** An id from a name that has Latin letters or figures, else `hall`; one that is free. */
export function suggestId(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '');
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, LONGEST).replace(/-+$/, '') || 'hall';
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number++) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}
