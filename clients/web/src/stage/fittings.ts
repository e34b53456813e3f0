/** What a hall's small nodes look like: doorways, glows, lamps, signs of booths, space to let, drawn in batches. */

import type { Scene, Texture } from 'three';
import type { Frame } from './frame';
import { Lamps } from './lamps';
import type { Quality } from './quality';
import type { Atmosphere } from './sky/atmosphere';
import { Booths } from './space/booths';
import { Units } from './space/units';
import { Glows } from './view/glows';
import { Portals } from './view/portals';
import type { SceneView } from './view/sceneview';

export class Fittings {
  private readonly lamps: Lamps;
  private readonly portals: Portals;
  private readonly glows: Glows;
  private readonly booths: Booths;
  private readonly units: Units;
  private built = -1;
  private quality: Quality | null = null;

  constructor(scene: Scene, atmosphere: Atmosphere, noise: Texture) {
    this.lamps = new Lamps(scene);
    this.portals = new Portals(scene, atmosphere, { value: noise });
    this.glows = new Glows(scene, atmosphere);
    this.booths = new Booths(scene);
    this.units = new Units(scene);
  }

  /** Follow the scene; true when it had changed and the batches were made anew. */
  follow(view: SceneView, indoor: boolean, quality: Quality): boolean {
    if (this.built === view.version && this.quality === quality) return false;
    this.built = view.version;
    this.quality = quality;
    this.portals.build([...view.ofKind('portal')]);
    this.glows.build([...view.ofKind('plinth', 'guide')], indoor);
    this.booths.build([...view.ofKind('booth')]);
    this.units.build([...view.ofKind('unit')]);
    const lamps = [...view.ofKind('light')].map(({ node, group }) => ({ light: node.light!, object: group }));
    this.lamps.setPlaces(lamps, quality.lamps);
    return true;
  }

  /** Take down what another hall had. */
  clear(): void {
    this.built = -1;
    this.portals.build([]);
    this.glows.build([], false);
    this.booths.build([]);
    this.units.build([]);
    this.lamps.setPlaces([], 0);
  }

  update(frame: Frame): void {
    this.lamps.update(frame);
    this.booths.update(frame);
    this.units.update(frame);
  }

  dispose(): void {
    for (const part of [this.lamps, this.portals, this.glows, this.booths, this.units]) part.dispose();
  }
}
