import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { Milestones } from '../../src/stage/milestones';
import type { StreamClient } from '../../src/stage/stream/streamer';

const frame = { eye: new Vector3(0, 1.6, 0), forward: new Vector3(0, 0, -1) };

/** Things of the hall that are not there yet. */
function waiting(...missing: { z: number; radius: number }[]): { streamer: { atRest: boolean; covered(among?: (client: StreamClient) => boolean): boolean }; told: string[]; milestones: Milestones } {
  const told: string[] = [];
  const streamer = {
    atRest: missing.length === 0,
    covered: (among?: (client: StreamClient) => boolean): boolean => !missing.some(({ z, radius }) => {
      const client = { place: () => ({ center: [0, 1.6, z], radius }) } as unknown as StreamClient;
      return among ? among(client) : true;
    }),
  };
  const milestones = new Milestones(streamer, ({ type }) => void told.push(type), () => void told.push('settled'));
  return { streamer, told, milestones };
}

describe('milestones', () => {
  it('wait for what is large and ahead', () => {
    const { told, milestones } = waiting({ z: -20, radius: 5 });
    milestones.update(frame);
    expect(told).toEqual([]);
  });

  it('do not wait for what is behind or a speck', () => {
    const { told, milestones } = waiting({ z: 20, radius: 5 }, { z: -500, radius: 2 });
    milestones.update(frame);
    expect(told).toEqual(['first-view']);
  });

  it('come in order, each once in a hall', () => {
    const { told, milestones } = waiting();
    for (let n = 0; n < 6; n++) milestones.update(frame);
    expect(told).toEqual(['first-view', 'settled', 'loaded']);
    milestones.reset();
    expect(milestones.isSettled).toBe(false);
    for (let n = 0; n < 6; n++) milestones.update(frame);
    expect(told.slice(3)).toEqual(['first-view', 'settled', 'loaded']);
  });
});
