/**
 * Cut widespread instances into neighbourhoods, so that what lies behind the viewer is not drawn.
 *
 * Instancing puts a forest into one draw call whose bounds are the whole park; a few calls with
 * honest bounds cost less than all its triangles.
 */

import { InstancedBufferAttribute, InstancedMesh, Matrix4 } from 'three';

const MOST = 160;
const SPREAD = 90;
const DEEPEST = 3;

/** Groups of instance numbers, halved along the longer side while many and widespread. */
export function neighbourhoods(places: readonly (readonly [x: number, z: number])[]): number[][] {
  const halve = (members: number[], depth: number): number[][] => {
    const xs = members.map((at) => places[at]![0]), zs = members.map((at) => places[at]![1]);
    const width = Math.max(...xs) - Math.min(...xs), depthOf = Math.max(...zs) - Math.min(...zs);
    if (depth >= DEEPEST || members.length <= MOST || Math.max(width, depthOf) < SPREAD) return [members];
    const axis = width > depthOf ? 0 : 1;
    const sorted = [...members].sort((a, b) => places[a]![axis] - places[b]![axis]);
    const middle = sorted.length >> 1;
    return [...halve(sorted.slice(0, middle), depth + 1), ...halve(sorted.slice(middle), depth + 1)];
  };
  return places.length ? halve(places.map((_, at) => at), 0) : [];
}

/** Replace a widespread instanced mesh by one for each neighbourhood; others stay as they are. */
export function cutIntoChunks(mesh: InstancedMesh): InstancedMesh[] {
  if (hasOwnAttributes(mesh)) return [mesh];
  const matrix = new Matrix4();
  const places = Array.from({ length: mesh.count }, (_, at): [number, number] => {
    mesh.getMatrixAt(at, matrix);
    return [matrix.elements[12]!, matrix.elements[14]!];
  });
  const groups = neighbourhoods(places);
  if (groups.length < 2) return [mesh];
  const chunks = groups.map((members) => chunkOf(mesh, members));
  mesh.parent?.add(...chunks);
  mesh.removeFromParent();
  mesh.dispose();
  return chunks;
}

function chunkOf(mesh: InstancedMesh, members: readonly number[]): InstancedMesh {
  const chunk = new InstancedMesh(mesh.geometry, mesh.material, members.length);
  chunk.name = mesh.name;
  chunk.userData = { ...mesh.userData };
  chunk.position.copy(mesh.position);
  chunk.quaternion.copy(mesh.quaternion);
  chunk.scale.copy(mesh.scale);
  const pick = (source: InstancedBufferAttribute): InstancedBufferAttribute => {
    const { itemSize } = source, array = new Float32Array(members.length * itemSize);
    members.forEach((from, to) => {
      for (let k = 0; k < itemSize; k++) array[to * itemSize + k] = source.getComponent(from, k);
    });
    return new InstancedBufferAttribute(array, itemSize);
  };
  chunk.instanceMatrix = pick(mesh.instanceMatrix);
  if (mesh.instanceColor) chunk.instanceColor = pick(mesh.instanceColor);
  return chunk;
}

/** Attributes per instance beside matrix and colour cannot be shared between chunks. */
function hasOwnAttributes(mesh: InstancedMesh): boolean {
  return Object.values(mesh.geometry.attributes).some((attribute) => attribute instanceof InstancedBufferAttribute);
}
