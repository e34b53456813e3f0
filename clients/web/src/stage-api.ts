/** The border between the application and the stage that draws: types alone, no drawing code. */

import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { SceneView } from './stage/view/sceneview';
import type { FilmPlayback, Localised } from './world/scene';
import type { World } from './world/world';
import type { Vec3, Viewer } from './world/viewer';
import type { ActMessage, GuideHere, SayMessage, Shape } from './wire';

/** What the stage is given besides the world and the viewer. */
export interface StageEnv {
  lang(): 'zh-CN' | 'en';
  /** Server seconds now. */
  serverNow(): number;
  /** Local milliseconds now, the clock of `world.poses.sample`. */
  now(): number;
  fetchAsset(
    sha: string,
    bytes: number,
    signal: AbortSignal,
    onBytes: (received: number) => void,
  ): Promise<ArrayBuffer>;
  report(event: StageEvent): void;
  settings(): StageSettings;
}

/** What a visitor may choose about drawing. */
export interface StageSettings {
  /** `auto` follows the frame rate. */
  quality: 'auto' | 'low' | 'high';
  /** Headset comfort: darkened edges while moving. */
  vignette: boolean;
  /** Headset turns: degrees a step, or 0 for smooth. */
  snapTurn: number;
  /** Headset movement. */
  locomotion: 'teleport' | 'smooth';
  reducedMotion: boolean;
}

/** The bodies of guides, by their ids in presence frames. */
export interface GuideBodies {
  /** Say a clause: its mouth shapes, from a moment of `performance.now()` on that may lie ahead. */
  say(person: number, marks: SayMessage['marks'], startedAt: number): void;
  /** Shut the mouth, and forget clauses to come. */
  hush(person: number): void;
  act(person: number, action: string, args: Record<string, unknown>, state: ActMessage['state']): void;
  state(person: number, state: GuideHere['state']): void;
  /** How the mouth stands now. */
  mouth(person: number): { shape: Shape; weight: number };
}

export type StageEvent =
  /** The first frame that shows the coarse level of everything needed for a first view. */
  | { type: 'first-view' }
  /** Every asset of the hall's manifest is drawn. */
  | { type: 'loaded' }
  /** Another model took the place of the one before on a node that showed something. */
  | { type: 'model-swapped'; node: string }
  | { type: 'asset-failed'; asset: string; message: string }
  | { type: 'context-lost' }
  | { type: 'context-restored' }
  /** Inside the headset somebody pointed at something and pulled the trigger. */
  | { type: 'xr-pick'; pick: Pick }
  | { type: 'xr-start' }
  | { type: 'xr-end' }
  /** Inside the headset somebody held the upper face button, which asks who one is. */
  | { type: 'xr-menu' }
  /** A button of the card that `XrControl.card` shows was pressed. */
  | { type: 'xr-card'; id: string }
  /** Inside the headset the lower face button was pressed, or let go: one speaks while it is held. */
  | { type: 'xr-talk'; held: boolean }
  /** Inside the headset somebody changed an exhibit by its panel. */
  | { type: 'xr-act'; node: string; action: ExhibitAction };

/** What any visitor may do to an exhibit, or to a board. */
export type ExhibitAction =
  | { do: 'explode'; value: number }
  | { do: 'turn'; value: number }
  | { do: 'page'; value: number }
  | { do: 'playback'; value: FilmPlayback }
  | { do: 'variant'; value: string | null }
  | { do: 'animation'; clip: string | null; playing: boolean };

/** What lies under a point of the screen. */
export interface Pick {
  /** The scene node hit, or null for a person or nothing of the scene. */
  node: string | null;
  /** The name of the exhibit's part, when it has parts. */
  part: Localised | null;
  person: number | null;
  /** What a press on a board does: a page back, a page on, the film on or off. */
  control?: 'back' | 'on' | 'play' | null;
  point: Vec3;
  distance: number;
}

/** A card before the eyes inside the headset. */
export interface XrCard {
  title: string;
  lines: readonly string[];
  /** Letters to be read out, large; empty for none. */
  code: string;
  note: string;
  /** A QR code: rows of modules, `1` is dark; none when empty. */
  qr: readonly string[];
  /** The address of a picture in its place. */
  picture?: string;
  /** Rows to choose from, in place of lines. */
  list?: readonly { id: string; label: string }[];
  buttons: readonly { id: string; label: string }[];
  /** Beside what one looks at, which goes on being seen. */
  aside?: boolean;
}

/** Words in sight inside the headset: who says them to whom, and whether they are an AI's. */
export interface XrCaption {
  who: string;
  text: string;
  label: string;
  human: boolean;
}

export interface XrControl {
  supported(): Promise<boolean>;
  enter(): Promise<void>;
  leave(): Promise<void>;
  active(): boolean;
  /** Who decides where a teleport may end: the floor point to land on, or null. */
  onTeleport(allowed: (target: Vec3) => Vec3 | null): void;
  /** Show a card before the eyes, or none; nothing happens outside the headset. */
  card(card: XrCard | null): void;
  /** Show words below what one looks at, or none. */
  caption(caption: XrCaption | null): void;
}

/** How space to let is shown. */
export interface UnitsShown {
  /** The unit that somebody looks at, if any. */
  chosen: string | null;
}

export interface StageStats {
  drawCalls: number;
  triangles: number;
  gpuBytes: number;
  pending: number;
  loaded: number;
}

export interface Part {
  name: { zh: string; en: string };
}

/** The stage's own tools, for an editor that draws on it; visitors' pages leave them alone. */
export interface Bench {
  scene: Scene;
  renderer: WebGLRenderer;
  camera: PerspectiveCamera;
  view: SceneView;
}

export interface Stage {
  /** What lies under a point of the canvas, CSS pixels from its top left. */
  pick(x: number, y: number): Pick | null;
  /** Where a point of the hall is on the screen, CSS pixels. */
  project(point: Vec3): { x: number; y: number; visible: boolean };
  xr: XrControl;
  stats(): StageStats;
  /** Bytes of this hall's manifest received, and in all. */
  progress(): { loaded: number; total: number };
  /** The parts of a loaded exhibit, in the file's order. */
  parts(node: string): Part[];
  /** Outline an exhibit; the stage may also light one part of it. */
  highlight(node: string | null, part?: number | null): void;
  /** Show one part of an exhibit alone, the others as ghosts, on this screen only; null shows all. */
  isolate(node: string, part: number | null): void;
  /** Show where a click to go leads. */
  marker(point: Vec3 | null): void;
  /** Colour space to let by whether it is free, or do not. */
  units(shown: UnitsShown | null): void;
  /** The bodies of guides; null until their code has come. */
  guides(): GuideBodies | null;
  /** Settings or language changed. */
  refresh(): void;
  onFrame(fn: (dt: number) => void): void;
  bench(): Bench;
  dispose(): void;
}

export type CreateStage = (
  canvas: HTMLCanvasElement,
  world: World,
  viewer: Viewer,
  env: StageEnv,
) => Stage;
