/** The room around a previewed exhibit: a hall's light, a backdrop, a soft shadow on the ground. */

import {
  CanvasTexture, type Camera, Mesh, MeshBasicMaterial, PlaneGeometry, Scene, ShadowMaterial, SRGBColorSpace,
  type WebGLRenderer,
} from 'three';
import { Wardrobe } from '../stage/materials/dress';
import { HIGH } from '../stage/quality';
import { createAtmosphere } from '../stage/sky/atmosphere';
import { createNoiseTexture } from '../stage/sky/noise';
import { Surroundings } from '../stage/surroundings';
import type { Environment } from '../world/scene';
import type { Backdrop } from './api';

/** The light of an exhibition hall, without its walls. */
const LIGHT: Environment = {
  sky: 'none',
  background: [0.82, 0.83, 0.84],
  exposure: 1,
  ambient: { sky: [1, 0.99, 0.97], ground: [0.56, 0.54, 0.52], intensity: 1.4 },
  sun: { direction: [-0.62, -0.8, -0.28], color: [1, 0.97, 0.92], intensity: 2.3 },
};
/** From above to below, as a sheet of paper that bends towards the viewer. */
const BACKDROPS: Record<Backdrop, readonly [string, string, string]> = {
  light: ['#e3e6e8', '#eef0f1', '#d5d9dc'], hall: ['#a9adb2', '#bcc0c4', '#989ca1'], dark: ['#101316', '#1c2025', '#0d0f12'],
};
const SHADOW_SIZE = 1024;
const REACH = 2.6;

/** Everything in here is measured in the radius of what is shown, which stands on the ground at 0. */
export class Studio {
  readonly scene = new Scene();
  readonly wardrobe: Wardrobe;
  private paper: CanvasTexture | null = null;
  private readonly noise = createNoiseTexture();
  private readonly surroundings: Surroundings;
  private readonly shade = new ShadowMaterial({ opacity: 0.26 });
  private readonly contact = new MeshBasicMaterial({
    transparent: true, depthWrite: false, toneMapped: false, color: 0x000000, opacity: 0.34,
  });
  private readonly ground = new Mesh(new PlaneGeometry(24, 24).rotateX(-Math.PI / 2), this.shade);
  private readonly pool = new Mesh(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2), this.contact);

  constructor(private readonly renderer: WebGLRenderer, backdrop: Backdrop) {
    const atmosphere = createAtmosphere();
    this.wardrobe = new Wardrobe(atmosphere, this.noise);
    this.wardrobe.setClear(true);
    this.surroundings = new Surroundings(this.scene, renderer, atmosphere, this.wardrobe, this.noise);
    this.surroundings.hideSky();
    this.surroundings.apply(LIGHT);
    this.surroundings.reflect(HIGH);
    this.castShadow();
    this.contact.map = createPool();
    this.ground.receiveShadow = true;
    this.pool.position.y = 0.002;
    this.scene.add(this.ground, this.pool);
    this.setBackdrop(backdrop);
  }

  setBackdrop(backdrop: Backdrop): void {
    this.paper?.dispose();
    this.paper = createPaper(BACKDROPS[backdrop]);
    this.scene.background = this.paper;
    const dark = backdrop === 'dark';
    this.shade.opacity = dark ? 0.5 : 0.26;
    this.contact.opacity = dark ? 0.55 : 0.34;
  }

  /** What is shown covers this much of the ground. */
  setFootprint(width: number, depth: number): void {
    this.pool.scale.set(Math.max(0.2, width * 1.5), 1, Math.max(0.2, depth * 1.5));
  }

  /** The shadow has to be drawn anew. */
  touch(): void {
    this.surroundings.sun.shadow.needsUpdate = true;
  }

  render(camera: Camera): void {
    this.renderer.render(this.scene, camera);
  }

  dispose(): void {
    this.surroundings.dispose();
    this.noise.dispose();
    this.contact.map?.dispose();
    this.paper?.dispose();
    for (const part of [this.shade, this.contact, this.ground.geometry, this.pool.geometry]) part.dispose();
  }

  private castShadow(): void {
    const { sun } = this.surroundings;
    sun.castShadow = true;
    sun.position.setLength(12);
    const { shadow } = sun;
    shadow.autoUpdate = false;
    shadow.mapSize.set(SHADOW_SIZE, SHADOW_SIZE);
    shadow.bias = -0.0005;
    shadow.normalBias = 0.012;
    shadow.radius = 5;
    shadow.intensity = 0.9;
    Object.assign(shadow.camera, { left: -REACH, right: REACH, top: REACH, bottom: -REACH, near: 4, far: 20 });
    shadow.camera.updateProjectionMatrix();
  }
}

/** The sheet behind everything. */
function createPaper([above, middle, below]: readonly [string, string, string]): CanvasTexture {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [4, 256];
  const context = canvas.getContext('2d')!;
  const fall = context.createLinearGradient(0, 0, 0, canvas.height);
  [above, middle, below].forEach((color, at) => fall.addColorStop(at * 0.5, color));
  context.fillStyle = fall;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

/** Where little light gets below a thing: dark in the middle, nothing at the rim. */
function createPool(): CanvasTexture {
  const size = 128, canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  const glow = context.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2);
  for (let at = 0; at <= 8; at++) glow.addColorStop(at / 8, `rgba(255,255,255,${(1 - at / 8) ** 2.2})`);
  context.fillStyle = glow;
  context.fillRect(0, 0, size, size);
  return new CanvasTexture(canvas);
}
