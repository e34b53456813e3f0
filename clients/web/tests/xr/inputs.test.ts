import { describe, expect, it } from 'vitest';

import { readHands } from '../../src/xr/inputs';

type Place = [number, number, number];

const transform = ([x, y, z]: Place) => ({ position: { x, y, z }, orientation: { x: 0, y: 0, z: 0, w: 1 } });

/** A frame whose spaces are their own places; null is out of sight. */
function frame(...inputSources: unknown[]): XRFrame {
  const getPose = (space: Place | null) => (space ? { transform: transform(space) } : null);
  return { session: { inputSources }, getPose, getJointPose: getPose } as unknown as XRFrame;
}

const room = {} as XRReferenceSpace;

function controller(change: Record<string, unknown> = {}) {
  return {
    handedness: 'right', targetRaySpace: [0, 1, 0], gripSpace: [0.1, 1, 0],
    gamepad: { axes: [0, 0, 0.5, -1], buttons: [{ value: 0.25, pressed: false }, { value: 0.75, pressed: true }, {}, {}, { value: 1, pressed: true }, { value: 1, pressed: true }] },
    ...change,
  };
}

const joints = (reach: number) => new Map<string, Place>([['wrist', [0, 1, 0]], ['middle-finger-tip', [0, 1, -reach]]]);

describe('a controller', () => {
  it('is read: ray, grip, stick, how tightly it is held, its two face buttons', () => {
    const [hand] = readHands(frame(controller()), room);
    expect(hand).toMatchObject({
      side: 'right', bare: false, curl: 0.75, stick: { x: 0.5, y: -1 }, menu: true, talk: true,
      ray: { position: [0, 1, 0] }, grip: { position: [0.1, 1, 0] },
    });
  });

  it('without buttons or sticks is quiet', () => {
    const [hand] = readHands(frame(controller({ gamepad: undefined })), room);
    expect(hand).toMatchObject({ curl: 0, stick: { x: 0, y: 0 }, menu: false, talk: false });
  });

  it('out of sight has no place', () => {
    const [hand] = readHands(frame(controller({ targetRaySpace: null, gripSpace: null })), room);
    expect([hand!.ray, hand!.grip]).toEqual([null, null]);
  });
});

describe('a bare hand', () => {
  it.each([[0.2, 0], [0.17, 0], [0.125, 0.5], [0.08, 1], [0.01, 1]])('that reaches %f m is closed %f', (reach, curl) => {
    const bare = controller({ gamepad: undefined, gripSpace: undefined, hand: joints(reach) });
    const [hand] = readHands(frame(bare), room);
    expect(hand!.bare).toBe(true);
    expect(hand!.curl).toBeCloseTo(curl);
    expect(hand!.grip!.position).toEqual([0, 1, 0]);
  });

  it('whose joints are not seen is open', () => {
    const [hand] = readHands(frame(controller({ gamepad: undefined, hand: new Map() })), room);
    expect(hand!.curl).toBe(0);
  });
});

describe('what is no hand', () => {
  it('is left out: a gaze, a screen, and nothing at all', () => {
    expect(readHands(frame(controller({ handedness: 'none' }), controller({ handedness: 'left' })), room).map(({ side }) => side)).toEqual(['left']);
    expect(readHands(frame(), room)).toEqual([]);
  });
});
