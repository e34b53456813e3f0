/** The light around everything: one set of uniforms that dome, water, glass and reflections share. */

import { Color, Vector3, type IUniform } from 'three';
import type { Environment } from '../../world/scene';

export interface Atmosphere {
  zenith: IUniform<Color>;
  horizon: IUniform<Color>;
  ground: IUniform<Color>;
  sunColor: IUniform<Color>;
  /** Towards the sun. */
  sunDirection: IUniform<Vector3>;
  /** 1 under the sky, 0 below a ceiling. */
  outdoor: IUniform<number>;
  time: IUniform<number>;
}

/** GLSL: `skyLight(direction)`, linear light arriving from a direction. */
export const SKY_GLSL = /* glsl */ `
uniform vec3 zenith;
uniform vec3 horizon;
uniform vec3 ground;
uniform vec3 sunColor;
uniform vec3 sunDirection;
uniform float outdoor;

vec3 skyGradient(vec3 d) {
  float height = clamp(d.y, 0.0, 1.0);
  vec3 light = mix(zenith, horizon, exp(-3.0 * pow(height, 1.35)));
  float sun = max(dot(d, sunDirection), 0.0);
  float sun2 = sun * sun; float sun8 = sun2 * sun2 * sun2 * sun2;
  light += sunColor * (sun8 * 0.12 + pow(sun, 90.0) * 0.3) * smoothstep(-0.02, 0.2, d.y);
  return light;
}

vec3 roomLight(vec3 d) {
  vec2 p = d.xz / max(abs(d.y), 0.05);
  float strip = smoothstep(0.22, 0.12, abs(fract(p.x * 0.45) - 0.5)) * smoothstep(3.2, 1.4, abs(p.y));
  vec3 up = mix(horizon, zenith, smoothstep(0.0, 0.7, d.y)) + sunColor * strip * smoothstep(0.12, 0.4, d.y);
  return mix(up, ground, smoothstep(0.02, -0.25, d.y));
}

vec3 skyLight(vec3 d) {
  if (outdoor < 0.5) return roomLight(d);
  return mix(skyGradient(d), ground, smoothstep(0.0, -0.2, d.y));
}
`;

/** An atmosphere before any hall has been entered. */
export function createAtmosphere(): Atmosphere {
  return {
    zenith: { value: new Color(0.2, 0.38, 0.7) },
    horizon: { value: new Color(0.75, 0.82, 0.9) },
    ground: { value: new Color(0.3, 0.3, 0.28) },
    sunColor: { value: new Color(1, 0.9, 0.75) },
    sunDirection: { value: new Vector3(0.4, 0.6, 0.5).normalize() },
    outdoor: { value: 1 },
    time: { value: 0 },
  };
}

/** Make the atmosphere that of a hall. */
export function setAtmosphere(atmosphere: Atmosphere, environment: Environment): void {
  const { background, ambient, sun } = environment;
  const outdoor = environment.sky === 'day';
  atmosphere.outdoor.value = outdoor ? 1 : 0;
  atmosphere.horizon.value.setRGB(...background);
  atmosphere.ground.value.setRGB(...ambient.ground);
  if (outdoor) deepen(atmosphere.zenith.value, background);
  else atmosphere.zenith.value.setRGB(...ambient.sky).multiplyScalar(0.8);
  if (sun) {
    atmosphere.sunColor.value.setRGB(...sun.color);
    atmosphere.sunDirection.value.set(...sun.direction).negate().normalize();
  } else {
    atmosphere.sunColor.value.setRGB(2.4, 2.25, 2.0);
    atmosphere.sunDirection.value.set(0, 1, 0);
  }
}

/** The zenith above a horizon: darker, and bluer the paler the horizon is. */
function deepen(zenith: Color, [r, g, b]: readonly [number, number, number]): void {
  zenith.setRGB(r * 0.22, g * 0.46, b * 0.84);
}
