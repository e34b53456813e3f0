/** A film on a board: the same moment for everybody, its sound from where it hangs. */

import { SRGBColorSpace, type Vector3, VideoTexture } from 'three';
import type { Film as FilmFacts, FilmPlayback } from '../world/scene';
import { correction, isRunning, momentOf } from '../world/film';
import { soundFrom } from './sound';

export class Film {
  readonly texture: VideoTexture;
  readonly video = document.createElement('video');
  private readonly silence: () => void;
  private asked = false;
  private seen = false;

  constructor(private readonly facts: FilmFacts, place: Vector3, private readonly failed: () => void) {
    const { video } = this;
    Object.assign(video, { playsInline: true, preload: 'auto', crossOrigin: 'anonymous', src: `/assets/${facts.asset}` });
    video.addEventListener('error', failed);
    this.texture = new VideoTexture(video);
    this.texture.colorSpace = SRGBColorSpace;
    this.silence = soundFrom(video, place);
  }

  /** A first picture has been decoded. */
  get ready(): boolean {
    this.seen ||= this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    return this.seen;
  }

  /** Be where the shared playback is at server time `now`. */
  update(playback: FilmPlayback | null, now: number): void {
    const { video, facts } = this;
    if (video.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const end = Number.isFinite(video.duration) ? video.duration : Infinity;
    const wanted = Math.min(end, momentOf(facts, playback, now));
    const running = isRunning(facts, playback, now) && wanted < end;
    const { jump, rate } = correction(video.currentTime, wanted);
    if (jump || (!running && video.paused && Math.abs(video.currentTime - wanted) > 0.05)) {
      if (!video.seeking) video.currentTime = wanted;
    }
    video.playbackRate = running ? rate : 1;
    if (running && video.paused) this.play();
    if (!running && !video.paused) video.pause();
  }

  dispose(): void {
    this.video.removeEventListener('error', this.failed);
    this.video.pause();
    this.silence();
    this.video.removeAttribute('src');
    this.video.load();
    this.texture.dispose();
  }

  /** Where sound is not allowed before a touch, the picture runs without it until then. */
  private play(): void {
    if (this.asked) return;
    this.asked = true;
    const { video } = this;
    const again = (): void => void (this.asked = false);
    video.play().then(again, () => {
      video.muted = true;
      addEventListener('pointerdown', () => (video.muted = false), { once: true });
      void video.play().catch(() => undefined).finally(again);
    });
  }
}
