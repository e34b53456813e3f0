/** Models for the scene: fetched in the order of need, decoded, compiled before they are shown. */

import type { Camera, Scene, WebGLRenderer } from 'three';
import type { StageEnv } from '../stage-api';
import type { Frame } from './frame';
import type { Wardrobe } from './materials/dress';
import { budgetOf, type Device, type Quality } from './quality';
import { decodeGlb } from './stream/decode';
import { Decoders } from './stream/decoders';
import { Streamer } from './stream/streamer';
import type { Template } from './stream/template';

export interface SupplyParts {
  renderer: WebGLRenderer;
  scene: Scene;
  camera: Camera;
  wardrobe: Wardrobe;
  device: Device;
  env: StageEnv;
  inHeadset(): boolean;
  /** Something new is on show. */
  changed(): void;
}

const PLAN_SECONDS = 0.25;
const COMPILE_MS = 3000;

export class Supply {
  readonly streamer: Streamer;
  private readonly decoders: Decoders;
  private waited = Infinity;

  constructor(private readonly parts: SupplyParts, quality: Quality) {
    const { renderer, wardrobe, env } = parts;
    this.decoders = new Decoders(renderer);
    this.streamer = new Streamer({
      fetchAsset: env.fetchAsset.bind(env),
      failed: (asset, message) => env.report({ type: 'asset-failed', asset, message }),
      changed: () => {
        this.soon();
        parts.changed();
      },
      decode: (glb) => decodeGlb(glb, this.decoders),
      prepare: (template) => this.prepare(template),
    }, wardrobe, { ...this.limits(quality), refine: false });
  }

  /** Keep within what this quality allows on this device. */
  limit(quality: Quality): void {
    Object.assign(this.streamer.limits, this.limits(quality));
  }

  /** Plan anew in the next frame. */
  soon(): void {
    this.waited = Infinity;
  }

  update({ dt, eye, forward, pixelsPerRadian }: Frame): void {
    this.waited += dt;
    if (this.waited < PLAN_SECONDS) return;
    this.waited = 0;
    this.streamer.update({
      eye: [eye.x, eye.y, eye.z], forward: [forward.x, forward.y, forward.z], pixelsPerRadian,
    });
  }

  dispose(): void {
    this.streamer.dispose();
    this.decoders.dispose();
  }

  private limits({ budget, tolerance }: Quality): { budget: number; tolerance: number } {
    return { budget: budgetOf(budget, this.parts.device), tolerance };
  }

  /** Compile what something needs before it is on show; the frames of a headset wait for nothing. */
  private async prepare({ root, rest }: Template): Promise<void> {
    const { renderer, scene, camera, inHeadset } = this.parts;
    if (inHeadset()) return;
    // A lost context never tells that it has compiled.
    const late = new Promise<void>((done) => setTimeout(done, COMPILE_MS));
    await Promise.race([renderer.compileAsync(rest ?? root, camera, scene), late]);
  }
}
