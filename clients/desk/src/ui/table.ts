/** What a table shows: its columns, and the order that a person chose. */

import { lang } from '@/i18n';

/** One column. `value` is what it sorts by and shows when there is no slot of its name. */
export interface Column<R> {
  key: string;
  title: string;
  /** A CSS width, such as `120px` or `30%`. */
  width?: string;
  /** Whether a press on its title sorts by it. */
  sort?: boolean;
  /** Numbers stand at the end of their cell. */
  numeric?: boolean;
  /** It names the row: in a card it stands on top, without a label. */
  primary?: boolean;
  value?: (row: R) => string | number | null | undefined;
}

export interface Order {
  key: string;
  down: boolean;
}

/** What a row shows in a column. */
export function valueOf<R>(row: R, column: Column<R>): string | number | null | undefined {
  if (column.value) return column.value(row);
  const found = (row as Record<string, unknown>)[column.key];
  return typeof found === 'string' || typeof found === 'number' ? found : null;
}

/** The rows in the wanted order: numbers by size, words by the reader's language, nothing last. */
export function ordered<R>(rows: readonly R[], columns: readonly Column<R>[], order: Order | null): R[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!order || !column) return [...rows];
  const collator = new Intl.Collator(lang(), { numeric: true });
  const turn = order.down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if (lacks(left) || lacks(right)) return Number(lacks(left)) - Number(lacks(right));
    if (typeof left === 'number' && typeof right === 'number') return turn * (left - right);
    return turn * collator.compare(String(left), String(right));
  });
}

const lacks = (value: unknown): boolean => value === null || value === undefined || value === '';

/** A press on a title: up, then down, then as the rows came. */
export function pressed(order: Order | null, key: string): Order | null {
  if (order?.key !== key) return { key, down: false };
  return order.down ? null : { key, down: true };
}

/** The selection after a press on one row; with `from`, everything between them is taken in. */
export function chosen(keys: readonly string[], selected: readonly string[], key: string, from: string | null): string[] {
  const now = new Set(selected);
  const [a, b] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(key)];
  if (a >= 0 && b >= 0) for (const one of keys.slice(Math.min(a, b), Math.max(a, b) + 1)) now.add(one);
  else if (!now.delete(key)) now.add(key);
  return [...now];
}
