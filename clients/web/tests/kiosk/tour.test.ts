import { describe, expect, it } from 'vitest';

import type { Stop } from '../../src/kiosk/stops';
import { Tour } from '../../src/kiosk/tour';

const stop = (node: string): Stop => ({ kind: 'exhibit', node, title: { zh: node, en: node }, text: null });

function walked(names: string[], blocked: string[] = []) {
  const said: string[] = [];
  const ways: (() => void)[] = [];
  let laps = 0;
  const tour = new Tour({
    stops: () => names.map(stop),
    go: (one, arrived) => {
      const node = one.kind === 'exhibit' ? one.node : 'view';
      if (blocked.includes(node)) return false;
      ways.push(arrived);
      return true;
    },
    caption: (one) => said.push(one?.kind === 'exhibit' ? one.node : '-'),
    lap: () => laps++,
  }, 0);
  return { tour, said, ways, laps: () => laps };
}

describe('a tour', () => {
  it('says what is seen on arrival, stays, and goes on', () => {
    const { tour, said, ways, laps } = walked(['a', 'b']);
    tour.start(0);
    tour.update(10);
    expect(ways).toHaveLength(1);
    ways[0]!();
    tour.update(performance.now() + 1);
    ways[1]!();
    tour.update(performance.now() + 1);
    expect(said.filter((one) => one !== '-')).toEqual(['a', 'b']);
    expect([laps(), tour.isRunning]).toEqual([1, false]);
  });

  it('passes over what cannot be reached, and gives up on a way that takes too long', () => {
    const { tour, ways } = walked(['a', 'b', 'c'], ['a']);
    tour.start(0);
    tour.update(1);
    expect(ways).toHaveLength(1);
    tour.update(31_000);
    expect(ways).toHaveLength(2);
  });

  it('does not listen to an arrival after it was stopped', () => {
    const { tour, said, ways } = walked(['a']);
    tour.start(0);
    tour.stop();
    ways[0]!();
    expect(said).not.toContain('a');
  });

  it('goes on where it was when it begins again', () => {
    const { tour, said, ways } = walked(['a', 'b']);
    tour.start(0);
    ways[0]!();
    tour.stop();
    tour.start(1);
    ways[1]!();
    expect(said.filter((one) => one !== '-')).toEqual(['a', 'b']);
  });
});
