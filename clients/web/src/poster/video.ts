/** One frame of a video, by the browser's own decoder. */

/** How far into a video its picture is taken: past a black beginning, before a short one ends. */
const AFTER_SECONDS = 1;
const AFTER_SHARE = 0.25;

/** The moment to show of a video that lasts `duration` seconds; an endless one is a stream. */
export function momentOf(duration: number): number {
  return Number.isFinite(duration) && duration > 0 ? Math.min(AFTER_SECONDS, duration * AFTER_SHARE) : 0;
}

/** A picture at most `width` wide; rejects when the browser cannot decode the video. */
export async function stillOf(url: string, width: number, type: string, quality: number): Promise<Blob> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, preload: 'auto', playsInline: true, src: url });
  try {
    await told(video, 'loadeddata');
    if (!video.videoWidth) throw new Error('the file has no picture');
    const seeked = told(video, 'seeked');
    video.currentTime = momentOf(video.duration);
    await seeked;
    return await drawn(video, width, type, quality);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

function told(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error(video.error?.message || 'the video cannot be decoded')), { once: true });
  });
}

async function drawn(video: HTMLVideoElement, width: number, type: string, quality: number): Promise<Blob> {
  const scale = Math.min(1, width / video.videoWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  if (!blob) throw new Error(`no picture of type ${type}`);
  return blob;
}
