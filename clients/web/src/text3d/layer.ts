/** All text in the hall: laid out when the scene or the language changes, turned every frame. */

import type { CreateTextLayer, TextLayer } from '../stage/text';
import type { Frame } from '../stage/frame';
import type { Language } from '../world/scene';
import { boothPlates } from './booths';
import { partPlates } from './parts';
import { namePlates, Plates } from './plates';
import { Signs } from './signs';
import { unitPlates } from './units';

const ANISOTROPY = 8;

export const createTextLayer: CreateTextLayer = (scene, view, people): TextLayer => {
  const signs = new Signs(scene, view, ANISOTROPY);
  const plates = new Plates(scene, ANISOTROPY);
  let lang: Language | null = null;
  let stale = true;
  return {
    refresh(): void {
      stale = true;
    },
    clear(): void {
      signs.clear();
      stale = true;
    },
    update(frame: Frame): void {
      if (stale || frame.lang !== lang) {
        stale = false;
        lang = frame.lang;
        void signs.layout(lang);
      }
      plates.draw([
        ...namePlates(people.visible, frame), ...partPlates(view.models(), frame),
        ...boothPlates(view.ofKind('booth'), frame), ...unitPlates(view, frame),
      ], frame);
    },
    dispose(): void {
      signs.dispose();
      plates.dispose();
    },
  };
};
