/** Push to talk: the microphone is open while something is held, and what it heard becomes text. */

import { Refusal } from '../business/api';

/** Why nothing was heard. */
export type Deaf = 'insecure' | 'denied' | 'missing' | 'unsupported' | 'short' | 'unclear' | 'failed';

export class DeafError extends Error {
  constructor(readonly why: Deaf, readonly told = '') {
    super(why);
  }
}

export type Hearing = 'idle' | 'opening' | 'listening' | 'reading';

const LONGEST_MS = 30_000;
const SHORTEST_MS = 350;
const MOST_BYTES = 2_000_000;
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm'];

/** Whether a microphone can be asked for here; else why not. */
export function deafness(): Deaf | null {
  if (!globalThis.isSecureContext) return 'insecure';
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder !== 'function') return 'unsupported';
  return null;
}

/** Why the browser gave no microphone. */
export function reasonOf(error: unknown): Deaf {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'missing' : 'failed';
}

export class Microphone {
  state: Hearing = 'idle';
  private held = false;
  private recorder: MediaRecorder | null = null;
  private began = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly heard: (text: string) => void, private readonly deaf: (error: DeafError) => void,
    private readonly changed: (state: Hearing) => void, private readonly transcribe: (sound: Blob) => Promise<string>,
  ) {}

  /** Something is held: listen from now on. */
  async hold(): Promise<void> {
    if (this.held || this.state !== 'idle') return;
    const why = deafness();
    if (why) return this.deaf(new DeafError(why));
    this.held = true;
    this.set('opening');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
      if (!this.held) {
        this.shut(stream);
        return this.set('idle');
      }
      this.record(stream);
    } catch (error) {
      this.held = false;
      this.set('idle');
      this.deaf(new DeafError(reasonOf(error)));
    }
  }

  /** It was let go: read what was heard. */
  release(): void {
    this.held = false;
    if (this.recorder?.state === 'recording') this.recorder.stop();
  }

  private record(stream: MediaStream): void {
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
    const recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 32_000 } : {});
    const pieces: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => data.size && pieces.push(data));
    recorder.addEventListener('stop', () => {
      clearTimeout(this.timer);
      this.shut(stream);
      this.recorder = null;
      void this.read(new Blob(pieces, { type: recorder.mimeType }), performance.now() - this.began);
    });
    this.recorder = recorder;
    this.began = performance.now();
    recorder.start();
    this.timer = setTimeout(() => this.release(), LONGEST_MS);
    this.set('listening');
  }

  private async read(sound: Blob, ms: number): Promise<void> {
    try {
      if (ms < SHORTEST_MS || !sound.size) throw new DeafError('short');
      if (sound.size > MOST_BYTES) throw new DeafError('failed');
      this.set('reading');
      const text = (await this.transcribe(sound)).trim();
      if (!text) throw new DeafError('unclear');
      this.set('idle');
      this.heard(text);
    } catch (error) {
      this.set('idle');
      this.deaf(error instanceof DeafError ? error : new DeafError('failed', error instanceof Refusal ? error.message : ''));
    }
  }

  /** The light of the microphone goes out as soon as nothing is held. */
  private shut(stream: MediaStream): void {
    for (const track of stream.getTracks()) track.stop();
  }

  private set(state: Hearing): void {
    this.state = state;
    this.changed(state);
  }
}
