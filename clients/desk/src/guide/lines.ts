/** Two versions of a text, line by line: what stayed, what went, what came. */

import { compared, type Piece } from '@/registry/compare';

export interface Line {
  kind: 'same' | 'gone' | 'come';
  pieces: Piece[];
  /** Its number in the text that has it, from 1. */
  number: number;
}
/** Lines that differ, or a run of equal ones that was left out. */
export type Row = Line | { kind: 'skipped'; count: number };

/** More pairs than these are not compared one by one: what differs is shown as gone and come as a whole. */
const MOST_PAIRS = 4_000_000;
/** So many equal lines stay in sight around a change. */
const AROUND = 2;

const plain = (text: string): Piece[] => [{ text, differs: false }];

/** Every line of both texts, in reading order; lines that changed are marked letter by letter. */
export function linesOf(before: string, after: string): Line[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head);
  const same = (from: number, to: number): Line[] => a.slice(from, to).map((text, index) => ({ kind: 'same', pieces: plain(text), number: from + index + 1 }));
  return [...same(0, head), ...middle, ...same(a.length - tail, a.length)];
}

function between(a: readonly string[], b: readonly string[], head: number): Line[] {
  const kept = a.length * b.length > MOST_PAIRS ? [] : common(a, b);
  const found: Line[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...kept, [a.length, b.length] as const]) {
    found.push(...changed(a.slice(i, left), b.slice(j, right), head + i, head + j));
    if (left < a.length) found.push({ kind: 'same', pieces: plain(a[left]!), number: head + left + 1 });
    [i, j] = [left + 1, right + 1];
  }
  return found;
}

/** Lines that went, then those that came; as many as there are of both are compared in pairs. */
function changed(a: readonly string[], b: readonly string[], i: number, j: number): Line[] {
  const pairs = a.map((text, index) => (index < b.length ? compared(text, b[index]!) : [plain(text), plain('')] as const));
  return [
    ...a.map((text, index): Line => ({ kind: 'gone', pieces: index < b.length ? pairs[index]![0] : plain(text), number: i + index + 1 })),
    ...b.map((text, index): Line => ({ kind: 'come', pieces: index < a.length ? pairs[index]![1] : plain(text), number: j + index + 1 })),
  ];
}

/** Pairs of equal lines, in order, as many as there can be. */
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

/** Only what differs, with a little around it. */
export function shortened(lines: readonly Line[]): Row[] {
  const near = new Set(lines.flatMap(({ kind }, at) => (kind === 'same' ? [] : Array.from({ length: 2 * AROUND + 1 }, (_, step) => at - AROUND + step))));
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    if (near.has(at)) rows.push(line);
    else if (last?.kind === 'skipped') last.count += 1;
    else rows.push({ kind: 'skipped', count: 1 });
  }
  return rows;
}
