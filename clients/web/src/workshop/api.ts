/** What the workshop offers: a hall on a canvas, to be looked at from all sides and taken hold of. */

import type { StageEnv } from '../stage-api';
import type { Language } from '../world/scene';
import type { Quat, Vec3 } from '../world/viewer';
import type { World } from '../world/world';

export type Grip = 'select' | 'move' | 'turn' | 'scale' | 'draw';
export type Picking = 'only' | 'add' | 'toggle';
export type ViewName = 'top' | 'front' | 'right' | 'person';

/** Where a node stands below its parent. */
export interface Placement {
  translation: Vec3;
  rotation: Quat;
  scale: Vec3;
}

/** The upright box around what a node shows, in the hall's axes; metres. */
export interface Extent {
  min: Vec3;
  max: Vec3;
}

export interface Snap {
  on: boolean;
  /** Metres. */
  step: number;
  /** Radians. */
  angle: number;
  /** What is moved stays on the floor below it. */
  floor: boolean;
}

/** What somebody else has selected. */
export interface Marked {
  name: string;
  colour: string;
  nodes: readonly string[];
  /** Where those of them stand for now that they hold. */
  moving?: Readonly<Record<string, Placement>>;
}

export interface Polygon {
  id: string;
  points: readonly (readonly [x: number, z: number])[];
  y: number;
  holes?: readonly (readonly (readonly [x: number, z: number])[])[];
}

/** What the workshop tells of. */
export interface WorkshopHost {
  lang(): Language;
  fetchAsset: StageEnv['fetchAsset'];
  /** Server seconds now. */
  serverNow(): number;
  /** A press or a box on the canvas chose these; none for a press on nothing. */
  picked(ids: readonly string[], how: Picking): void;
  /** What is held stands so for now. */
  dragging(places: ReadonlyMap<string, Placement>): void;
  /** It was let go: keep it, or put all back. */
  dropped(kept: boolean): void;
  /** The first picture of the hall stands. */
  shown(): void;
  /** The drawing was lost, or came back. */
  lost(gone: boolean): void;
}

export interface Workshop {
  select(ids: readonly string[]): void;
  mark(others: readonly Marked[]): void;
  grip(grip: Grip): void;
  space(space: 'world' | 'local'): void;
  snap(snap: Snap): void;
  /** Whether what stands here may be taken hold of. */
  lock(locked: boolean): void;
  /** Bring nodes into the picture; the whole hall when there are none. */
  focus(ids: readonly string[]): void;
  /** Look at a point from another, both in the hall. */
  look(eye: Vec3, at: Vec3): void;
  from(name: ViewName): void;
  /** A point on the floor in front of the camera. */
  ahead(): Vec3;
  project(point: Vec3): { x: number; y: number; visible: boolean };
  extent(id: string): Extent | null;
  /** Move the view: metres sideways and forward, as the arrow keys do. */
  pan(right: number, forward: number): void;
  orbit(right: number, up: number): void;
  zoom(factor: number): void;
  /** Which way "right" and "away" are on the floor, to the nearest axis of the hall. */
  compass(): { right: Vec3; away: Vec3 };
  /** Show polygons with handles; the answer takes them away. */
  polygons(list: readonly Polygon[], change: (id: string, points: [number, number][]) => void): () => void;
  /** Take away the corner of a polygon that was held last; true when there was one. */
  removeCorner(): boolean;
  /** Give up what is held; true when something was. */
  escape(): boolean;
  /** Where the handles are, and which of them the pointer would take: for tests and support. */
  handle(): { place: Vec3; axis: string | null };
  /** Words changed. */
  refresh(): void;
  dispose(): void;
}

export type CreateWorkshop = (canvas: HTMLCanvasElement, world: World, host: WorkshopHost) => Workshop;
