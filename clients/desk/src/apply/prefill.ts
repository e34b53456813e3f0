/** What was said to a guide of the park before: it waits in this browser for the form that it belongs into. */

import type { Value, Values } from '@/api/applications';

const KEY = 'lingjing.prefill';
const MARK = '#prefill=';
const LONGEST = 500;

/** The fields of an address's fragment that a form may begin with; none of what it does not know. */
export function prefillOf(hash: string): Values {
  if (!hash.startsWith(MARK)) return {};
  try {
    const said = JSON.parse(decodeURIComponent(hash.slice(MARK.length))) as Record<string, unknown>;
    const fields: Values = {};
    for (const name of ['name', 'brief'] as const) {
      const text = said[name];
      if (typeof text === 'string' && text.trim()) fields[name] = text.trim().slice(0, LONGEST);
    }
    // The trade is chosen from a list of divisions; a guide knows one by its number at most.
    if (typeof said['industry'] === 'string' && /^\d{2}$/.test(said['industry'])) fields['industry'] = said['industry'];
    if (said['wants_booth'] === true) fields['wants_booth'] = true;
    return fields;
  } catch {
    return {};
  }
}

/** Keep what the address brought, and take it out of the address. */
export function keepPrefill(store: Pick<Storage, 'setItem'> = sessionStorage): void {
  const fields = prefillOf(location.hash);
  if (!Object.keys(fields).length) return;
  store.setItem(KEY, JSON.stringify(fields));
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Put what waits into a form's empty fields, once. */
export function fillIn(values: Readonly<Values>, set: (name: string, value: Value) => void, store: Pick<Storage, 'getItem' | 'removeItem'> = sessionStorage): void {
  const kept = store.getItem(KEY);
  if (kept === null) return;
  store.removeItem(KEY);
  for (const [name, value] of Object.entries(JSON.parse(kept) as Values)) {
    const before = values[name];
    if (before === undefined || before === null || before === '' || before === false) set(name, value);
  }
}
