/** What an act changed, line by line: each value's place, what it was before, what it is after. */

export interface Line {
  path: string;
  before: string | null;
  after: string | null;
  changed: boolean;
}

const MOST_LINES = 200;
const LONGEST = 400;

/** Both sides, taken apart into single values, in the order in which they first come. */
export function lines(before: unknown, after: unknown): Line[] {
  const [was, is] = [flat(before), flat(after)];
  const paths = [...new Set([...was.keys(), ...is.keys()])].slice(0, MOST_LINES);
  return paths.map((path) => {
    const [left, right] = [was.get(path) ?? null, is.get(path) ?? null];
    return { path, before: left, after: right, changed: left !== right };
  });
}

function flat(value: unknown): Map<string, string> {
  const found = new Map<string, string>();
  if (value !== null && value !== undefined) walk(value, '', found);
  return found;
}

function walk(value: unknown, path: string, found: Map<string, string>): void {
  if (found.size >= MOST_LINES) return;
  if (isOperation(value)) return put(found, value.path, value.op === 'remove' || value.op === 'unset' ? `− ${value.op}` : said(value.value));
  if (Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null)) {
    value.forEach((one, index) => walk(one, isOperation(one) ? path : joined(path, String(index + 1)), found));
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length) {
    for (const [name, inner] of Object.entries(value)) walk(inner, joined(path, name), found);
  } else put(found, path || '·', said(value));
}

/** An operation of a patch says itself where it belongs. */
interface Operation { op: string; path: string; value?: unknown }
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'op' in value && 'path' in value && typeof value.path === 'string' && typeof value.op === 'string';

function put(found: Map<string, string>, path: string, text: string): void {
  found.set(path, text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
const joined = (path: string, name: string): string => (path ? `${path}.${name}` : name);
const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
