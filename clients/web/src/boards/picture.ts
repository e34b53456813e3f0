/** One picture of a board on its way: fetched, decoded beside the page's thread, given back when gone. */

import { LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace, Texture } from 'three';

export type LoadPicture = (asset: string, most: number, signal: AbortSignal) => Promise<Texture>;

const ANISOTROPY = 8;

/** A texture of an image asset, no wider or higher than `most` pixels. Rejects for what is no image. */
export const loadPicture: LoadPicture = async (asset, most, signal) => {
  const response = await fetch(`/assets/${asset}`, { signal });
  if (!response.ok) throw new Error(`${response.status} ${asset}`);
  const blob = await response.blob();
  let bitmap = await createImageBitmap(blob, { imageOrientation: 'flipY' });
  const scale = most / Math.max(bitmap.width, bitmap.height);
  if (scale < 1) {
    const smaller = { resizeWidth: Math.round(bitmap.width * scale), resizeHeight: Math.round(bitmap.height * scale) };
    bitmap.close();
    bitmap = await createImageBitmap(blob, { imageOrientation: 'flipY', resizeQuality: 'high', ...smaller });
  }
  if (signal.aborted) {
    bitmap.close();
    throw new DOMException('nobody wants it any more', 'AbortError');
  }
  const texture = new Texture(bitmap);
  texture.flipY = false;
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = ANISOTROPY;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
};

/** Give a picture's memory back. */
export function freePicture(texture: Texture | null): void {
  const image: unknown = texture?.image;
  texture?.dispose();
  if (typeof ImageBitmap !== 'undefined' && image instanceof ImageBitmap) image.close();
}
