/** The workshop on the editor's canvas, in the reader's language; its code comes when it is opened. */

import { fetchAsset } from '@web/net/assets';
import { createWorkshop, type Workshop, type WorkshopHost } from '@web/workshop';
import type { World } from '@web/world/world';

import { lang } from '@/i18n';

/** Null when this browser cannot draw. */
export function openWorkshop(
  canvas: HTMLCanvasElement, world: World, host: Omit<WorkshopHost, 'lang' | 'fetchAsset'>,
): Workshop | null {
  try {
    return createWorkshop(canvas, world, { ...host, lang, fetchAsset });
  } catch {
    return null;
  }
}
