/** What the scene editor offers to its panels; types alone. */

import type { Ref, ShallowRef } from 'vue';

import type { Placement } from '@web/workshop';
import type { HallDoc, SceneNode } from '@web/world/scene';
import type { Vec3 } from '@web/world/viewer';
import type { Aside, Operation } from '@web/wire';

import type { Key } from '@/i18n';

export type { Hall, HallDoc, NodeKind, SceneNode } from '@web/world/scene';
export type { Quat, Vec3 } from '@web/world/viewer';
export type { Aside, Operation } from '@web/wire';

/** The layer that one works on: the hall's draft, or what visitors see at once. */
export type EditLayer = 'draft' | 'published';

/** `away`: the line is cut, edits are kept and sent once it is back; `refused`: one may not edit here. */
export type EditorStatus = 'connecting' | 'live' | 'away' | 'refused';

export type Tool = 'select' | 'move' | 'turn' | 'scale' | 'draw';
export type Space = 'world' | 'local';
export type ViewName = 'top' | 'front' | 'right' | 'person';
export type Selecting = 'only' | 'add' | 'toggle';

export type Aligning =
  | 'left' | 'centre-x' | 'right'
  | 'back' | 'centre-z' | 'front'
  | 'floor' | 'centre-y' | 'top'
  | 'distribute-x' | 'distribute-y' | 'distribute-z';

/** A hall and its nodes as they are now; never changed in place. */
export interface SceneDoc {
  readonly hall: Readonly<HallDoc['hall']>;
  readonly nodes: Readonly<Record<string, Readonly<SceneNode>>>;
}

/** The draft's operations in the server's order, and the number of its newest. */
export interface Draft {
  readonly ops: readonly Operation[];
  readonly number: number;
  /** Edits that are kept but not in force: what they change is not there any more. */
  readonly aside?: readonly Aside[];
}

/** Somebody else who is editing this hall. */
export interface Colleague {
  /** Their id in the hall. */
  person: number;
  name: string;
  /** CSS colour by which they are told apart. */
  colour: string;
  nodes: readonly string[];
  /** Where those of them stand for now that they hold. */
  moving: Readonly<Record<string, Placement>>;
}

/** A node to be made: its id is chosen by the editor. */
export type NewNode = SceneNode;

/** A polygon on the floor with handles at its corners; metres. */
export interface DrawnPolygon {
  id: string;
  points: readonly (readonly [x: number, z: number])[];
  /** The level that it lies on. */
  y: number;
  holes?: readonly (readonly (readonly [x: number, z: number])[])[];
}

/** A polygon that a person has changed: a corner moved, made or taken away. */
export type PolygonChanged = (id: string, points: [x: number, z: number][]) => void;

export interface RunOptions {
  /** Edits in quick succession under one name are sent, and undone, as one. */
  coalesce?: string;
}

export interface Snapping {
  on: Ref<boolean>;
  /** Metres. */
  step: Ref<number>;
  /** Radians. */
  angle: Ref<number>;
  /** What is moved stays on the floor below it. */
  floor: Ref<boolean>;
}

export interface EditorView {
  /** Bring nodes into the picture; the whole hall when there are none. */
  focus(ids: readonly string[]): void;
  /** A point on the floor in front of the camera. */
  ahead(): Vec3;
  from(name: ViewName): void;
  /** CSS pixels from the canvas' top left. */
  project(point: Vec3): { x: number; y: number; visible: boolean };
}

export interface Editor {
  readonly hall: string;
  readonly layer: Readonly<Ref<EditLayer>>;
  setLayer(layer: EditLayer): void;
  readonly status: Readonly<Ref<EditorStatus>>;
  /** Edits that are not acknowledged yet. */
  readonly saving: Readonly<Ref<number>>;
  /** Whether one may change the chosen layer. */
  readonly canEdit: Readonly<Ref<boolean>>;
  /** One furnishes the booth of one's company, live, and may change nothing else. */
  readonly own: Readonly<Ref<boolean>>;
  /** The booths here that are one's company's. */
  readonly booths: Readonly<Ref<readonly string[]>>;
  /** The park has done something for one over HTTP, which one may undo. */
  did(label: Key): void;
  /** What went wrong last, in the reader's language; null once something went well again. */
  readonly trouble: Ref<string | null>;
  /** The chosen layer as it is now, edits on their way included; null until the hall has come. */
  readonly scene: Readonly<ShallowRef<SceneDoc | null>>;
  /** What visitors see. */
  readonly published: Readonly<ShallowRef<SceneDoc | null>>;
  readonly draft: Readonly<ShallowRef<Draft>>;
  readonly selection: Readonly<Ref<readonly string[]>>;
  select(ids: readonly string[], how?: Selecting): void;
  readonly others: Readonly<Ref<readonly Colleague[]>>;

  /**
   * Change the chosen layer: seen at once, sent to all, durable when the promise resolves. What the
   * server refuses is taken back and said in `trouble`; the promise resolves all the same.
   */
  run(label: Key, ops: readonly Operation[], options?: RunOptions): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  readonly canUndo: Readonly<Ref<boolean>>;
  readonly canRedo: Readonly<Ref<boolean>>;
  /** What one has done in this layer, newest last. */
  readonly past: Readonly<Ref<readonly Key[]>>;

  /** Make a node where the camera looks, or at a point; resolves with its id, which is then selected. */
  add(node: NewNode, at?: Vec3): Promise<string>;
  remove(ids: readonly string[]): Promise<void>;
  duplicate(ids: readonly string[]): Promise<void>;
  copy(): void;
  cut(): Promise<void>;
  paste(): Promise<void>;
  group(ids: readonly string[]): Promise<void>;
  ungroup(ids: readonly string[]): Promise<void>;
  align(how: Aligning): Promise<void>;

  readonly tool: Ref<Tool>;
  readonly space: Ref<Space>;
  readonly snap: Snapping;
  readonly view: EditorView;
  readonly draw: {
    /** Show polygons with handles while the tool is `draw`; the answer takes them away. */
    polygons(list: readonly DrawnPolygon[], change: PolygonChanged): () => void;
  };

  /** Leave the hall; edits on their way are sent first. */
  close(): void;
}
