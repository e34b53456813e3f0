/** Presence frames from the server: a header of 12 bytes, then full records, then head records. */

import { type BodyPose, decodeBody, FULL_BYTES, HEAD_BYTES } from './pose-codec';

export const PRESENCE_FRAME = 0x02;
const HEADER_BYTES = 12;
const ID_BYTES = 2;

export interface PresenceRecord {
  id: number;
  pose: BodyPose;
}

export interface PresenceFrame {
  /** People in the hall. */
  total: number;
  /** Server milliseconds modulo 2^32. */
  time: number;
  records: PresenceRecord[];
}

/** Read a presence frame; throws RangeError when it is cut short. */
export function decodePresence(bytes: Uint8Array): PresenceFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nFull = view.getUint16(2, true);
  const nHead = view.getUint16(4, true);
  const expected = HEADER_BYTES + nFull * (ID_BYTES + FULL_BYTES) + nHead * (ID_BYTES + HEAD_BYTES);
  if (bytes.byteLength < expected) throw new RangeError('presence frame cut short');
  const records: PresenceRecord[] = [];
  let at = HEADER_BYTES;
  for (let i = 0; i < nFull + nHead; i++) {
    const full = i < nFull;
    records.push({ id: view.getUint16(at, true), pose: decodeBody(bytes, at + ID_BYTES, full) });
    at += ID_BYTES + (full ? FULL_BYTES : HEAD_BYTES);
  }
  return { total: view.getUint16(6, true), time: view.getUint32(8, true), records };
}
