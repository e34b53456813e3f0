import { describe, expect, it } from 'vitest';

import type { Scene } from '@/api/types';
import { AWAY, before, hangings, views } from '@/media/spots';

const name = { zh: '北墙', en: 'North wall' };
const nodes: Scene['nodes'] = {
  wall: { kind: 'board', name, board: { width: 2, height: 1, media: { id: 'plan' } } },
  bare: { kind: 'board' },
  pump: { kind: 'exhibit', name },
};

describe('where boards hang', () => {
  it('finds every board and what it shows', () => {
    expect(hangings({ nodes })).toEqual([
      { node: 'wall', name, media: 'plan' },
      { node: 'bare', name: { zh: 'bare', en: 'bare' }, media: null },
    ]);
  });

  it('finds the viewpoints of a hall', () => {
    const view = { name, position: [0, 1.6, 0] as [number, number, number], yaw: 0 };
    expect(views({ hall: { id: 'a', name, viewpoints: [view] } })).toEqual([view]);
    expect(views({ hall: { id: 'a', name } })).toEqual([]);
  });

  it('hangs a board in front of who looks, at the height of their eyes', () => {
    expect(before({ name, position: [1, 1.7, 2], yaw: 0 })).toEqual([1, 1.7, 2 - AWAY]);
    expect(before({ name, position: [0, 0, 0], yaw: Math.PI / 2 })).toEqual([-AWAY, 1.7, 0]);
  });
});
