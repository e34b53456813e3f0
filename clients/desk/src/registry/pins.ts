/** Comments that a clerk pins to fields and documents: collected here, sent once as a complete list. */

import { recall, remember } from '@web/memory';
import { computed, reactive } from 'vue';

export interface Pin {
  /** `/fields/name` or `/documents/kind`. */
  pointer: string;
  text: string;
}
export const LONGEST = 500;

const key = (application: string): string => `desk.pins.${application}`;

/** What was pinned to an application on this device and not sent yet. */
function recalled(application: string): Pin[] {
  try {
    const found: unknown = JSON.parse(recall(key(application)) ?? '[]');
    return Array.isArray(found) ? found.filter(isPin).map(({ pointer, text }) => ({ pointer, text })) : [];
  } catch {
    return [];
  }
}

function isPin(one: unknown): one is Pin {
  const pin = one as Partial<Pin> | null;
  return typeof pin?.pointer === 'string' && typeof pin.text === 'string';
}

/** The pins of one application. `order` is how the form goes: the list is sent in its order. */
export function makePins(application: string, order: (pointer: string) => number) {
  const pins = reactive<Pin[]>(recalled(application));
  const keep = (): void => remember(key(application), JSON.stringify(pins));
  const find = (pointer: string): Pin | undefined => pins.find((pin) => pin.pointer === pointer);

  /** Write on a pin; one without words comes off when `settle` is called. */
  function put(pointer: string, text: string): void {
    const pin = find(pointer);
    if (pin) pin.text = text.slice(0, LONGEST);
    else pins.push({ pointer, text: text.slice(0, LONGEST) });
    keep();
  }
  function take(pointer: string): void {
    const at = pins.findIndex((pin) => pin.pointer === pointer);
    if (at >= 0) pins.splice(at, 1);
    keep();
  }
  function clear(): void {
    pins.splice(0);
    keep();
  }
  /** Those that say something, in the order of the form. */
  const list = computed(() => pins.filter(({ text }) => text.trim()).map(({ pointer, text }) => ({ pointer, text: text.trim() })).toSorted((a, b) => order(a.pointer) - order(b.pointer)));
  return { pins, list, find, put, take, clear };
}
export type Pins = ReturnType<typeof makePins>;
