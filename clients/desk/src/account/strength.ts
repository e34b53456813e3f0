/** How hard a password is to guess, roughly, while it is typed. The server judges for good. */

export type Strength = 0 | 1 | 2 | 3 | 4;

export const SHORTEST = 10;
const RUNS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', '1qaz2wsx3edc4rfv'];
const OFTEN = /pass(word)?|admin|lingjing|welcome|letmein|woaini|iloveyou|qwerty|5201314|1314520|88888|66666/gi;

/** 0 nothing yet, 1 guessed at once, 2 weak, 3 good, 4 strong. */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  if (!password) return 0;
  const bits = bitsOf(plain(password, known));
  if (password.length < SHORTEST || bits < 36) return 1;
  return bits < 48 ? 2 : bits < 64 ? 3 : 4;
}

/** Without what anybody would try first: common words, one's own name, runs and repetitions. */
function plain(password: string, known: readonly string[]): string {
  let left = password.replace(OFTEN, '*');
  for (const word of known) {
    if (word.length > 2) left = left.split(new RegExp(escaped(word), 'i')).join('*');
  }
  left = left.replace(/(.+?)\1{2,}/g, '$1*').replace(/(?:19|20)\d{2}/g, '**');
  for (const run of RUNS) {
    for (let size = 8; size >= 3; size--) {
      for (let at = 0; at + size <= run.length; at++) {
        const part = run.slice(at, at + size);
        left = left.replace(new RegExp(`${part}|${[...part].toReversed().join('')}`, 'gi'), '*');
      }
    }
  }
  return left;
}

/** Every kind of letter that is used makes each letter worth more. */
function bitsOf(text: string): number {
  const kinds: [RegExp, number][] = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[\u0080-\uffff]/, 2000], [/[^\w\u0080-\uffff]/, 30]];
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
  const varied = new Set(text).size;
  return Math.log2(Math.max(pool, 2)) * Math.min(text.length, varied * 2);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
