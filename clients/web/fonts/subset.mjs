/**
 * Make the fonts of the hall's text: Noto Sans SC, weight 500 (SIL Open Font License 1.1).
 *
 * `out/core.woff2` holds every character that stands in the demo park, `out/core.txt`
 * names them; `out/shards.css` leads to the rest, in pieces by unicode range that a browser
 * fetches when a text needs them. Run by `npm run build`; it needs no network.
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const WEIGHT = 500;
const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, 'out');
const ROOT = join(HERE, '..', '..', '..');
const SOURCES = [
  ...['stage', 'text3d', 'xr'].map((room) => join(HERE, '..', 'src', room)),
  join(ROOT, 'scenes', 'demo'),
];
const ALWAYS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~' +
  '·–—‘’“”…×÷±°²³℃Ω、。《》「」『』【】（），！：；？％＋／～甲乙丙丁一二三四五六七八九十百千万亿';

const family = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));

async function* filesBelow(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (/\.(ts|py|html)$/.test(entry.name)) yield path;
  }
}

/** Every character that our own texts use, in order of code point. */
async function charactersInUse() {
  const found = new Set(ALWAYS);
  for (const folder of SOURCES) {
    for await (const path of filesBelow(folder)) {
      for (const character of await readFile(path, 'utf8')) if (character > '\x7f') found.add(character);
    }
  }
  return [...found].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');
}

/** The package's own shards, without the older woff beside each woff2. */
async function shardsCss() {
  const css = await readFile(join(family, `${WEIGHT}.css`), 'utf8');
  const files = relative(OUT, join(family, 'files'));
  return css
    .replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replaceAll('url(./files', `url(${files}`)
    .replaceAll('font-display: swap', 'font-display: block');
}

const text = await charactersInUse();
const whole = await readFile(join(family, 'files', `noto-sans-sc-chinese-simplified-${WEIGHT}-normal.woff2`));
const core = await subsetFont(whole, text, { targetFormat: 'woff2' });
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'core.woff2'), core);
await writeFile(join(OUT, 'core.txt'), text);
await writeFile(join(OUT, 'shards.css'), await shardsCss());
await writeFile(join(OUT, '.gitignore'), '*\n');
console.log(`fonts: ${[...text].length} characters, ${(core.length / 1024).toFixed(0)} KiB`);
