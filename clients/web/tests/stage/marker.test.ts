import { Mesh, type MeshBasicMaterial, PerspectiveCamera, type RingGeometry, Scene, type ShaderMaterial, type PlaneGeometry } from 'three';
import { describe, expect, it } from 'vitest';

import { Marker } from '../../src/stage/marker';
import { Vignette } from '../../src/xr/vignette';

function marked() {
  const scene = new Scene(), marker = new Marker(scene);
  const ring = scene.children[0] as Mesh<RingGeometry, MeshBasicMaterial>;
  const pass = (seconds: number): void => { for (let t = 0; t < seconds; t += 1 / 60) marker.update(1 / 60); };
  return { scene, marker, ring, pass };
}

describe('where a click leads', () => {
  it('is shown just above the floor, fades in, and goes by itself when let go', () => {
    const { marker, ring, pass } = marked();
    expect(ring.visible).toBe(false);
    marker.set([1, 2, 3]);
    pass(1);
    expect(ring.position.toArray().map((v) => Math.round(v * 10) / 10)).toEqual([1, 2, 3]);
    expect(ring.position.y).toBeGreaterThan(2);
    expect(ring.material.opacity).toBeGreaterThan(0.8);
    marker.set(null);
    expect(ring.visible).toBe(true);
    pass(2);
    expect(ring.visible).toBe(false);
  });

  it('moves at once to another place', () => {
    const { marker, ring, pass } = marked();
    marker.set([1, 0, 1]);
    pass(0.1);
    marker.set([5, 0, 5]);
    expect(ring.position.x).toBe(5);
  });

  it('is not what a click meets, and leaves nothing behind', () => {
    const { scene, marker, ring } = marked();
    expect(ring.raycast(undefined as never, [])).toBeUndefined();
    marker.dispose();
    expect(scene.children).toEqual([]);
  });
});

describe('the narrowed view', () => {
  function narrowed() {
    const camera = new PerspectiveCamera(), vignette = new Vignette(camera);
    const mesh = camera.children[0] as Mesh<PlaneGeometry, ShaderMaterial>;
    const strength = (): number => mesh.material.uniforms['strength']!.value as number;
    const pass = (seconds: number, enabled = true): void => { for (let t = 0; t < seconds; t += 1 / 72) vignette.update(1 / 72, enabled); };
    return { vignette, mesh, strength, pass, camera };
  }

  it('closes while one is moved and opens when one stands', () => {
    const { vignette, mesh, strength, pass } = narrowed();
    vignette.hold(true);
    pass(1);
    expect(strength()).toBeGreaterThan(0.95);
    vignette.hold(false);
    pass(3);
    expect([strength() < 0.02, mesh.visible]).toEqual([true, false]);
  });

  it('closes for a moment at a turn', () => {
    const { vignette, mesh, pass } = narrowed();
    vignette.pulse();
    pass(0.05);
    expect(mesh.visible).toBe(true);
    pass(3);
    expect(mesh.visible).toBe(false);
  });

  it('is not seen by those who do not want it', () => {
    const { vignette, mesh, pass, camera } = narrowed();
    vignette.hold(true);
    pass(1, false);
    expect(mesh.visible).toBe(false);
    vignette.dispose();
    expect(camera.children).toEqual([]);
  });
});
