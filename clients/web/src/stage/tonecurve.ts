/**
 * The look of the whole park: Khronos' neutral curve, which keeps white concrete white and
 * materials as they were painted, with the colours taken back a little, as a model's are.
 */

import { ShaderChunk } from 'three';

const PLACE = 'vec3 CustomToneMapping( vec3 color ) { return color; }';

const CURVE = /* glsl */ `
vec3 CustomToneMapping( vec3 color ) {
  color = NeutralToneMapping( color );
  float grey = dot( color, vec3( 0.2126, 0.7152, 0.0722 ) );
  return mix( vec3( grey ), color, 0.82 );
}
`;

/** Put the curve where three.js looks for a custom one. */
export function installToneCurve(): void {
  ShaderChunk.tonemapping_pars_fragment = ShaderChunk.tonemapping_pars_fragment.replace(PLACE, CURVE);
}
