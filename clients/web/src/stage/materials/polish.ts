/** A breath of polish on the floors of rooms: the flatter one looks, the more of the room they mirror. */

import type { MeshLambertMaterial } from 'three';
import { type Atmosphere, SKY_GLSL } from '../sky/atmosphere';
import { patchShader } from './patch';

const SHEEN = /* glsl */ `
{
  vec3 n = inverseTransformDirection(normal, viewMatrix);
  float floor_ = smoothstep(0.92, 0.99, n.y);
  if (floor_ > 0.0) {
    vec3 look = inverseTransformDirection(-normalize(vViewPosition), viewMatrix);
    float flat_ = 1.0 - clamp(-dot(n, look), 0.0, 1.0);
    vec3 mirrored = reflect(look, n);
    outgoingLight = mix(outgoingLight, roomLight(mirrored) * 0.9, floor_ * 0.34 * pow(flat_, 3.0));
  }
}
`;

/** Polish a matte material; it takes its light from the room around. */
export function polish(material: MeshLambertMaterial, atmosphere: Atmosphere): void {
  patchShader(material, {
    key: 'polish',
    uniforms: { ...atmosphere },
    fragment: { declare: SKY_GLSL, before: { opaque_fragment: SHEEN } },
  });
}
