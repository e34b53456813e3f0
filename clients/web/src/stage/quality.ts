/** How much to draw: two levels, and the governor that moves between them by frame rate. */

export interface Quality {
  readonly name: 'low' | 'high';
  readonly shadows: boolean;
  readonly shadowSize: number;
  /** The largest ratio of drawn to CSS pixels. */
  readonly pixelRatio: number;
  /** Lamps that light for real; the others stay pools of light. */
  readonly lamps: number;
  readonly environmentSize: number;
  /** GPU bytes that streamed models may take. */
  readonly budget: number;
  /** Error of a model's level that is tolerated on screen, in pixels. */
  readonly tolerance: number;
  readonly wind: boolean;
  /** Light passes through thick glass for real, which draws the scene twice. */
  readonly clear: boolean;
}

const MIB = 1024 * 1024;

export const HIGH: Quality = {
  name: 'high', shadows: true, shadowSize: 2048, pixelRatio: 2, lamps: 6, environmentSize: 128,
  budget: 384 * MIB, tolerance: 1.5, wind: true, clear: true,
};

export const LOW: Quality = {
  name: 'low', shadows: false, shadowSize: 0, pixelRatio: 1.25, lamps: 3, environmentSize: 64,
  budget: 160 * MIB, tolerance: 2.5, wind: false, clear: false,
};

/** What is known of the device before the first frame. */
export interface Device {
  /** Fingers rather than a mouse. */
  coarsePointer: boolean;
  /** The name the driver gives itself. */
  gpu: string;
  cores: number;
  /** The browser of a standalone headset. */
  headset: boolean;
  /** Gigabytes of memory, where the browser tells. */
  memory?: number;
}

/** The share of a device's memory that models may take: it is the processor's and the page's too. */
const SHARE = 1 / 16;

/** GPU bytes that models may take on this device. */
export function budgetOf(budget: number, { memory }: Device): number {
  return memory === undefined ? budget : Math.min(budget, memory * 1024 * MIB * SHARE);
}

/** The level to begin with when the visitor has not chosen. */
export function guessQuality(device: Device): Quality {
  const { coarsePointer, cores, headset } = device;
  return isSoftware(device) || coarsePointer || headset || cores <= 2 ? LOW : HIGH;
}

/** No graphics card: the processor draws every pixel. */
export function isSoftware({ gpu }: Device): boolean {
  return /swiftshader|llvmpipe|software|basic render/i.test(gpu);
}

const SLOW = 1 / 28;
const FAST = 1 / 50;
const PATIENCE = 3;
const SCALES = [1, 0.85, 0.7] as const;

/**
 * Watches frame times and steps down when they stay long: first resolution, then quality.
 *
 * It climbs back in resolution alone: a level that proved too heavy once is not tried again.
 */
export class Governor {
  private average = 1 / 60;
  private slowFor = 0;
  private fastFor = 0;
  private step: number;

  /** With `careful`, begin at the lowest resolution and climb from there. */
  constructor(public quality: Quality, careful = false) {
    this.step = careful ? SCALES.length - 1 : 0;
  }

  get scale(): number {
    return SCALES[this.step]!;
  }

  /** Take in one frame's seconds; true when something changed. */
  feed(dt: number): boolean {
    if (dt <= 0 || dt > 0.5) return false;
    this.average += (dt - this.average) * 0.05;
    this.slowFor = this.average > SLOW ? this.slowFor + dt : 0;
    this.fastFor = this.average < FAST ? this.fastFor + dt : 0;
    if (this.slowFor > PATIENCE) return this.descend();
    if (this.fastFor > PATIENCE * 4 && this.step > 0) return this.climb();
    return false;
  }

  private descend(): boolean {
    this.slowFor = 0;
    if (this.step < SCALES.length - 1) this.step += 1;
    else if (this.quality === HIGH) this.quality = LOW;
    else return false;
    return true;
  }

  private climb(): boolean {
    this.fastFor = 0;
    this.step -= 1;
    return true;
  }
}
