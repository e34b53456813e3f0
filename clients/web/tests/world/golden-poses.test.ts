import { expect, test } from 'vitest';

import { type BodyPose, decodeBody, encodeBody, FULL_BYTES } from '../../src/world/pose-codec';
import type { Pose, Quat, Vec3 } from '../../src/world/viewer';
import { fromHex, golden, toHex } from '../golden';

interface Hand {
  position: Vec3;
  rotation: Quat;
}

interface GoldenPose {
  position: Vec3;
  rotation: Quat;
  hands: {
    left: Hand | null; right: Hand | null; grip: [number, number]; bare: boolean; seated: boolean; talking: boolean;
  } | null;
}

const { poses } = golden<{ poses: { name: string; pose: GoldenPose; body: string; decoded: GoldenPose }[] }>('poses');

/** A golden hand is relative to the head; ours are in the hall's axes. */
function placed(hand: Hand | null | undefined, head: Vec3): Pose | null {
  return hand ? { position: hand.position.map((v, i) => v + head[i]!) as Vec3, rotation: hand.rotation } : null;
}

function ours({ position, rotation, hands }: GoldenPose): BodyPose {
  return {
    head: { position, rotation }, full: hands !== null,
    left: placed(hands?.left, position), right: placed(hands?.right, position),
    hands: hands?.bare ?? false, seated: hands?.seated ?? false, talking: hands?.talking ?? false,
    grip: (hands?.grip ?? [0, 0]).map((value) => value / 15) as [number, number],
  };
}

test.each(poses)('writes and reads as the server does: $name', ({ pose, body, decoded }) => {
  const bytes = new Uint8Array(FULL_BYTES);
  expect(toHex(bytes.subarray(0, encodeBody(ours(pose), bytes)))).toBe(body);
  const back = decodeBody(fromHex(body), 0, pose.hands !== null);
  const wanted = ours(decoded);
  for (const part of ['head', 'left', 'right'] as const) {
    expect(back[part] === null).toBe(wanted[part] === null);
    back[part]?.position.forEach((v, i) => expect(v).toBeCloseTo(wanted[part]!.position[i]!, 6));
    back[part]?.rotation.forEach((v, i) => expect(v).toBeCloseTo(wanted[part]!.rotation[i]!, 6));
  }
  const { head: _head, left: _left, right: _right, ...rest } = back;
  const { head: _wantedHead, left: _wantedLeft, right: _wantedRight, ...wantedRest } = wanted;
  expect(rest).toEqual(wantedRest);
});
