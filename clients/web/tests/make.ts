/** Small worlds and messages for tests. */

import type { BodyPose } from '../src/world/pose-codec';
import type { Hall, SceneNode } from '../src/world/scene';
import type { Quat, Vec3 } from '../src/world/viewer';
import type { JoinedMessage } from '../src/wire';

export const words = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

export function hall(change: Partial<Hall> = {}): Hall {
  return {
    id: 'hall', name: words('厅'), kind: 'indoor', state: 'open', capacity: 300,
    bounds: { min: [-10, 0, -10], max: [10, 5, 10] },
    environment: {
      sky: 'none', background: [1, 1, 1], exposure: 1,
      ambient: { sky: [1, 1, 1], ground: [1, 1, 1], intensity: 1 },
    },
    walk: { areas: [{ id: 'floor', y: 0, polygon: [[-10, -10], [10, -10], [10, 10], [-10, 10]] }] },
    ...change,
  };
}

export function node(change: Partial<SceneNode> = {}): SceneNode {
  return { kind: 'group', name: words('物'), ...change };
}

export function joined(change: Partial<JoinedMessage> = {}): JoinedMessage {
  const scene = { hall: hall(), nodes: { a: node(), b: node({ parent: 'a' }) } };
  return {
    t: 'joined', hall: 'hall', you: 7, ticket: 'ticket', epoch: 'e1', revision: 3, resumed: false,
    scene: scene as unknown as Record<string, unknown>, shared: {}, patches: null,
    position: [0, 0, 0], yaw: 0, people: [], total: 1, manifest: [], time: 100, tick: 20, ...change,
  };
}

export function pose(position: Vec3, rotation: Quat = [0, 0, 0, 1]): BodyPose {
  return {
    head: { position: [...position], rotation }, full: false, left: null, right: null,
    hands: false, seated: false, talking: false, grip: [0, 0],
  };
}
