/**
 * The page by which the server takes pictures: of an exhibit, or of the beginning of a video.
 *
 * Nobody visits it; a browser of the server's own opens it without a network and calls what it
 * leaves on `window`. The answer is the picture in base64, or a rejection that says why.
 */

import { createPreview, type Preview } from '../preview';
import { stillOf } from './video';

export interface Poster {
  /** A picture of the GLB that `url` answers with. */
  picture(url: string, width: number, height: number, type: string): Promise<string>;
  /** A picture of a video somewhat after its beginning. */
  frame(url: string, width: number, type: string): Promise<string>;
}

const QUALITY = 0.9;
let preview: Preview | null = null;

const poster: Poster = {
  async picture(url, width, height, type) {
    const canvas = document.getElementById('poster') as HTMLCanvasElement;
    preview ??= createPreview(canvas, { backdrop: 'light' });
    await preview.load(await (await fetch(url)).arrayBuffer());
    return base64Of(await preview.screenshot({ width, height, type, quality: QUALITY }));
  },
  async frame(url, width, type) {
    return base64Of(await stillOf(url, width, type, QUALITY));
  },
};

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

Object.assign(window, { poster });
