/**
 * What a guide's body is drawn with: soft shade with a colour of its own instead of black, a little
 * light at the rim. One program for all of a body, fed by vertex colours.
 */

import { Color, DoubleSide, FrontSide, type Mesh, MeshLambertMaterial, type Object3D, type Texture } from 'three';
import { patchShader } from '../materials/patch';

interface Soft {
  /** What of the light comes through where a surface turns away from it. */
  shade: [number, number, number];
  /** How far round a surface the light reaches, and how soft its end is. */
  from: number;
  to: number;
  rim: number;
}

const SOFT: Readonly<Record<string, Soft>> = {
  skin: { shade: [0.62, 0.40, 0.35], from: -0.30, to: 0.50, rim: 0.10 },
  hair: { shade: [0.34, 0.30, 0.36], from: -0.25, to: 0.60, rim: 0.30 },
  cloth: { shade: [0.33, 0.34, 0.42], from: -0.25, to: 0.60, rim: 0.10 },
  eyes: { shade: [0.78, 0.76, 0.80], from: -0.60, to: 0.20, rim: 0 },
};

const DIRECT = /* glsl */ `
uniform vec3 softShade;
uniform vec3 softReach;
void RE_Direct_Soft( const in IncidentLight directLight, const in vec3 geometryPosition,
  const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal,
  const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
  float lit = smoothstep( softReach.x, softReach.y, dot( geometryNormal, directLight.direction ) );
  vec3 irradiance = mix( softShade, vec3( 1.0 ), lit ) * directLight.color;
  reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#undef RE_Direct
#define RE_Direct RE_Direct_Soft
`;
const RIM = /* glsl */ `
float softRim = pow( 1.0 - saturate( dot( normal, normalize( vViewPosition ) ) ), 3.0 );
outgoingLight += softReach.z * softRim * ( 0.3 + normal.y * 0.3 ) * ( reflectedLight.indirectDiffuse + reflectedLight.directDiffuse + 0.04 );
`;

/** Give every mesh of a loaded body its soft material in place of the file's. */
export function dressSoftly(body: Object3D): void {
  const made = new Map<string, MeshLambertMaterial>();
  body.traverse((object) => {
    const mesh = object as Mesh;
    if (!mesh.isMesh) return;
    const materials = Array.isArray(mesh.material) ? mesh.material : [mesh.material];
    const dressed = materials.map((old) => {
      const known = made.get(old.name) ?? soften(old.name, (old as { map?: Texture | null }).map ?? null);
      made.set(old.name, known);
      old.dispose();
      return known;
    });
    mesh.material = dressed.length === 1 ? dressed[0]! : dressed;
  });
}

function soften(name: string, map: Texture | null): MeshLambertMaterial {
  const { shade, from, to, rim } = SOFT[name] ?? SOFT.cloth!;
  const material = new MeshLambertMaterial({
    name, map, vertexColors: true, side: name === 'hair' ? DoubleSide : FrontSide,
  });
  patchShader(material, {
    key: 'soft',
    uniforms: { softShade: { value: new Color(...shade) }, softReach: { value: [from, to, rim] } },
    fragment: { after: { lights_lambert_pars_fragment: DIRECT }, before: { opaque_fragment: RIM } },
  });
  return material;
}
