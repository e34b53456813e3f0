import { describe, expect, it } from 'vitest';

import { known } from '@/i18n';
import { guideFor } from '@/upload/foreign';

describe('foreign formats', () => {
  it.each(['pump.fbx', 'Line.STEP', 'house.skp', 'a.b.obj', 'x.usdz', 'tower.ifc'])('%s has a way to glTF', (name) => {
    expect(known(guideFor(name) ?? '')).toBe(true);
  });

  it.each(['a.glb', 'a.gltf', 'a.zip', 'fbx', 'a', '.obj/'])('%s may be glTF', (name) => {
    expect(guideFor(name)).toBeNull();
  });
});
