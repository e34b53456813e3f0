/** What a visitor has chosen: who they are and how the park is drawn. Kept between visits. */

import { recall, remember } from './memory';
import type { StageSettings } from './stage-api';
import { Events } from './world/events';

export interface Settings extends StageSettings {
  name: string;
  color: string;
  sound: boolean;
  /** What guides say is written too. */
  captions: boolean;
  /** How loud guides are, 0..1. */
  guideVolume: number;
  /** The device may read aloud where the park has no voice. */
  deviceVoice: boolean;
  /** Agrees to be counted in sums that name nobody. */
  measure: boolean;
  /** The first visit's questions were answered or waved aside. */
  greeted: boolean;
}

export const COLORS = [
  '#2f6b4f', '#b07a48', '#3f6f9f', '#8a5a83', '#c05f4a', '#5b6770', '#c79a3b', '#4f8f8b',
] as const;

const DEFAULTS: Settings = {
  name: '',
  color: COLORS[0],
  sound: true,
  captions: true,
  guideVolume: 1,
  deviceVoice: true,
  measure: false,
  greeted: false,
  quality: 'auto',
  vignette: true,
  snapTurn: 30,
  locomotion: 'teleport',
  reducedMotion: false,
};

export class SettingsStore {
  private readonly events = new Events<{ change: Settings }>();
  private current: Settings;

  constructor() {
    const color = COLORS[Math.floor(Math.random() * COLORS.length)]!;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.current = { ...DEFAULTS, color, reducedMotion, ...stored() };
  }

  get(): Readonly<Settings> {
    return this.current;
  }

  set(change: Partial<Settings>): void {
    this.current = { ...this.current, ...change };
    remember('settings', JSON.stringify(this.current));
    this.events.emit('change', this.current);
  }

  onChange(fn: (settings: Settings) => void): () => void {
    return this.events.on('change', fn);
  }
}

/** What was kept, as far as it still means something. */
function stored(): Partial<Settings> {
  try {
    const kept = JSON.parse(recall('settings') ?? '{}') as Record<string, unknown>;
    const known = Object.entries(kept).filter(
      ([key, value]) => key in DEFAULTS && typeof value === typeof DEFAULTS[key as keyof Settings],
    );
    return Object.fromEntries(known) as Partial<Settings>;
  } catch {
    return {};
  }
}
