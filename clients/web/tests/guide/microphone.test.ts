import '../tiny-dom';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Refusal } from '../../src/business/api';
import { deafness, type DeafError, Microphone, reasonOf } from '../../src/guide/microphone';

/** A recorder that hears what it is told to. */
class FakeRecorder extends EventTarget {
  static isTypeSupported = (type: string): boolean => type.startsWith('audio/webm');
  static heard = new Blob(['sound'], { type: 'audio/webm' });
  state = 'inactive';
  readonly mimeType = 'audio/webm;codecs=opus';
  start(): void { this.state = 'recording'; }
  stop(): void {
    this.state = 'inactive';
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: FakeRecorder.heard }));
    this.dispatchEvent(new Event('stop'));
  }
}

let getUserMedia = vi.fn();
const stopTrack = vi.fn();
let clock = 0;

function microphone(transcribe: (sound: Blob) => Promise<string> = () => Promise.resolve(' 租金多少？ ')) {
  const heard = vi.fn(), deaf = vi.fn<(error: DeafError) => void>(), states: string[] = [];
  return { made: new Microphone(heard, deaf, (state) => states.push(state), transcribe), heard, deaf, states };
}

beforeEach(() => {
  getUserMedia = vi.fn(() => Promise.resolve({ getTracks: () => [{ stop: stopTrack }] }));
  stopTrack.mockClear();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { language: 'zh-CN', userAgent: '', mediaDevices: { getUserMedia } });
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => void vi.restoreAllMocks());

describe('push to talk', () => {
  it('listens while it is held, and reads what it heard', async () => {
    const { made, heard, states } = microphone();
    await made.hold();
    clock = 2000;
    made.release();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith('租金多少？'));
    expect(states).toEqual(['opening', 'listening', 'reading', 'idle']);
    expect(stopTrack).toHaveBeenCalledOnce();
  });

  it('let go before it was open, it closes again and says nothing', async () => {
    const { made, deaf, states } = microphone();
    const opening = made.hold();
    made.release();
    await opening;
    expect([states, stopTrack.mock.calls.length, deaf.mock.calls.length]).toEqual([['opening', 'idle'], 1, 0]);
  });

  it.each([
    ['a tap', 100, () => Promise.resolve('x'), 'short'], ['silence', 2000, () => Promise.resolve('  '), 'unclear'],
    ['a service that fails', 2000, () => Promise.reject(new Refusal(503, 'listening_off', '园区暂时听不到')), 'failed'],
  ])('%s is told', async (_, ms, transcribe, why) => {
    const { made, deaf, heard } = microphone(transcribe);
    await made.hold();
    clock = ms;
    made.release();
    await vi.waitFor(() => expect(deaf).toHaveBeenCalledOnce());
    expect(deaf.mock.calls[0]![0].why).toBe(why);
    expect([heard.mock.calls.length, made.state]).toEqual([0, 'idle']);
    if (why === 'failed') expect(deaf.mock.calls[0]![0].told).toBe('园区暂时听不到');
  });

  it('without permission it says so, and can be tried again', async () => {
    getUserMedia.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    const { made, deaf } = microphone();
    await made.hold();
    expect(deaf.mock.calls[0]![0].why).toBe('denied');
    await made.hold();
    expect(made.state).toBe('listening');
  });
});

describe('why nothing can be heard', () => {
  it('a page that is not secure, or a browser that cannot record', () => {
    expect(deafness()).toBeNull();
    vi.stubGlobal('isSecureContext', false);
    expect(deafness()).toBe('insecure');
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('MediaRecorder', undefined);
    expect(deafness()).toBe('unsupported');
  });

  it.each([['NotAllowedError', 'denied'], ['NotFoundError', 'missing'], ['NotReadableError', 'missing'], ['OddError', 'failed']])('%s is %s', (name, why) => {
    expect(reasonOf(new DOMException('', name))).toBe(why);
    expect(reasonOf('thrown')).toBe('failed');
  });
});
