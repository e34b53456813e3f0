/** A hall's light: sky, fog that ends in the horizon, sun, ambient, reflections. */

import {
  Color, DirectionalLight, Fog, HemisphereLight, type Mesh, type Scene, type Texture, type WebGLRenderer,
} from 'three';
import type { Environment } from '../world/scene';
import type { Wardrobe } from './materials/dress';
import type { Quality } from './quality';
import { type Atmosphere, setAtmosphere } from './sky/atmosphere';
import { createDome } from './sky/dome';
import { createReflections } from './sky/reflections';

const FAR_FOG = 1e6;
/** A scene's light is written for even light; the tone curve likes its sun warmer and stronger. */
const SUN_GAIN = 1.32;
const AMBIENT_GAIN = 1;
const CALM = 0.45;
const ROOM_GAIN = 1.14;
/** The share of ambient light that reflections take over from the hemisphere on glossy things. */
const REFLECTION_STRENGTH = { outdoor: 0.75, indoor: 0.9 } as const;

/** Take some of the hue out of a room's light: white walls should look white. */
function calm(color: Color): void {
  const grey = color.r * 0.2126 + color.g * 0.7152 + color.b * 0.0722;
  color.lerp(new Color(grey, grey, grey), CALM);
}

export class Surroundings {
  readonly sun = new DirectionalLight();
  private readonly ambient = new HemisphereLight();
  private readonly fog = new Fog(0xffffff, 1, FAR_FOG);
  private readonly dome: Mesh;
  private reflections: { texture: Texture; dispose(): void } | null = null;
  private environment: Environment | null = null;

  constructor(
    private readonly scene: Scene,
    private readonly renderer: WebGLRenderer,
    private readonly atmosphere: Atmosphere,
    private readonly wardrobe: Wardrobe,
    noise: Texture,
  ) {
    this.dome = createDome(atmosphere, noise);
    scene.fog = this.fog;
    scene.add(this.ambient, this.sun, this.sun.target, this.dome);
  }

  /** Only the light: something else stands behind everything. */
  hideSky(): void {
    this.dome.visible = false;
  }

  /** Take over a hall's environment; reflections follow with `reflect`. */
  apply(environment: Environment): void {
    this.environment = environment;
    setAtmosphere(this.atmosphere, environment);
    const { ambient, sun, fog, exposure } = environment;
    this.ambient.color.setRGB(...ambient.sky);
    this.ambient.groundColor.setRGB(...ambient.ground);
    const outdoor = environment.sky === 'day';
    this.ambient.intensity = ambient.intensity * (outdoor ? AMBIENT_GAIN : ROOM_GAIN);
    this.sun.intensity = sun ? sun.intensity * (outdoor ? SUN_GAIN : 1) : 0;
    if (!outdoor) for (const color of [this.ambient.color, this.ambient.groundColor]) calm(color);
    if (sun) this.sun.color.setRGB(...sun.color);
    this.sun.position.copy(this.atmosphere.sunDirection.value).multiplyScalar(200);
    this.fog.color.copy(this.atmosphere.horizon.value);
    [this.fog.near, this.fog.far] = fog ?? [FAR_FOG, FAR_FOG * 2];
    this.renderer.toneMappingExposure = exposure;
    this.forgetReflections();
  }

  /** Make the environment map; costs a moment, so it waits until after the first frame. */
  reflect(quality: Quality): void {
    if (this.reflections || !this.environment) return;
    this.reflections = createReflections(this.renderer, this.atmosphere, quality.environmentSize);
    const strength = REFLECTION_STRENGTH[this.environment.sky === 'day' ? 'outdoor' : 'indoor'];
    this.wardrobe.setReflections(this.reflections.texture, strength);
  }

  forgetReflections(): void {
    if (!this.reflections) return;
    this.wardrobe.setReflections(null, 1);
    this.reflections.dispose();
    this.reflections = null;
  }

  dispose(): void {
    this.forgetReflections();
    this.dome.geometry.dispose();
    (this.dome.material as { dispose(): void }).dispose();
    this.sun.dispose();
    this.scene.fog = null;
  }
}
