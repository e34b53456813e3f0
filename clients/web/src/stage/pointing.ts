/** All that pointing needs: what a ray meets, the line around it, the ring where a click leads. */

import { Ray, type Scene } from 'three';
import type { Vec3 } from '../world/viewer';
import type { Frame } from './frame';
import { Marker } from './marker';
import { Picker, type PickerHit, type PickSources } from './picking';
import { Outline } from './view/outline';
import type { Placed } from './view/exhibit';

export class Pointing {
  private readonly picker: Picker;
  private readonly outline = new Outline();
  private readonly ring: Marker;

  constructor(scene: Scene, sources: PickSources) {
    this.picker = new Picker(sources);
    this.ring = new Marker(scene);
  }

  pick(ray: Ray, solid: boolean): PickerHit | null {
    return this.picker.pick(ray, solid);
  }

  /** Draw the line around an exhibit, around one part of it, or around nothing. */
  highlight(placed: Placed | null, part: number | null): void {
    this.outline.around(placed ? placed.meshesOf(part) : []);
  }

  /** Show where a click to go leads. */
  mark(point: Vec3 | null): void {
    this.ring.set(point);
  }

  resize(width: number, height: number): void {
    this.outline.resize(width, height);
  }

  update({ dt, units }: Frame): void {
    this.picker.units = units !== null;
    this.ring.update(dt);
  }

  dispose(): void {
    this.outline.dispose();
    this.ring.dispose();
  }
}
