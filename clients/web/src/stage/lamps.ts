/**
 * A hall's light nodes. Few light for real: those nearest to the eye, from a pool of fixed size,
 * because every change of their number would compile all materials anew.
 */

import { Object3D, PointLight, type Scene, SpotLight, Vector3 } from 'three';
import type { Light } from '../world/scene';
import { ease, type Frame } from './frame';

export interface LampPlace {
  light: Light;
  /** The node's place in the scene; a lamp shines along its -Z. */
  object: Object3D;
}

interface Lamp {
  light: SpotLight | PointLight;
  place: LampPlace | null;
  /** The intensity now; lamps are moved only while dark. */
  level: number;
  leaving: boolean;
}

const RESHUFFLE_SECONDS = 0.3;
const CONE = 0.52;

export class Lamps {
  private lamps: Lamp[] = [];
  private places: LampPlace[] = [];
  private waited = RESHUFFLE_SECONDS;
  private readonly spot = new Vector3();

  constructor(private readonly scene: Scene) {}

  /** The light nodes of a hall; at most `limit` burn at once. */
  setPlaces(places: LampPlace[], limit: number): void {
    this.places = places;
    this.resize(places, limit);
    this.waited = RESHUFFLE_SECONDS;
  }

  update({ eye, dt }: Frame): void {
    this.waited += dt;
    if (this.waited >= RESHUFFLE_SECONDS) {
      this.waited = 0;
      this.assign(eye);
    }
    for (const lamp of this.lamps) this.burn(lamp, dt);
  }

  dispose(): void {
    this.resize([], 0);
  }

  private resize(places: readonly LampPlace[], limit: number): void {
    const count = (spot: boolean, most: number): number =>
      Math.min(most, places.filter((place) => (place.light.type === 'spot') === spot).length);
    const points = count(false, Math.ceil(limit / 3));
    const spots = count(true, limit - points);
    const have = (spot: boolean): number =>
      this.lamps.filter((lamp) => lamp.light instanceof SpotLight === spot).length;
    if (have(true) === spots && have(false) === points) {
      for (const lamp of this.lamps) lamp.place = null;
      return;
    }
    for (const { light } of this.lamps) this.drop(light);
    this.lamps = [
      ...Array.from({ length: spots }, () => this.make(new SpotLight(0xffffff, 0, 0, CONE, 0.65, 1.6))),
      ...Array.from({ length: points }, () => this.make(new PointLight(0xffffff, 0, 0, 1.6))),
    ];
  }

  private make(light: SpotLight | PointLight): Lamp {
    this.scene.add(light);
    if (light instanceof SpotLight) this.scene.add(light.target);
    return { light, place: null, level: 0, leaving: false };
  }

  private drop(light: SpotLight | PointLight): void {
    this.scene.remove(light);
    if (light instanceof SpotLight) this.scene.remove(light.target);
    light.dispose();
  }

  /** Give the nearest places to lamps; a lamp that keeps its place is not touched. */
  private assign(eye: Vector3): void {
    for (const spot of [true, false]) {
      const pool = this.lamps.filter((lamp) => lamp.light instanceof SpotLight === spot);
      const near = this.places
        .filter((place) => (place.light.type === 'spot') === spot)
        .map((place) => ({ place, away: this.away(place, eye) }))
        .sort((a, b) => a.away - b.away)
        .slice(0, pool.length)
        .map(({ place }) => place);
      const free = near.filter((place) => !pool.some((lamp) => lamp.place === place));
      for (const lamp of pool) {
        lamp.leaving = lamp.place !== null && !near.includes(lamp.place);
        if (!lamp.place) this.hang(lamp, free.shift() ?? null);
      }
    }
  }

  private away(place: LampPlace, eye: Vector3): number {
    return this.spot.setFromMatrixPosition(place.object.matrixWorld).distanceToSquared(eye);
  }

  private hang(lamp: Lamp, place: LampPlace | null): void {
    lamp.place = place;
    if (!place) return;
    const { light } = lamp;
    light.color.setRGB(...place.light.color);
    light.distance = place.light.range ?? 0;
    if (light instanceof SpotLight) light.angle = place.light.angle ?? CONE;
    light.position.setFromMatrixPosition(place.object.matrixWorld);
    if (!(light instanceof SpotLight)) return;
    light.target.position.set(0, 0, -1).applyMatrix4(place.object.matrixWorld);
    light.target.updateMatrixWorld();
  }

  private burn(lamp: Lamp, dt: number): void {
    const full = lamp.place?.light.intensity ?? 0;
    lamp.level = ease(lamp.level, lamp.leaving ? 0 : full, 6, dt);
    if (lamp.leaving && lamp.level < full * 0.02) {
      lamp.place = null;
      lamp.level = 0;
    }
    lamp.light.intensity = lamp.level;
  }
}
