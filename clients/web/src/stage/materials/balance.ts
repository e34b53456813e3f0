/** Light on somebody's own materials: as much of it as on the house's. */

import type { MeshStandardMaterial } from 'three';
import { patchShader } from './patch';

/**
 * The hall's ambient light already says how bright a room is. Its reflections are there for gloss;
 * taking all of their diffuse light too would light uploaded things twice, and wash them out.
 */
const SHARE = /* glsl */ `
#if defined( RE_IndirectDiffuse )
  iblIrradiance *= 0.25;
#endif
`;

/** Light `material` as the room is lit. */
export function balance(material: MeshStandardMaterial): void {
  patchShader(material, { key: 'balance', uniforms: {}, fragment: { after: { lights_fragment_maps: SHARE } } });
}
