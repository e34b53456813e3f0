/** The golden vectors that server, Python client and this client all read. */

import { readFileSync } from 'node:fs';

export function golden<T>(name: string): T {
  const url = new URL(`../../../tests/data/golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}

export const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
