import { happen, tab } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Vec3 } from '../../src/world/viewer';
import type { Said } from '../../src/world/guides';
import { sayOf } from './samples';

/** As much of Web Audio as a voice uses: it notes what is begun and stopped. */
class Param {
  value = 0;
  setValueAtTime(): void { /* The rhythm's edges are not looked at. */ }
  linearRampToValueAtTime(): void { /* The rhythm's edges are not looked at. */ }
}
class Node extends EventTarget {
  gain = new Param();
  frequency = new Param();
  [name: string]: unknown;
  connect<T>(into: T): T { return into; }
  disconnect(): void { log.push(`${String(this['kind'])} off`); }
  start(at: number, into = 0): void { log.push(`${String(this['kind'])} at ${at.toFixed(2)} from ${into.toFixed(2)}`); }
  stop(): void { log.push(`${String(this['kind'])} stop`); }
}
const node = (kind: string): Node => Object.assign(new Node(), { kind, fftSize: 8, getFloatTimeDomainData: (out: Float32Array) => out.fill(0.5) });
let log: string[] = [];
let context: FakeContext;
const remember = (one: FakeContext): void => void (context = one);
class FakeContext extends EventTarget {
  state = 'running';
  currentTime = 10;
  outputLatency = 0;
  destination = node('out');
  listener = { positionX: new Param(), positionY: new Param(), positionZ: new Param(), forwardX: new Param(), forwardY: new Param(), forwardZ: new Param() };
  constructor() {
    super();
    remember(this);
  }
  createGain = () => node('gain');
  createAnalyser = () => node('meter');
  createOscillator = () => node('tone');
  createBufferSource = () => node('clause');
  decodeAudioData = () => Promise.resolve({ duration: 2, getChannelData: () => Float32Array.from([0.5, -0.5]) });
  resume = vi.fn(() => Promise.resolve());
}
class FakePanner extends Node {
  positionX = new Param();
  positionY = new Param();
  positionZ = new Param();
  kind = 'panner';
  constructor() {
    super();
    log.push('panner');
  }
}
vi.stubGlobal('AudioContext', FakeContext);
vi.stubGlobal('PannerNode', FakePanner);

const said = (change: Partial<Said> = {}): Said => ({ ...sayOf({ sound: { path: '/voices/x', type: 'audio/wav' } }), speaker: '', ...change });

async function voice(change: object = {}) {
  const { Voice } = await import('../../src/guide/voice');
  const host = { until: () => 500, volume: () => 1, mayUseSystem: () => true, mouthOf: (): Vec3 | null => [1, 1.5, 2], changed: vi.fn(), ...change };
  return { made: new Voice(host), host };
}
const clauses = (): string[] => log.filter((line) => line.startsWith('clause'));

beforeEach(() => {
  log = [];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new ArrayBuffer(8))));
});

describe('what a guide says', () => {
  it('sounds at its moment, from where the guide stands, announced as an AI’s', async () => {
    const { made } = await voice();
    made.say(said());
    await vi.waitFor(() => expect(clauses()).toEqual(['clause at 10.50 from 0.00']));
    expect(log).toContain('panner');
    expect(log.filter((line) => line.startsWith('tone at'))).toHaveLength(4);
    expect([made.sounds, made.level(), made.clips.get('1/0')]).toEqual([true, 0.5, { rms: 0.5, digest: expect.any(String) as string, seconds: 2 }]);
  });

  it('is begun in its middle when it comes late, and not at all when it is over', async () => {
    const { made } = await voice({ until: () => -1500 });
    made.say(said());
    await vi.waitFor(() => expect(clauses()).toEqual(['clause at 10.00 from 1.50']));
    const { made: late } = await voice({ until: () => -2500 });
    late.say(said());
    await vi.waitFor(() => expect(late.clips.size).toBe(1));
    expect(clauses()).toHaveLength(1);
  });

  it('is silent at once when it is stopped, also what is still being fetched', async () => {
    const { made } = await voice();
    made.say(said());
    await vi.waitFor(() => expect(made.sounds).toBe(true));
    made.say(said({ n: 1 }));
    made.stop(1);
    expect([made.sounds, log.includes('clause stop')]).toEqual([false, true]);
    await new Promise((done) => setTimeout(done));
    expect(clauses().filter((line) => line.includes('at'))).toHaveLength(1);
  });

  it('whispered comes from nowhere in the hall; an officer’s words are not announced', async () => {
    const { made } = await voice();
    made.say(said({ whisper: true, by: 'human', speaker: '王敏' }));
    await vi.waitFor(() => expect(clauses()).toHaveLength(1));
    expect(log.filter((line) => line === 'panner' || line.startsWith('tone'))).toEqual([]);
  });

  it('is not even fetched when it is turned down', async () => {
    const { made } = await voice({ volume: () => 0 });
    made.say(said());
    await new Promise((done) => setTimeout(done));
    expect(log).toEqual([]);
  });

  it('waits for a touch where the browser wants one', async () => {
    const { made } = await voice();
    context.state = 'suspended';
    made.say(said());
    await vi.waitFor(() => expect(made.waits).toBe(true));
    happen(tab, 'pointerup');
    expect(context.resume).toHaveBeenCalled();
  });

  it('follows mouths and ears', async () => {
    const { made } = await voice();
    made.listen([0, 1.6, 0], [0, 0, -1]);
    expect(context.listener.positionY.value).toBe(0);
    made.say(said());
    await vi.waitFor(() => expect(made.sounds).toBe(true));
    made.listen([0, 1.6, 0], [0, 0, -1]);
    expect([context.listener.positionY.value, context.listener.forwardZ.value]).toEqual([1.6, -1]);
    made.stopAll();
    expect(made.sounds).toBe(false);
  });
});
