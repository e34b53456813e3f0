import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

import { withoutEval } from '../../../src/stage/stream/transcoder';

const folder = createRequire(import.meta.url).resolve('three').replace(/build.*$/, 'examples/jsm/libs/basis/');

interface Basis {
  initializeBasis(): void;
  KTX2File: new (bytes: Uint8Array) => { startTranscoding(): number; close(): void; delete(): void };
}

/** The transcoder in a world where no code can be made from text, as our policy has it. */
async function open(glue: string): Promise<Basis> {
  const wasmBinary = await readFile(`${folder}basis_transcoder.wasm`);
  const place = createContext(
    { WebAssembly, TextDecoder, URL, console, wasmBinary, self: { location: { href: '' } } },
    { codeGeneration: { strings: false, wasm: true } },
  );
  runInContext(glue, place);
  return (await runInContext(
    'new Promise((done) => { const m = { wasmBinary, onRuntimeInitialized: () => done(m) }; BASIS(m); })', place,
  )) as Basis;
}

describe('the transcoder of KTX2 textures', () => {
  it('runs where no code may be made from text', async () => {
    const basis = await open(withoutEval(await readFile(`${folder}basis_transcoder.js`, 'utf8')));
    basis.initializeBasis();
    const file = new basis.KTX2File(new Uint8Array(64));
    expect(Boolean(file.startTranscoding())).toBe(false);
    file.close();
    file.delete();
  });

  it('is not rewritten when it is another than the one that is known', () => {
    expect(() => withoutEval('var BASIS = 1;')).toThrow('unknown');
  });
});
