/**
 * An exhibit by itself in the hall's light, to be looked at from all sides before it is published.
 *
 *     const preview = createPreview(canvas, { lang: () => 'zh-CN' });
 *     await preview.load(await file.arrayBuffer());
 *
 * It draws with the stage's own loader, materials and parts, so what staff see is what visitors get.
 */

import type { Preview, PreviewOptions } from './api';
import { ThreePreview } from './preview';

export type * from './api';
export { PreviewError } from './api';

/** Raises PreviewError `no_webgl` when this browser cannot draw. */
export function createPreview(canvas: HTMLCanvasElement, options: PreviewOptions = {}): Preview {
  return new ThreePreview(canvas, options);
}
