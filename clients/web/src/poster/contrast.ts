/** Whether there is anything to be seen on a picture. */

const WIDTH = 96;
const HEIGHT = 72;

/** The greatest difference of brightness within one row, 0 to 255. The backdrop alone has none. */
export function greatestContrast(pixels: Uint8ClampedArray, width: number): number {
  let most = 0;
  for (let row = 0; row < pixels.length; row += width * 4) {
    let low = 255, high = 0;
    for (let at = row; at < row + width * 4; at += 4) {
      const light = pixels[at]! * 0.2126 + pixels[at + 1]! * 0.7152 + pixels[at + 2]! * 0.0722;
      low = Math.min(low, light);
      high = Math.max(high, light);
    }
    most = Math.max(most, high - low);
  }
  return most;
}

export async function contrastOf(picture: Blob): Promise<number> {
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0, WIDTH, HEIGHT);
  bitmap.close();
  return greatestContrast(context.getImageData(0, 0, WIDTH, HEIGHT).data, WIDTH);
}
