/** Break a text into lines: words of Latin script stay whole, Chinese breaks anywhere it may. */

/** Marks that may not begin a line. */
const NOT_FIRST = new Set('，。、；：？！）》」』】’”…·％,.;:?!)]}%');
/** Marks that may not end a line. */
const NOT_LAST = new Set('（《「『【‘“([{');

const isWide = (character: string): boolean => character > '\u2e7f';

/** The smallest pieces a line may be broken between. */
export function pieces(text: string): string[] {
  const out: string[] = [];
  for (const character of text) {
    const last = out.at(-1) ?? '';
    const glue = out.length > 0 && (
      NOT_FIRST.has(character) || NOT_LAST.has(last.at(-1) ?? '')
      || (!isWide(character) && !isWide(last.at(-1) ?? '') && character !== ' ' && !last.endsWith(' '))
      || character === ' '
    );
    if (glue && last !== '\n' && character !== '\n') out[out.length - 1] = last + character;
    else out.push(character);
  }
  return out;
}

/** Lines no wider than `width` as `measure` measures; a piece that is wider stands alone. */
export function wrap(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (piece === '\n') {
      lines.push(line.trimEnd());
      line = '';
    } else if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trimEnd() || lines.length === 0 ? [...lines, line.trimEnd()] : lines;
}
