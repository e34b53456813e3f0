/** Text in the hall arrives after the first view: its code and its font are fetched then. */

import type { Scene } from 'three';
import type { People } from './people/people';
import type { SceneView } from './view/sceneview';
import type { Frame } from './frame';

/** Signs, cards, name plates and part labels, drawn from shared atlases. */
export interface TextLayer {
  /** Lay everything out again: texts or the language changed. */
  refresh(): void;
  /** Another hall was entered: nothing written so far stands there. */
  clear(): void;
  update(frame: Frame): void;
  dispose(): void;
}

export type CreateTextLayer = (scene: Scene, view: SceneView, people: People) => TextLayer;

/** Fetch the code for text; answers null when that fails, and the hall stays without. */
export async function loadTextLayer(scene: Scene, view: SceneView, people: People): Promise<TextLayer> {
  const { createTextLayer } = await import('../text3d/layer');
  return createTextLayer(scene, view, people);
}
