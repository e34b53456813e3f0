/** Whether a node is a thing that stands in the hall, or the ground that things stand on. Pure. */

import type { SceneNode } from '../world/scene';

export type Role = 'thing' | 'ground';

/** Buildings and landscapes are ground: a press passes over them, unless it is meant for them. */
export function roleOf(node: SceneNode | undefined): Role {
  return node?.kind === 'model' && node.model?.role !== 'exhibit' ? 'ground' : 'thing';
}
