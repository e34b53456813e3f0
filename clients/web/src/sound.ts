/** Small sounds of the interface. Browsers let a page sound only after a touch: the first unlocks. */

let context: AudioContext | null = null;

/** Prepare sound at the first touch of the page (WeChat, Safari and Chrome all ask for one). */
export function unlockSoundOnTouch(): void {
  const unlock = (): void => {
    context ??= createContext();
    if (context?.state === 'suspended') context.resume().catch(() => undefined);
    if (context?.state === 'running') for (const type of TYPES) removeEventListener(type, unlock);
  };
  for (const type of TYPES) addEventListener(type, unlock, { passive: true });
}

const TYPES = ['pointerup', 'touchend', 'keydown'] as const;

function createContext(): AudioContext | null {
  return typeof AudioContext === 'function' ? new AudioContext() : null;
}

/** A soft tick, `pitch` times 520 Hz; silent until unlocked. */
export function tick(pitch = 1): void {
  if (context?.state !== 'running') return;
  const now = context.currentTime;
  const tone = context.createOscillator();
  const loud = context.createGain();
  tone.type = 'sine';
  tone.frequency.setValueAtTime(520 * pitch, now);
  tone.frequency.exponentialRampToValueAtTime(390 * pitch, now + 0.09);
  loud.gain.setValueAtTime(0.0001, now);
  loud.gain.exponentialRampToValueAtTime(0.06, now + 0.008);
  loud.gain.exponentialRampToValueAtTime(0.0001, now + 0.12);
  tone.connect(loud).connect(context.destination);
  tone.start(now);
  tone.stop(now + 0.13);
}
