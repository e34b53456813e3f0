/**
 * Cut widespread instances into neighbourhoods, so that what lies behind the viewer is not drawn.
 *
 * Instancing puts a forest into one draw call whose bounds are the whole park; a few calls with
 * honest bounds cost less than all its triangles.
 */

import { InstancedBufferAttribute, InstancedMesh } from 'three';

const MOST = 160;
const SPREAD = 90;
const DEEPEST = 3;

/** Groups of instance numbers, halved along the longer side while many and widespread. */
export function neighbourhoods(places: readonly (readonly [x: number, z: number])[]): number[][] {
  const spread = (members: number[], axis: 0 | 1): number => {
    let low = Infinity, high = -Infinity;
    for (const at of members) {
      low = Math.min(low, places[at]![axis]);
      high = Math.max(high, places[at]![axis]);
    }
    return high - low;
  };
  const halve = (members: number[], depth: number): number[][] => {
    if (depth >= DEEPEST || members.length <= MOST) return [members];
    const width = spread(members, 0), length = spread(members, 1);
    if (Math.max(width, length) < SPREAD) return [members];
    const axis = width > length ? 0 : 1;
    const sorted = [...members].sort((a, b) => places[a]![axis] - places[b]![axis]);
    const middle = sorted.length >> 1;
    return [...halve(sorted.slice(0, middle), depth + 1), ...halve(sorted.slice(middle), depth + 1)];
  };
  return places.length ? halve(places.map((_, at) => at), 0) : [];
}

/** Replace a widespread instanced mesh by one for each neighbourhood; others stay as they are. */
export function cutIntoChunks(mesh: InstancedMesh): InstancedMesh[] {
  if (hasOwnAttributes(mesh)) return [mesh];
  const { array } = mesh.instanceMatrix;
  const places = Array.from(
    { length: mesh.count }, (_, at): [number, number] => [array[at * 16 + 12]!, array[at * 16 + 14]!],
  );
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
    const { itemSize: size, normalized } = source;
    const array = source.array.slice(0, members.length * size);
    members.forEach((from, to) => array.set(source.array.subarray(from * size, (from + 1) * size), to * size));
    return new InstancedBufferAttribute(array, size, normalized);
  };
  chunk.instanceMatrix = pick(mesh.instanceMatrix);
  if (mesh.instanceColor) chunk.instanceColor = pick(mesh.instanceColor);
  return chunk;
}

/** Attributes per instance beside matrix and colour cannot be shared between chunks. */
function hasOwnAttributes(mesh: InstancedMesh): boolean {
  return Object.values(mesh.geometry.attributes).some((attribute) => attribute instanceof InstancedBufferAttribute);
}
