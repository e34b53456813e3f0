import fc from 'fast-check';
import { BoxGeometry, BufferAttribute, Euler, Matrix4, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { mergeKey, mergePieces } from '../../../src/stage/stream/merge';

describe('merging', () => {
  it('keeps apart what has different attributes', () => {
    const plain = new BoxGeometry(), painted = new BoxGeometry();
    painted.setAttribute('color', new BufferAttribute(new Uint8Array(24 * 4).fill(255), 4, true));
    expect(mergeKey(plain)).not.toBe(mergeKey(painted));
    plain.setAttribute('skinIndex', new BufferAttribute(new Uint16Array(24 * 4), 4));
    expect(mergeKey(plain)).toBeNull();
  });

  it('carries colours over as they were, bytes or not', () => {
    const box = new BoxGeometry();
    box.setAttribute('color', new BufferAttribute(new Uint8Array(24 * 4).fill(128), 4, true));
    const merged = mergePieces([{ geometry: box, matrix: new Matrix4() }, { geometry: box, matrix: new Matrix4() }]);
    expect(merged.getAttribute('color').count).toBe(48);
    expect(merged.getAttribute('color').getX(47)).toBeCloseTo(128 / 255, 5);
  });

  it('turns the triangles of mirrored pieces round', () => {
    const box = new BoxGeometry(), mirror = new Matrix4().makeScale(-1, 1, 1);
    const merged = mergePieces([{ geometry: box, matrix: mirror }]);
    const [a, b, c] = [0, 1, 2].map((at) => new Vector3().fromBufferAttribute(merged.getAttribute('position'), merged.index!.getX(at)));
    const face = b!.clone().sub(a!).cross(c!.clone().sub(a!)).normalize();
    const normal = new Vector3().fromBufferAttribute(merged.getAttribute('normal'), merged.index!.getX(0));
    expect(face.dot(normal)).toBeCloseTo(1, 2);
  });

  it('puts every corner where its piece puts it', () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(fc.property(angle, angle, angle, (x, y, z) => {
      const matrix = new Matrix4().compose(new Vector3(x, y, z), new Quaternion().setFromEuler(new Euler(x, y, z)), new Vector3(1, 2, 3));
      const box = new BoxGeometry();
      const merged = mergePieces([{ geometry: new BoxGeometry(), matrix: new Matrix4() }, { geometry: box, matrix }]);
      const corner = new Vector3().fromBufferAttribute(box.getAttribute('position'), 5).applyMatrix4(matrix);
      const there = new Vector3().fromBufferAttribute(merged.getAttribute('position'), 24 + 5);
      expect(there.distanceTo(corner)).toBeLessThan(1e-5);
    }));
  });
});
