/** Clauses as sound: fetched once, decoded, and described by their samples. */

export interface Clip {
  buffer: AudioBuffer;
  /** The root mean square of all samples, 0..1. */
  rms: number;
  /** A sum of the samples (FNV-1a of 16-bit values), by which two pages know the same sound. */
  digest: string;
}

/** Describe samples by loudness and by a sum of them. */
export function describe(samples: Float32Array): { rms: number; digest: string } {
  let squares = 0, sum = 0x811c9dc5;
  for (const sample of samples) {
    squares += sample * sample;
    sum = Math.imul(sum ^ (Math.round(sample * 32767) & 0xffff), 0x01000193);
  }
  return { rms: samples.length ? Math.sqrt(squares / samples.length) : 0, digest: (sum >>> 0).toString(16).padStart(8, '0') };
}

/** Fetch and decode; rejects when it is not there any more or no sound. */
export async function fetchClip(context: BaseAudioContext, path: string, signal: AbortSignal): Promise<Clip> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  const buffer = await context.decodeAudioData(await answer.arrayBuffer());
  return { buffer, ...describe(buffer.getChannelData(0)) };
}
