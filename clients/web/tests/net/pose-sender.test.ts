import { describe, expect, it } from 'vitest';

import { PoseSender } from '../../src/net/pose-sender';
import { decodeBody, FULL_BYTES, HEAD_BYTES } from '../../src/world/pose-codec';
import { createViewer, placeViewer, type Viewer } from '../../src/world/viewer';

/** A sender over a line that takes everything, or nothing while `blocked`. */
function line() {
  const frames: { at: number; bytes: Uint8Array }[] = [];
  const state = { blocked: false, now: 0 };
  const viewer = createViewer();
  const sender = new PoseSender((bytes) => {
    if (!state.blocked) frames.push({ at: state.now, bytes });
    return !state.blocked;
  });
  /** Let `ms` pass at 60 Hz, with `each` called before every update. */
  const run = (ms: number, tick: number, each: (viewer: Viewer) => void = () => undefined): void => {
    for (const end = state.now + ms; state.now < end; state.now += 1000 / 60) {
      each(viewer);
      sender.update(viewer, state.now, tick);
    }
  };
  return { frames, state, viewer, sender, run };
}

const walk = (viewer: Viewer): void => void (viewer.feet[0] += 0.05);

describe('what is sent', () => {
  it('is a head alone on a screen, and a body with hands in a headset or on a seat', () => {
    const { frames, viewer, sender } = line();
    sender.update(viewer, 0, 20);
    expect(frames.at(-1)!.bytes).toHaveLength(1 + HEAD_BYTES);
    viewer.seated = true;
    sender.update(viewer, 100, 20);
    expect(frames.at(-1)!.bytes).toHaveLength(1 + FULL_BYTES);
    expect(decodeBody(frames.at(-1)!.bytes, 1, true).seated).toBe(true);
  });

  it('is somebody standing on the floor, also of who looks from the air', () => {
    const { frames, viewer, sender } = line();
    viewer.eye = 130;
    sender.update(viewer, 0, 20);
    expect(decodeBody(frames[0]!.bytes, 1, false).head.position[1]).toBeLessThan(2.3);
  });

  it('says where eyes and hands are', () => {
    const { frames, viewer, sender } = line();
    placeViewer(viewer, [3, 1, -4], 1);
    viewer.xr = {
      head: { position: [3, 2.5, -4], rotation: [0, 0, 0, 1] }, hands: true, grip: [0, 1], right: null,
      left: { position: [2.7, 2.1, -4.2], rotation: [0, 0, 0, 1] },
    };
    sender.update(viewer, 0, 20);
    const said = decodeBody(frames[0]!.bytes, 1, true);
    expect(said.head.position.map((v) => Math.round(v * 100) / 100)).toEqual([3, 2.5, -4]);
    expect(said.left!.position[0]).toBeCloseTo(2.7, 2);
    expect(said.right).toBeNull();
    expect(said.hands).toBe(true);
  });

  it('begins with the mark of a pose and does not change after it was handed over', () => {
    const { frames, run } = line();
    run(200, 20, walk);
    const copies = frames.map(({ bytes }) => [...bytes]);
    run(200, 20, walk);
    expect(frames.slice(0, copies.length).map(({ bytes }) => [...bytes])).toEqual(copies);
    expect(frames.every(({ bytes }) => bytes[0] === 1)).toBe(true);
  });
});

describe('how often', () => {
  it.each([[10, 10], [20, 20], [30, 30], [60, 30], [0, 20]])('a hall of %i ticks hears %i a second', (tick, expected) => {
    const { frames, run } = line();
    run(3000, tick, walk);
    expect(frames.length / 3).toBeGreaterThan(expected * 0.7);
    expect(frames.length / 3).toBeLessThanOrEqual(expected * 1.05);
  });

  it('a jump goes at once, but jumps without end stay below thirty a second', () => {
    const { frames, run } = line();
    run(2000, 10, (viewer) => void (viewer.jumps += 1));
    expect(frames.length).toBeLessThanOrEqual(61);
    expect(frames.length).toBeGreaterThan(40);
  });

  it('one who stands still is heard every two seconds, and at once when they turn', () => {
    const { frames, run, viewer } = line();
    run(1000, 20);
    expect(frames).toHaveLength(1);
    viewer.yaw += 0.5;
    run(100, 20);
    expect(frames).toHaveLength(2);
    run(6100, 20);
    expect(frames).toHaveLength(5);
  });

  it('a movement too small to tell is not told', () => {
    const { frames, run } = line();
    run(1000, 20, (viewer) => void (viewer.feet[0] += 1e-7));
    expect(frames).toHaveLength(1);
  });
});

describe('a blocked line', () => {
  it('loses nothing but old poses: the newest goes as soon as it is free', () => {
    const { frames, state, viewer, run } = line();
    state.blocked = true;
    run(1000, 20, walk);
    expect(frames).toHaveLength(0);
    state.blocked = false;
    run(20, 20);
    const told = decodeBody(frames[0]!.bytes, 1, false).head.position[0];
    expect(told).toBeCloseTo(viewer.feet[0], 2);
  });

  it('after a resume one speaks at once though nothing moved', () => {
    const { frames, sender, viewer, run } = line();
    run(500, 20);
    sender.reset();
    sender.update(viewer, 510, 20);
    expect(frames).toHaveLength(2);
  });
});
