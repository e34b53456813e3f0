/** Glass that tints what is behind it and mirrors the sky the more, the flatter one looks. */

import { type Color, DoubleSide, FrontSide, MeshLambertMaterial, type Side } from 'three';
import { type Atmosphere, SKY_GLSL } from '../sky/atmosphere';
import { patchShader } from './patch';

const REFLECT = /* glsl */ `
{
  vec3 n = inverseTransformDirection(normal, viewMatrix);
  vec3 look = inverseTransformDirection(-normalize(vViewPosition), viewMatrix);
  if (dot(n, look) > 0.0) n = -n;
  float flat_ = 1.0 - clamp(-dot(n, look), 0.0, 1.0);
  float fresnel = 0.10 + 0.90 * pow(flat_, 4.0);
  outgoingLight = mix(outgoingLight, skyLight(reflect(look, n)), fresnel * 0.92);
  diffuseColor.a = mix(diffuseColor.a, 1.0, fresnel);
}
`;

export interface GlassLook {
  color: Color;
  opacity: number;
  side: Side;
  vertexColors: boolean;
}

/** One glass material; see-through when `opacity` is below 1. */
export function createGlass(atmosphere: Atmosphere, look: GlassLook): MeshLambertMaterial {
  const transparent = look.opacity < 0.99;
  const material = new MeshLambertMaterial({
    name: 'glass',
    color: look.color,
    opacity: look.opacity,
    transparent,
    depthWrite: !transparent,
    side: look.side === DoubleSide ? DoubleSide : FrontSide,
    vertexColors: look.vertexColors,
  });
  // Both sides in one call: panes are thin, order between the two faces does not show.
  material.forceSinglePass = true;
  patchShader(material, {
    key: 'glass',
    uniforms: { ...atmosphere },
    fragment: { declare: SKY_GLSL, before: { opaque_fragment: REFLECT } },
  });
  return material;
}
