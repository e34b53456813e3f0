/** The font of the hall's text, fetched when a text needs it and not before. */

import coreCharacters from '../../fonts/out/core.txt?raw';
import coreUrl from '../../fonts/out/core.woff2?url';

const CORE = 'Lingjing Text';
const REST = 'Noto Sans SC';

/** What to draw with: our subset, the shards of the whole font, what the device has. */
export const FONT_STACK = `"${CORE}", "${REST}", "PingFang SC", "Microsoft YaHei", sans-serif`;

export function fontAt(pixels: number): string {
  return `500 ${pixels}px ${FONT_STACK}`;
}

const core = new Set(coreCharacters);
let coreLoaded: Promise<unknown> | null = null;
let shards: Promise<unknown> | null = null;

/** The characters that the core subset lacks. */
export function beyondCore(text: string): string {
  return [...new Set(text)].filter((character) => character > ' ' && !core.has(character)).join('');
}

/** Have every character of `text` ready to draw; a font that cannot be had is done without. */
export async function needFont(text: string): Promise<void> {
  coreLoaded ??= new FontFace(CORE, `url(${coreUrl})`, { weight: '500' }).load()
    .then((face) => document.fonts.add(face))
    .catch(() => undefined);
  await coreLoaded;
  const rest = beyondCore(text);
  if (!rest) return;
  shards ??= import('../../fonts/out/shards.css').catch(() => undefined);
  await shards;
  await document.fonts.load(`500 16px "${REST}"`, rest).catch(() => undefined);
}
