/** Where a shared film stands: the same moment for everybody, by the server's clock. Pure. */

import type { Film, FilmPlayback } from './scene';

/** Behind by more than this one jumps; within it one runs a little faster or slower. */
const JUMP_SECONDS = 0.6;
const CLOSE_SECONDS = 0.06;
const CATCH_UP = 0.08;

/** The end of a film, seconds; one that does not tell its length (0) has none that is known. */
export const endOf = ({ duration }: Pick<Film, 'duration'>): number => (duration > 0 ? duration : Infinity);

/** Seconds into the film at server time `now`; it stays at its last moment. */
export function momentOf(film: Pick<Film, 'duration'>, playback: FilmPlayback | null, now: number): number {
  if (!playback) return 0;
  const { at = 0, since = now, playing } = playback;
  return Math.min(endOf(film), Math.max(0, at + (playing ? now - since : 0)));
}

/** Whether a film runs at server time `now`: one that has ended does not. */
export function isRunning(film: Pick<Film, 'duration'>, playback: FilmPlayback | null, now: number): boolean {
  return Boolean(playback?.playing) && momentOf(film, playback, now) < endOf(film);
}

/** The playback after a press on the button: on from here, held here, or from the beginning again. */
export function pressed(film: Pick<Film, 'duration'>, playback: FilmPlayback | null, now: number): FilmPlayback {
  const at = momentOf(film, playback, now);
  if (isRunning(film, playback, now)) return { playing: false, at, since: now };
  return { playing: true, at: at >= endOf(film) ? 0 : at, since: now };
}

/** What a player that stands at `is` has to do to be at `wanted`: jump, or run at another rate. */
export function correction(is: number, wanted: number): { jump: boolean; rate: number } {
  const behind = wanted - is;
  if (Math.abs(behind) > JUMP_SECONDS) return { jump: true, rate: 1 };
  if (Math.abs(behind) < CLOSE_SECONDS) return { jump: false, rate: 1 };
  return { jump: false, rate: behind > 0 ? 1 + CATCH_UP : 1 - CATCH_UP };
}

/** Minutes and seconds. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
