/** What a hall's small nodes look like: doorways, glows and lamps, drawn in batches. */

import type { Scene, Texture } from 'three';
import type { Frame } from './frame';
import { Lamps } from './lamps';
import type { Quality } from './quality';
import type { Atmosphere } from './sky/atmosphere';
import { Glows } from './view/glows';
import { Portals } from './view/portals';
import type { SceneView } from './view/sceneview';

export class Fittings {
  private readonly lamps: Lamps;
  private readonly portals: Portals;
  private readonly glows: Glows;
  private built = -1;
  private quality: Quality | null = null;

  constructor(scene: Scene, atmosphere: Atmosphere, noise: Texture) {
    this.lamps = new Lamps(scene);
    this.portals = new Portals(scene, atmosphere, { value: noise });
    this.glows = new Glows(scene, atmosphere);
  }

  /** Follow the scene; true when it had changed and the batches were made anew. */
  follow(view: SceneView, indoor: boolean, quality: Quality): boolean {
    if (this.built === view.version && this.quality === quality) return false;
    this.built = view.version;
    this.quality = quality;
    this.portals.build([...view.ofKind('portal')]);
    this.glows.build([...view.ofKind('plinth', 'guide')], indoor);
    const lamps = [...view.ofKind('light')].map(({ node, group }) => ({ light: node.light!, object: group }));
    this.lamps.setPlaces(lamps, quality.lamps);
    return true;
  }

  /** Take down what another hall had. */
  clear(): void {
    this.built = -1;
    this.portals.build([]);
    this.glows.build([], false);
    this.lamps.setPlaces([], 0);
  }

  update(frame: Frame): void {
    this.lamps.update(frame);
  }

  dispose(): void {
    for (const part of [this.lamps, this.portals, this.glows]) part.dispose();
  }
}
