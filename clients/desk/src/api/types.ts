/** What the park's HTTP interface gives and takes, as `/api/v1/openapi.json` describes it. */

export interface Localised {
  zh: string;
  en: string;
}

export type Vec3 = [number, number, number];

/** One thing that is wrong: a JSON pointer into what was sent, a stable code, plain words. */
export interface Finding {
  pointer: string;
  code: string;
  severity: 'error' | 'warning';
  message: string;
}

/** The one shape of an error answer. */
export interface Problem {
  code: string;
  message: string;
  details: Finding[];
  request_id: string;
}

export interface Session {
  role: 'visitor' | 'operator';
}

export interface HallSummary {
  id: string;
  name: Localised;
  kind: 'outdoor' | 'indoor';
  state: 'open' | 'closed';
  capacity: number;
  visitors: number;
  revision: number;
}

export interface Park {
  name: Localised;
  start: string;
  contact: Localised | null;
  halls: HallSummary[];
  version: string;
}

export interface Live {
  halls: (HallSummary & { rooms: number[] })[];
  connections: number;
  tick_hz: number;
  tick_ms: { median: number; p99: number; worst: number };
  bytes_out: number;
  frames_out: number;
  time: number;
}

export const STEPS = ['receive', 'gate', 'check', 'normalise', 'derive', 'prove', 'poster', 'publish'] as const;
export type StepName = (typeof STEPS)[number];
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export interface JobStep {
  name: StepName;
  state: StepState;
  /** 0 to 1. */
  progress: number;
  seconds: number | null;
  words: Localised;
}

export type JobState = 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

export interface Job {
  id: string;
  kind: 'exhibit' | 'media';
  state: JobState;
  steps: JobStep[];
  code: string | null;
  message: string | null;
  findings: Finding[];
  source: Source;
  exhibit: string | null;
  revision: number | null;
  /** Seconds since 1970. */
  at: number;
  ended: number | null;
}

export interface Source {
  name: string;
  bytes: number;
  sha256: string | null;
}

export interface Level {
  asset: string;
  bytes: number;
  triangles: number;
  /** Metres. */
  error: number;
}

export interface Model {
  levels: Level[];
  bounds: { min: Vec3; max: Vec3 };
  color: Vec3;
  clips: string[];
  variants: string[];
  parts: number;
  role: string;
}

export interface Part {
  node: number;
  name: Localised;
  explode: Vec3;
}

export interface Card {
  title: Localised;
  maker: Localised;
  text: Localised;
  facts: { label: Localised; value: Localised }[];
  licence: string;
  contact: Localised;
}

export interface Blocked {
  level: number;
  findings: Finding[];
}

export interface Revision {
  number: number;
  note: string;
  author: string;
  at: number;
  source: Source;
  state: 'draft' | 'published' | 'retired';
  model: Model;
  parts: Part[];
  original: string | null;
  poster: string | null;
  findings: Finding[];
  blocked: Blocked[];
  bytes_in: number;
  bytes_l0: number;
}

export type Fit = 'true' | 'fitted';

export interface Placement {
  hall: string;
  node: string;
  plinth: string | null;
  /** None where it was placed by hand. */
  fit: Fit | null;
  /** Radians about +Y. */
  yaw: number;
  revision: number;
}

/** When somebody had a revision shown. */
export interface Publication {
  revision: number;
  author: string;
  at: number;
  note: string;
}

export interface Exhibit {
  id: string;
  title: Localised;
  card: Partial<Card>;
  published: number | null;
  latest: number;
  poster: string | null;
  revisions: Revision[];
  placements: Placement[];
}

/** A node of a hall's scene, as far as this page looks at it. */
export interface SceneNode {
  kind: string;
  name?: Localised;
  parent?: string | null;
  plinth?: { height: number; radius: number };
  [property: string]: unknown;
}

export interface Scene {
  hall: { id: string; name: Localised };
  nodes: Record<string, SceneNode>;
}
