/** Two texts side by side: which pieces they share, and which they do not. */

export interface Piece {
  text: string;
  /** Not in the other text. */
  differs: boolean;
}

/** Longer ones are compared as wholes: the table below grows with both lengths. */
const LONGEST = 400;

/** Both texts in pieces, by their longest common run of letters. */
export function compared(left: string, right: string): [Piece[], Piece[]] {
  const [a, b] = [[...left], [...right]];
  if (a.length > LONGEST || b.length > LONGEST) return left === right ? [[same(left)], [same(right)]] : [[other(left)], [other(right)]];
  const kept = common(a, b);
  return [pieces(a, new Set(kept.map(([i]) => i))), pieces(b, new Set(kept.map(([, j]) => j)))];
}

const same = (text: string): Piece => ({ text, differs: false });
const other = (text: string): Piece => ({ text, differs: true });

/** Pairs of places whose letters are the same, in order, as many as there can be. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? 1 + lengths[(i + 1) * width + j + 1]! : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function pieces(letters: readonly string[], shared: ReadonlySet<number>): Piece[] {
  const found: Piece[] = [];
  for (const [place, letter] of letters.entries()) {
    const differs = !shared.has(place);
    const last = found.at(-1);
    if (last?.differs === differs) last.text += letter;
    else found.push({ text: letter, differs });
  }
  return found;
}
