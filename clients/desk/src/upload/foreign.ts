/** Formats that are not glTF, known by their names: their owners are told how to make glTF. */

import type { Key } from '@/i18n';

const GUIDES: Record<string, Key> = {
  fbx: 'foreign.blender', obj: 'foreign.blender', dae: 'foreign.blender', stl: 'foreign.blender', ply: 'foreign.blender',
  blend: 'foreign.blender', '3ds': 'foreign.blender', usd: 'foreign.usd', usda: 'foreign.usd', usdc: 'foreign.usd', usdz: 'foreign.usd',
  step: 'foreign.cad', stp: 'foreign.cad', iges: 'foreign.cad', igs: 'foreign.cad', sldprt: 'foreign.cad', sldasm: 'foreign.cad',
  prt: 'foreign.cad', catpart: 'foreign.cad', catproduct: 'foreign.cad', ifc: 'foreign.bim', rvt: 'foreign.bim', skp: 'foreign.skp',
  max: 'foreign.max', c4d: 'foreign.max', ma: 'foreign.max', mb: 'foreign.max', dwg: 'foreign.cad', dxf: 'foreign.cad',
};

/** How to make glTF from a file of this name; null for names that may be glTF. */
export function guideFor(name: string): Key | null {
  return GUIDES[/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}
