/** Whether the park would take a value, and if not, why: the server's own table and words. */

import { words } from '@/i18n';

import { COMMON, COMPONENTS, FOUND, HALL, type Kind } from '../printed';
import type { Shape } from '../shape';

/** Where in a value something is wrong, and what; `about` says what would be right. */
export interface Fault {
  at: string;
  code: string;
  about: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Everything that is wrong with a value. */
export function faultsOf(shape: Shape, value: unknown, at = ''): Fault[] {
  const fault = (code: string, about = ''): Fault[] => [{ at, code, about }];
  if (value === null && shape.nullable) return [];
  switch (shape.type) {
    case 'number':
    case 'integer':
      if (!isNumber(value)) return fault(shape.type === 'number' ? 'not_a_number' : 'not_an_integer');
      if (shape.type === 'integer' && !Number.isInteger(value)) return fault('not_an_integer');
      return value < shape.min || value > shape.max ? fault('out_of_range', `${shape.min}..${shape.max}`) : [];
    case 'text':
      if (typeof value !== 'string') return fault('not_a_string');
      // Characters as the server counts them, not halves of pairs.
      return within([...value].length, shape) ? [] : fault('wrong_length', `${shape.min}..${shape.max}`);
    case 'boolean': return typeof value === 'boolean' ? [] : fault('not_a_boolean');
    case 'match': return typeof value === 'string' && new RegExp(`^(?:${shape.pattern})$`).test(value) ? [] : fault(shape.code ?? 'bad_id');
    case 'choice': return typeof value === 'string' && shape.values.includes(value) ? [] : fault('not_a_choice', shape.values.join(', '));
    case 'quaternion': return Array.isArray(value) && value.length === 4 && value.every(isNumber) ? [] : fault('not_a_quaternion');
    case 'list':
      if (!Array.isArray(value)) return fault('not_a_list');
      if (!within(value.length, shape)) return fault('wrong_length', `${shape.min}..${shape.max}`);
      return value.flatMap((each: unknown, index) => faultsOf(shape.of, each, `${at}/${index}`));
    case 'record':
      if (!isRecord(value)) return fault('not_an_object');
      return [
        ...shape.needs.filter((key) => !(key in value)).map((key): Fault => ({ at: `${at}/${key}`, code: 'missing', about: '' })),
        ...Object.entries(value).flatMap(([key, each]): Fault[] => {
          const known = shape.fields[key];
          return known ? faultsOf(known, each, `${at}/${key}`) : [{ at: `${at}/${key}`, code: 'unknown_property', about: '' }];
        }),
      ];
    case 'map':
      return isRecord(value) ? Object.entries(value).flatMap(([key, each]) => faultsOf(shape.of, each, `${at}/${key}`)) : fault('not_an_object');
  }
}

const within = (count: number, { min, max }: { min: number; max: number }): boolean => count >= min && count <= max;

/** What stands at `text/size` in nodes of a kind, or in the hall; null when nothing may. */
export function shapeAt(kind: Kind | 'hall', path: string): Shape | null {
  const [first, ...rest] = path.split('/');
  const table = kind === 'hall' ? HALL : { ...COMMON, ...COMPONENTS[kind] };
  let shape: Shape | undefined = table[first!];
  for (const key of rest) {
    if (shape?.type === 'record') shape = shape.fields[key];
    else if (shape?.type === 'list' || shape?.type === 'map') shape = shape.of;
    else return null;
  }
  return shape ?? null;
}

/** The server's words for a fault, in the reader's language. */
export const wordsOfFault = ({ code, about }: Pick<Fault, 'code' | 'about'>): string =>
  `${words(FOUND[code]) || code}${about ? ` (${about})` : ''}`;
