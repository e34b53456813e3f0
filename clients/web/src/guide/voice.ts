/**
 * What guides say, as sound: each clause at its moment of the server's clock, from where the guide
 * stands; whispered words close by. Browsers let a page sound only after a touch of it.
 */

import type { Said } from '../world/guides';
import type { Vec3 } from '../world/viewer';
import { type Clip, fetchClip } from './clip';
import { soundRhythm } from './rhythm';
import { SystemVoice } from './system-voice';

export interface VoiceHost {
  /** Milliseconds until a clause begins; below nought it has begun. */
  until(said: Said): number;
  /** 0..1; nought is silence. */
  volume(): number;
  /** The device may speak where the park has no voice. */
  mayUseSystem(): boolean;
  /** Where a guide's mouth is; null on a page, where nobody stands anywhere. */
  mouthOf(guide: string): Vec3 | null;
  /** Sound waits for a touch, or no longer does. */
  changed(): void;
}

interface Playing {
  turn: number;
  source: AudioBufferSourceNode;
  gain: GainNode;
  panner: PannerNode | null;
  guide: string;
}

/** Clauses that begin later than this after their moment are begun in the middle. */
const LATE_MS = 30;
/** A talk that was silent for so long begins anew. */
const NEW_TALK_MS = 60_000;
const GESTURES = ['pointerup', 'touchend', 'keydown'] as const;

export class Voice {
  /** What was decoded of late, by `turn/n`. */
  readonly clips = new Map<string, Pick<Clip, 'rms' | 'digest'> & { seconds: number }>();
  private readonly context = typeof AudioContext === 'function' ? new AudioContext() : null;
  private readonly master = this.context?.createGain() ?? null;
  private readonly meter = this.context?.createAnalyser() ?? null;
  private readonly system = new SystemVoice();
  private readonly playing = new Set<Playing>();
  private readonly silenced = new Set<number>();
  private readonly coming = new Map<number, AbortController>();
  private lastSpoken = -Infinity;

  constructor(private readonly host: VoiceHost) {
    const { context, master, meter } = this;
    if (!context) return;
    master!.connect(meter!).connect(context.destination);
    const wake = (): void => void context.resume().catch(() => undefined);
    for (const gesture of GESTURES) addEventListener(gesture, wake, { passive: true });
    context.addEventListener('statechange', () => host.changed());
  }

  /** There is something to hear, but the browser wants a touch first. */
  get waits(): boolean {
    return this.context?.state === 'suspended' && this.coming.size + this.playing.size > 0;
  }

  /** Something sounds now. */
  get sounds(): boolean {
    return this.playing.size > 0;
  }

  /** How loud it is now: the root mean square of what is played, 0..1. */
  level(): number {
    if (!this.meter) return 0;
    const samples = new Float32Array(this.meter.fftSize);
    this.meter.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  }

  say(said: Said): void {
    if (this.host.volume() <= 0) return;
    if (said.sound) return void this.sound(said, said.sound.path);
    // A whisper has no place in a voice that the whole room may hear.
    if (said.whisper || !this.host.mayUseSystem() || !this.system.can(said.lang)) return;
    this.announce(said);
    this.system.speak(said.text, said.lang, this.host.until(said), said.ms, this.host.volume());
  }

  /** Be silent at once, also about what is still being fetched. */
  stop(turn: number): void {
    this.silenced.add(turn);
    this.coming.get(turn)?.abort();
    this.coming.delete(turn);
    this.system.stop();
    for (const each of [...this.playing]) {
      if (each.turn !== turn) continue;
      each.gain.gain.value = 0;
      each.gain.disconnect();
      each.source.stop();
      this.playing.delete(each);
    }
  }

  /** Be silent about everything: another hall. */
  stopAll(): void {
    for (const heard of new Set([...this.coming.keys(), ...[...this.playing].map(({ turn }) => turn)])) this.stop(heard);
    this.system.stop();
  }

  /** Call each frame: where one's ears are, and where mouths have gone. */
  listen(eye: Vec3, forward: Vec3): void {
    const { context, master } = this;
    if (!context || !this.playing.size) return;
    master!.gain.value = this.host.volume();
    const { listener } = context;
    if (listener.positionX) {
      [listener.positionX.value, listener.positionY.value, listener.positionZ.value] = eye;
      [listener.forwardX.value, listener.forwardY.value, listener.forwardZ.value] = forward;
    } else {
      // Firefox knows the older names alone.
      listener.setPosition(...eye);
      listener.setOrientation(...forward, 0, 1, 0);
    }
    for (const { panner, guide } of this.playing) {
      const mouth = panner && this.host.mouthOf(guide);
      if (panner && mouth) put(panner, mouth);
    }
  }

  private async sound(said: Said, path: string): Promise<void> {
    const { context } = this;
    if (!context || this.silenced.has(said.turn)) return;
    const asking = this.coming.get(said.turn) ?? new AbortController();
    this.coming.set(said.turn, asking);
    this.host.changed();
    const clip = await fetchClip(context, path, asking.signal).catch(() => null);
    if (!clip || this.silenced.has(said.turn)) return;
    this.clips.set(`${said.turn}/${said.n}`, { rms: clip.rms, digest: clip.digest, seconds: clip.buffer.duration });
    this.play(said, clip.buffer);
  }

  private play(said: Said, buffer: AudioBuffer): void {
    const context = this.context!;
    const wait = this.host.until(said);
    const into = wait < -LATE_MS ? -wait / 1000 : 0;
    if (into >= buffer.duration) return;
    this.announce(said);
    const source = context.createBufferSource(), gain = context.createGain();
    const mouth = said.whisper ? null : this.host.mouthOf(said.guide);
    const panner = mouth ? new PannerNode(context, { panningModel: 'HRTF', distanceModel: 'inverse', refDistance: 2.5, rolloffFactor: 0.8 }) : null;
    if (panner) put(panner, mouth!);
    source.buffer = buffer;
    if (panner) source.connect(gain).connect(panner).connect(this.master!);
    else source.connect(gain).connect(this.master!);
    this.master!.gain.value = this.host.volume();
    const playing: Playing = { turn: said.turn, source, gain, panner, guide: said.guide };
    this.playing.add(playing);
    source.addEventListener('ended', () => {
      this.playing.delete(playing);
      panner?.disconnect();
    });
    // What is heard lags behind what is played by the way out of the machine.
    const latency = Math.min(0.2, context.outputLatency || 0);
    source.start(context.currentTime + Math.max(0, wait / 1000 - latency), into);
    this.host.changed();
  }

  /** An AI's voice is announced when it begins to talk; an officer's words are not an AI's. */
  private announce(said: Said): void {
    const now = performance.now();
    const fresh = now - this.lastSpoken > NEW_TALK_MS;
    this.lastSpoken = now + said.ms;
    if (fresh && said.by === 'ai' && this.context) soundRhythm(this.context, this.master!, this.context.currentTime + 0.02);
  }
}

function put(panner: PannerNode, [x, y, z]: Vec3): void {
  panner.positionX.value = x;
  panner.positionY.value = y;
  panner.positionZ.value = z;
}
