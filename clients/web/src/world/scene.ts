/** The scene document as the server keeps it: a hall and its nodes, plain JSON. */

import type { Quat, Vec3 } from './viewer';

export type Language = 'zh-CN' | 'en';

/** A text in both languages. */
export interface Localised {
  zh: string;
  en: string;
}

/** The text for a reader of `lang`. */
export function localise(text: Localised | null | undefined, lang: Language): string {
  if (!text) return '';
  return (lang === 'en' ? text.en : text.zh) || text.zh || text.en;
}

export type Point2 = [x: number, z: number];

/** A walkable surface: level `y`, outline and holes, counter-clockwise seen from above. */
export interface WalkArea {
  id: string;
  y: number;
  polygon: Point2[];
  holes?: Point2[][];
}

export interface WalkLink {
  from: Vec3;
  to: Vec3;
}

export interface Viewpoint {
  name: Localised;
  position: Vec3;
  yaw: number;
  pitch: number;
}

export interface Environment {
  sky: 'day' | 'none';
  background: Vec3;
  fog?: [near: number, far: number] | null;
  exposure: number;
  ambient: { sky: Vec3; ground: Vec3; intensity: number };
  sun?: { direction: Vec3; color: Vec3; intensity: number } | null;
}

export interface Box {
  min: Vec3;
  max: Vec3;
}

export interface Hall {
  id: string;
  name: Localised;
  kind: 'outdoor' | 'indoor';
  state: 'open' | 'closed';
  capacity: number;
  bounds: Box;
  environment: Environment;
  walk: { areas: WalkArea[]; links?: WalkLink[] };
  contact?: Localised | null;
  viewpoints?: Viewpoint[];
}

/** One level of detail; the first of a model is the finest. */
export interface Level {
  asset: string;
  bytes: number;
  triangles: number;
  error: number;
  /** Memory that it takes when loaded, bytes. */
  gpu_bytes?: number;
}

export interface Model {
  levels: Level[];
  bounds: Box;
  color: Vec3;
  clips: string[];
  variants: string[];
  parts: number;
  role: 'architecture' | 'landscape' | 'exhibit';
}

export interface Card {
  title: Localised;
  maker?: Localised;
  text?: Localised;
  facts?: { label: Localised; value: Localised }[];
  licence?: string;
  contact?: Localised;
}

export interface TextBoard extends Localised {
  /** Height of a letter, metres. */
  size: number;
  color?: Vec3;
  background?: [number, number, number, number] | null;
  width?: number | null;
  align?: 'left' | 'center' | 'right';
  style?: 'sign' | 'card' | 'label';
  /** Said while this plinth is free; then what stands there names itself, or its maker. */
  about?: { plinth: string; line: 'title' | 'maker' };
}

export interface Light {
  type: 'point' | 'spot' | 'directional';
  color: Vec3;
  intensity: number;
  range?: number | null;
  /** Half the cone of a spot, radians. */
  angle?: number;
}

export interface Portal {
  hall: string;
  spawn: string | null;
  width?: number;
  height?: number;
}

/** A clip that plays: `at` seconds into it at server time `since`. */
export interface Playback {
  clip: string;
  playing: boolean;
  at?: number;
  since?: number;
  speed?: number;
}

/** Which exhibit a node shows, and in which revision. */
export interface ExhibitMark {
  id: string;
  revision: number;
  fit?: 'true' | 'fitted';
}

/** An image, or a page of a document; pixels. */
export interface Picture {
  asset: string;
  width: number;
  height: number;
}

export interface Film {
  asset: string;
  mime: 'video/mp4' | 'video/webm';
  /** Seconds. */
  duration: number;
  width: number;
  height: number;
}

export interface Media {
  id: string;
  kind: 'image' | 'video' | 'document';
  title: Localised;
  pages?: Picture[];
  video?: Film | null;
  poster?: string | null;
}

/** A surface whose middle is its node, facing +Z; metres. */
export interface BoardFace {
  width: number;
  height: number;
  media?: Media | null;
}

/** A film that runs: `at` seconds into it at server time `since`. */
export interface FilmPlayback {
  playing: boolean;
  at?: number;
  since?: number;
}

/** A place for a company: metres, and what may stand in it altogether. Its back is towards -Z. */
export interface BoothSpace {
  /** As it is written on the floor: `A-01`. */
  no: string;
  width: number;
  depth: number;
  height: number;
  triangles: number;
  texture_bytes: number;
}

/** The company that has a booth. */
export interface BoothTenant {
  enterprise: string;
  name: Localised;
  brief: Localised;
  /** Address of an image. */
  logo: string | null;
  /** Unix time, seconds. */
  since: number;
}

export type UnitUse = 'office' | 'workshop' | 'lab' | 'desk' | 'warehouse' | 'retail';
export type UnitStatus = 'free' | 'held' | 'let';

/** Space to let. */
export interface UnitSpace {
  no: string;
  use: UnitUse;
  /** m². */
  area: number;
  /** Fen per m² and month. */
  rent: number;
  /** `YYYY-MM-DD`. */
  from: string;
  /** Its box around the middle of its floor: along x, y and z, metres. */
  size: Vec3;
  /** kN/m². */
  floor_load?: number;
  /** kW. */
  power?: number;
  /** Clear height, metres. */
  height?: number;
  terms?: Localised;
}

export type NodeKind =
  | 'group' | 'model' | 'exhibit' | 'plinth' | 'text' | 'light' | 'portal' | 'seat' | 'spawn'
  | 'guide' | 'desk' | 'board' | 'booth' | 'unit';

/** A node as it was written: read what may be absent through `World.value`, which knows defaults. */
export interface SceneNode {
  kind: NodeKind;
  name: Localised;
  parent?: string | null;
  translation?: Vec3;
  rotation?: Quat;
  scale?: Vec3;
  visible?: boolean;
  model?: Model;
  card?: Card;
  plinth?: { height: number; radius: number };
  text?: TextBoard;
  light?: Light;
  portal?: Portal;
  spawn?: { radius: number };
  guide?: { persona: string };
  desk?: { service: string };
  exhibit?: ExhibitMark;
  board?: BoardFace;
  booth?: BoothSpace;
  /** Who has a booth; none while it is free. */
  tenant?: BoothTenant | null;
  unit?: UnitSpace;
  /** Of a unit; free where nothing is said. */
  status?: UnitStatus;
  /** Unix time in seconds at which a hold of a unit ends. */
  held_until?: number | null;
  explode?: number;
  variant?: string | null;
  animation?: Playback | null;
  /** Turned about its own upright axis, radians. */
  turn?: number;
  /** The page of a board's document, from 0. */
  page?: number;
  /** How a board's film runs. */
  playback?: FilmPlayback | null;
  materials?: Record<string, unknown>;
}

export interface HallDoc {
  hall: Hall;
  nodes: Record<string, SceneNode>;
}
