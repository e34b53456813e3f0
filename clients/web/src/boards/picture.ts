/** One picture of a board on its way: fetched, decoded beside the page's thread, given back when gone. */

import { LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace, Texture } from 'three';

export type LoadPicture = (asset: string, most: number, signal: AbortSignal) => Promise<Texture>;

const ANISOTROPY = 8;

/** A texture of an image asset, no wider or higher than `most` pixels. Rejects for what is no image. */
export const loadPicture: LoadPicture = async (asset, most, signal) => {
  const response = await fetch(`/assets/${asset}`, { signal });
  if (!response.ok) throw new Error(`${response.status} ${asset}`);
  const blob = await response.blob();
  const bitmap = await shrunk(await createImageBitmap(blob), most);
  if (signal.aborted) {
    bitmap.close();
    throw new DOMException('nobody wants it any more', 'AbortError');
  }
  const texture = new Texture(bitmap);
  // Bitmaps are uploaded from the top row on, and not every browser turns them when asked.
  texture.flipY = false;
  texture.repeat.y = -1;
  texture.offset.y = 1;
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = ANISOTROPY;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
};

/** The same, no wider or higher than `most`; as it is where the browser cannot scale. */
async function shrunk(bitmap: ImageBitmap, most: number): Promise<ImageBitmap> {
  const scale = most / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const resizeWidth = Math.round(bitmap.width * scale), resizeHeight = Math.round(bitmap.height * scale);
  try {
    const smaller = await createImageBitmap(bitmap, { resizeWidth, resizeHeight, resizeQuality: 'high' });
    bitmap.close();
    return smaller;
  } catch {
    return bitmap;
  }
}

/** Give a picture's memory back. */
export function freePicture(texture: Texture | null): void {
  const image: unknown = texture?.image;
  texture?.dispose();
  if (typeof ImageBitmap !== 'undefined' && image instanceof ImageBitmap) image.close();
}
