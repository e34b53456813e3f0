/** Sound from where a board stands. Browsers let it be heard once the visitor has touched the page. */

import type { Vector3 } from 'three';

const FULL_WITHIN = 3;
const FALL = 1.4;

class Ears {
  readonly context = new AudioContext();

  constructor() {
    const wake = (): void => void this.context.resume().catch(() => undefined);
    for (const event of ['pointerdown', 'keydown', 'touchend']) addEventListener(event, wake, { passive: true });
    wake();
  }

  /** Where one is and which way one looks. */
  move(eye: Vector3, forward: Vector3): void {
    const { listener } = this.context;
    if (listener.positionX) {
      [listener.positionX.value, listener.positionY.value, listener.positionZ.value] = [eye.x, eye.y, eye.z];
      [listener.forwardX.value, listener.forwardY.value, listener.forwardZ.value] = [forward.x, forward.y, forward.z];
    } else {
      // Firefox knows the older names alone.
      listener.setPosition(eye.x, eye.y, eye.z);
      listener.setOrientation(forward.x, forward.y, forward.z, 0, 1, 0);
    }
  }
}

let ears: Ears | null = null;

/** Let one's own place be known to all sounds; nothing sounds before the first. */
export function listenFrom(eye: Vector3, forward: Vector3): void {
  ears?.move(eye, forward);
}

/** Have a film sound from a place; returns how to stop. Without Web Audio it sounds from everywhere. */
export function soundFrom(video: HTMLVideoElement, place: Vector3): () => void {
  if (typeof AudioContext === 'undefined') return () => undefined;
  ears ??= new Ears();
  const { context } = ears;
  const source = context.createMediaElementSource(video);
  const panner = new PannerNode(context, {
    panningModel: 'equalpower', distanceModel: 'exponential', refDistance: FULL_WITHIN, rolloffFactor: FALL,
    positionX: place.x, positionY: place.y, positionZ: place.z,
  });
  source.connect(panner).connect(context.destination);
  return () => {
    source.disconnect();
    panner.disconnect();
  };
}
