import { decode, encode } from '@msgpack/msgpack';
import { expect, test } from 'vitest';

import { VERSION } from '../../src/wire';
import { fromHex, golden } from '../golden';

interface Vector {
  name: string;
  hex: string;
  json: unknown;
}

const vectors = golden<{ version: number; client: Vector[]; server: Vector[] }>('messages');

test('the golden vectors are of this version', () => {
  expect(vectors.version).toBe(VERSION);
});

test.each(vectors.server)('reads what the server says: $name', ({ hex, json }) => {
  expect(decode(fromHex(hex))).toEqual(json);
});

test.each(vectors.client)('what it says reads back: $name', ({ hex, json }) => {
  expect(decode(encode(json, { ignoreUndefined: true }))).toEqual(json);
  expect(decode(fromHex(hex))).toEqual(json);
});
