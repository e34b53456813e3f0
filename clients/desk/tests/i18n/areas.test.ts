import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const FOLDER = new URL('../../src/i18n/zh', import.meta.url).pathname;

it('has each word in one area alone: the last would hide the others', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name !== 'index.ts')) {
    for (const [, key] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/^ {2}'([\w.]+)':/gm)) {
      if (seen.has(key!)) twice.push(`${key} in ${seen.get(key!)} and ${file}`);
      seen.set(key!, file);
    }
  }
  expect(twice).toEqual([]);
});
