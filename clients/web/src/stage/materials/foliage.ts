/** Leaves: soft from every side, a breath of wind. */

import { MeshLambertMaterial } from 'three';
import type { Atmosphere } from '../sky/atmosphere';
import { patchShader } from './patch';

/** Sway grows with height above the plant's own ground and differs from plant to plant. */
const SWAY = /* glsl */ `
{
  #ifdef USE_INSTANCING
    vec3 root = instanceMatrix[3].xyz;
  #else
    vec3 root = modelMatrix[3].xyz + position * 0.15;
  #endif
  float lean = transformed.y * 0.012;
  float gust = sin(time * 1.1 + root.x * 0.21 + root.z * 0.17) + 0.5 * sin(time * 2.3 + root.x * 0.7 + position.y);
  transformed.xz += vec2(gust, gust * 0.6) * lean;
}
`;

/** Light that shines through leaves: the shaded side keeps a warm third of the sun. */
const TRANSLUCENT = /* glsl */ `
#if NUM_DIR_LIGHTS > 0
  float through = clamp(-dot(normal, directionalLights[0].direction), 0.0, 1.0);
  reflectedLight.directDiffuse += directionalLights[0].color * diffuseColor.rgb * through * 0.10;
#endif
`;

/** Turn a plain matte material into leaves. */
export function makeFoliage(material: MeshLambertMaterial, atmosphere: Atmosphere): void {
  patchShader(material, {
    key: 'foliage',
    uniforms: { time: atmosphere.time },
    vertex: { declare: 'uniform float time;', after: { begin_vertex: SWAY } },
    fragment: { after: { lights_fragment_end: TRANSLUCENT } },
  });
}
