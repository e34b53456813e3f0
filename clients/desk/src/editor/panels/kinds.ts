/** Kinds of nodes: how they are shown, and what a new one of each is. */

import type { IconName } from '@/ui/icons';

import type { NodeKind, SceneNode, Vec3 } from '../core/types';

export const MARKS: Readonly<Record<NodeKind, IconName>> = {
  group: 'group', model: 'cube', exhibit: 'exhibit', plinth: 'plinth', text: 'letters', light: 'bulb', portal: 'door',
  seat: 'seat', spawn: 'flag', guide: 'guide', desk: 'counter', board: 'picture', booth: 'booth',
  unit: 'area',
};

/** What can be made out of nothing; exhibits are chosen from those that are there. */
export type Plain = 'text' | 'sign' | 'board' | 'light' | 'portal' | 'seat' | 'spawn' | 'plinth' | 'group' | 'booth' | 'unit';

interface Made {
  node: SceneNode;
  /** Metres above the floor at which it is put. */
  height: number;
}

const both = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const INK: Vec3 = [0.02, 0.05, 0.04];

/** A new node of each kind that needs nothing chosen first. */
export function newNode(kind: Plain): Made {
  switch (kind) {
    case 'text': return { height: 1.6, node: { kind: 'text', name: both('文字', 'Text'), text: { zh: '请输入文字', en: 'Type some words', size: 0.12, color: INK, align: 'center', style: 'label' } } };
    case 'sign': return { height: 2.4, node: { kind: 'text', name: both('标牌', 'Sign'), text: { zh: '标牌', en: 'Sign', size: 0.32, color: INK, align: 'center', style: 'sign' } } };
    case 'board': return { height: 1.7, node: { kind: 'board', name: both('展板', 'Board'), board: { width: 2.4, height: 1.35, media: null } } };
    case 'light': return { height: 3, node: { kind: 'light', name: both('灯', 'Light'), light: { type: 'point', color: [1, 0.93, 0.82], intensity: 60, range: 12 } } };
    case 'portal': return { height: 0, node: { kind: 'portal', name: both('传送门', 'Portal'), portal: { hall: '', spawn: null, width: 1.6, height: 2.4 } } };
    case 'seat': return { height: 0, node: { kind: 'seat', name: both('座位', 'Seat'), seat: { yaw: 0 } } as SceneNode };
    case 'spawn': return { height: 0, node: { kind: 'spawn', name: both('到达点', 'Arrival point'), spawn: { radius: 1.5 } } };
    case 'plinth': return { height: 0, node: { kind: 'plinth', name: both('展台', 'Plinth'), plinth: { height: 0.9, radius: 0.6 } } };
    case 'group': return { height: 0, node: { kind: 'group', name: both('组', 'Group') } };
    case 'booth': return { height: 0, node: { kind: 'booth', name: both('展位', 'Booth'), booth: { no: 'A-00', width: 4, depth: 4, height: 3.2, triangles: 400_000, texture_bytes: 64 * 2 ** 20 }, tenant: null } };
    case 'unit': return { height: 0, node: { kind: 'unit', name: both('可租空间', 'Space to let'), unit: { no: '101', use: 'office', area: 48, rent: 4500, from: '2027-01-01', size: [8, 3.2, 6], floor_load: 2.5, power: 12, height: 2.9 }, status: 'free', held_until: null } };
  }
}
