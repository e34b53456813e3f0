/** What stands aside while one part is looked at: its edges, and a breath of its sides. */

import { type Material, MeshLambertMaterial } from 'three';
import { patchShader } from './patch';

/** The flatter one looks at a side, the more of it is there. */
const RIM = /* glsl */ `
{
  float facing = abs(dot(normalize(normal), normalize(vViewPosition)));
  // A shape without normals has no facing at all.
  if (!(facing >= 0.0)) facing = 0.6;
  diffuseColor.a = mix(0.34, 0.05, smoothstep(0.0, 0.75, facing));
  outgoingLight = diffuse;
}
`;

export function createGhost(): Material {
  const material = new MeshLambertMaterial({ name: 'ghost', color: 0x55707f, transparent: true, depthWrite: false });
  material.forceSinglePass = true;
  patchShader(material, { key: 'ghost', uniforms: {}, fragment: { before: { opaque_fragment: RIM } } });
  return material;
}
