/** Grain on the ground: no lawn, road or paving is one colour all over. */

import type { MeshLambertMaterial, Texture } from 'three';
import { patchShader } from './patch';

/** A patch of the noise seen from two heights: metres wide close by, tens of metres far off. */
const GRAIN = /* glsl */ `
{
  float close = texture2D(grain, spot * 0.71).b;
  float wide = texture2D(grain, spot * 0.037).b;
  diffuseColor.rgb *= 1.0 + (close - 0.5) * 0.22 + (wide - 0.5) * 0.26;
}
`;

/** Turn a plain matte material into ground. */
export function makeGround(material: MeshLambertMaterial, noise: Texture): void {
  patchShader(material, {
    key: 'ground',
    uniforms: { grain: { value: noise } },
    vertex: {
      declare: 'varying vec2 spot;',
      after: { begin_vertex: 'spot = (modelMatrix * vec4(transformed, 1.0)).xz;' },
    },
    fragment: { declare: 'uniform sampler2D grain; varying vec2 spot;', after: { color_fragment: GRAIN } },
  });
}
