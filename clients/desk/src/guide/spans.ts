/** Places in a text, counted as the server counts them: by characters, not by the halves that JavaScript stores. */

export interface Span {
  start: number;
  end: number;
}

/** A run of a text: in which passages it lies (their numbers), and whether it is the place that is looked for. */
export interface Run {
  text: string;
  start: number;
  end: number;
  passage: number | null;
  focus: boolean;
}

/** Where each character begins in a string; one more entry for its end. */
function places(text: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const letter of text) {
    found.push(at);
    at += letter.length;
  }
  found.push(at);
  return found;
}

/** How many characters a text has. */
export const length = (text: string): number => places(text).length - 1;

/** The characters from `start` to `end`. */
export function slice(text: string, start: number, end: number): string {
  const at = places(text);
  const last = at.length - 1;
  return text.slice(at[clamp(start, last)]!, at[clamp(end, last)]!);
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.trunc(value)));

/** The whole text in runs, cut where a passage or the place that is looked for begins or ends. Nothing is lost. */
export function runsOf(text: string, passages: readonly Span[], focus: Span | null = null): Run[] {
  const at = places(text);
  const last = at.length - 1;
  const cuts = new Set([0, last]);
  for (const { start, end } of focus ? [...passages, focus] : passages) cuts.add(clamp(start, last)).add(clamp(end, last));
  const order = [...cuts].sort((a, b) => a - b);
  const sorted = passages.map((span, number) => ({ ...span, number })).sort((a, b) => a.start - b.start || a.end - b.end);
  let next = 0;
  return order.slice(0, -1).map((start, index) => {
    const end = order[index + 1]!;
    while (next < sorted.length && sorted[next]!.end <= start) next += 1;
    const over = sorted[next];
    return {
      text: text.slice(at[start]!, at[end]!), start, end,
      passage: over && over.start <= start ? over.number : null,
      focus: focus !== null && focus.start <= start && end <= focus.end,
    };
  });
}

/** `start-end` of an address; null when it is none. */
export function spanOf(asked: unknown): Span | null {
  const found = typeof asked === 'string' ? /^(\d{1,7})-(\d{1,7})$/.exec(asked) : null;
  if (!found) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return end > start ? { start, end } : null;
}
