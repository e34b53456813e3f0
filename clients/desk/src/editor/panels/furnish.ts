/** What a company's people put into their own booth from the company's shelf: the park puts it there. */

import { watch } from 'vue';

import { putInHall } from '@/api/exhibits';
import { ask, segment } from '@/api/http';
import type { Exhibit, Medium } from '@/api/types';
import { wordsOf } from '@/ui/tell';

import { freePlace, intoBooth } from '../core/own';
import type { Editor, Vec3 } from '../core/types';
import { shownOf } from './fill';
import { ROOM_IN_BOOTH, ROOM_ON_FLOOR, scaleFor } from './seat';

interface Made {
  node: string;
}
const HANGS = 1.6;
const BOARD_WIDTH = 1.8;
const AIR = 0.1;
const PATIENCE_MS = 2000;

/** Where one looks, in the axes of one's booth. */
function placeIn(editor: Editor, height: number, radius?: number): { booth: string; at: Vec3 } | null {
  const [doc, booth] = [editor.scene.value, editor.booths.value[0]];
  if (!doc || !booth) return null;
  const [x, y, z] = editor.view.ahead();
  return { booth, at: intoBooth(doc, booth, { kind: 'group', name: { zh: '', en: '' } }, [x, y + height, z], radius).at };
}

/** Until a node is in the scene, or is long in coming. */
function comes(editor: Editor, node: string): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(late);
      stop();
      done();
    };
    const late = setTimeout(() => end(), PATIENCE_MS);
    const stop = watch(() => editor.scene.value?.nodes[node] !== undefined, (isThere) => isThere && end());
    if (editor.scene.value?.nodes[node]) end();
  });
}

/** Do it, and select what was made as soon as it has come; what is refused is said where edits are. */
async function make(editor: Editor, work: () => Promise<Made>): Promise<void> {
  try {
    const { node } = await work();
    editor.did('edit.add');
    editor.trouble.value = null;
    await comes(editor, node);
    editor.select([node]);
  } catch (error) {
    editor.trouble.value = wordsOf(error);
  }
}

/** Put one of the company's exhibits on the floor of the booth. */
export async function putExhibit(editor: Editor, exhibit: Exhibit): Promise<void> {
  const bounds = shownOf(exhibit)?.model.bounds;
  const [doc, booth] = [editor.scene.value, editor.booths.value[0]];
  if (!bounds || !doc || !booth) return;
  const size = doc.nodes[booth]?.booth;
  const reach = size ? Math.max(0.1, Math.min(ROOM_ON_FLOOR, Math.min(size.width, size.depth) / 2 - ROOM_IN_BOOTH)) : ROOM_ON_FLOOR;
  const scale = scaleFor(bounds, reach, 'fitted');
  const radius = (Math.max(bounds.max[0]! - bounds.min[0]!, bounds.max[2]! - bounds.min[2]!) / 2) * scale + AIR;
  const place = placeIn(editor, 0, radius);
  if (!place) return;
  const [x, , z] = freePlace(doc, booth, place.at, radius);
  await make(editor, () => putInHall(exhibit.id, { hall: editor.hall, booth, translation: [x, 0, z], fit: 'fitted', yaw: 0 }));
}

/** Hang one of the company's pictures or films in the booth. */
export async function putBoard(editor: Editor, medium: Medium): Promise<void> {
  const place = placeIn(editor, HANGS);
  if (place) await make(editor, () => ask<Made>('POST', `/media/${segment(medium.id)}/boards`, { body: { hall: editor.hall, booth: place.booth, translation: place.at, yaw: 0, width: BOARD_WIDTH } }));
}

/** Show something else on a board of the booth, or nothing. */
export async function showOn(editor: Editor, node: string, medium: Medium | null): Promise<void> {
  await make(editor, () => ask<Made>('PUT', `/halls/${segment(editor.hall)}/boards/${segment(node)}`, { body: { media: medium?.id ?? null } }));
}
