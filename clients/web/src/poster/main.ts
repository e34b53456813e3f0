/**
 * The page by which the server takes pictures: of an exhibit, or of the beginning of a film.
 *
 * Nobody visits it; a browser of the server's own opens it without a network and calls what it
 * leaves on `window`. What is to be photographed comes in pieces from `/piece/<number>`.
 */

import { createPreview } from '../preview';
import { contrastOf } from './contrast';
import { stillOf } from './video';

export interface Photograph {
  /** The picture, base64. */
  data: string;
  /** The greatest difference of brightness within a row, of 255: small when nothing is to be seen. */
  contrast: number;
}

const QUALITY = 0.9;

async function read(pieces: number): Promise<ArrayBuffer> {
  const parts: ArrayBuffer[] = [];
  for (let at = 0; at < pieces; at++) parts.push(await (await fetch(`/piece/${at}`)).arrayBuffer());
  return new Blob(parts).arrayBuffer();
}

async function developed(picture: Blob): Promise<Photograph> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { data: btoa(text), contrast: await contrastOf(picture) };
}

const poster = {
  canDraw(): boolean {
    const gl = document.createElement('canvas').getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  },

  /** A picture of a GLB. */
  async picture(pieces: number, width: number, height: number, type: string): Promise<Photograph> {
    const canvas = document.getElementById('poster') as HTMLCanvasElement;
    [canvas.width, canvas.height] = [width, height];
    const preview = createPreview(canvas, { backdrop: 'light', still: true });
    await preview.load(await read(pieces));
    return developed(await preview.screenshot({ width, height, type, quality: QUALITY }));
  },

  /** A picture of a film, somewhat after its beginning. */
  async frame(pieces: number, mime: string, width: number, type: string): Promise<Photograph> {
    const url = URL.createObjectURL(new Blob([await read(pieces)], { type: mime }));
    return developed(await stillOf(url, width, type, QUALITY));
  },
};

Object.assign(window, { poster });
