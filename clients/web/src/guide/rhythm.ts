/** The sound by which an AI's voice is announced (GB 45438-2025): short, long, short, short. */

/** Seconds: from when, for how long. */
export const RHYTHM: readonly (readonly [from: number, long: number])[] = [[0, 0.08], [0.14, 0.24], [0.44, 0.08], [0.58, 0.08]];
const HERTZ = 660;
const LOUD = 0.09;

/** Let it sound from a moment of the context's clock. */
export function soundRhythm(context: BaseAudioContext, into: AudioNode, from: number): void {
  for (const [start, long] of RHYTHM) {
    const tone = context.createOscillator(), loud = context.createGain();
    const [begin, end] = [from + start, from + start + long];
    tone.frequency.value = HERTZ;
    // Soft edges: a tone cut square clicks.
    loud.gain.setValueAtTime(0, begin);
    loud.gain.linearRampToValueAtTime(LOUD, begin + 0.012);
    loud.gain.setValueAtTime(LOUD, end - 0.02);
    loud.gain.linearRampToValueAtTime(0, end);
    tone.connect(loud).connect(into);
    tone.start(begin);
    tone.stop(end + 0.01);
  }
}
