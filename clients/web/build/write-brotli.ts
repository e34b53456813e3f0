import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import type { Plugin } from 'vite';

const WORTHWHILE = /\.(js|css|html|svg|json|wasm|txt)$/;
const LEAST_BYTES = 256;
const compressBrotli = promisify(brotliCompress);

/** Write `name.br` beside every text file of the build, so that the server compresses nothing. */
export function writeBrotli(): Plugin {
  let folder = 'dist';
  return {
    name: 'write-brotli',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    // Only what was written well: closeBundle would run after a failed build too, and its own
    // complaint about the missing folder would hide the real one.
    async writeBundle() {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => WORTHWHILE.test(name)).map((name) => compress(join(folder, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) return;
  const bytes = await readFile(path);
  if (bytes.length < LEAST_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await compressBrotli(bytes, { params }));
}
