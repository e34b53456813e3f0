/** What a hall has beyond its first view: the code for it is fetched once that view stands. */

import type { Ray, Scene, Texture } from 'three';
import type { GuideBodies, StageEnv } from '../stage-api';
import type { World } from '../world/world';
import type { Fittings } from './fittings';
import type { Frame } from './frame';
import type { StageGuides } from './guides/guides';
import type { People } from './people/people';
import type { Pointing } from './pointing';
import type { Atmosphere } from './sky/atmosphere';
import { loadTextLayer, type TextLayer } from './text';
import type { SceneView } from './view/sceneview';

export interface BoardHit {
  node: string;
  distance: number;
  control: 'back' | 'on' | 'play' | null;
}

export interface BoardLayer {
  update(frame: Frame): void;
  /** The nearest board along a ray. */
  pick(ray: Ray): BoardHit | null;
  /** Another hall was entered. */
  clear(): void;
  dispose(): void;
}

export type CreateBoardLayer = (view: SceneView, world: World) => BoardLayer;

export interface ExtrasHost {
  scene: Scene;
  view: SceneView;
  people: People;
  world: World;
  env: StageEnv;
  atmosphere: Atmosphere;
  noise: Texture;
  /** Pointing is possible from now on. */
  ready(): void;
}

export class Extras {
  /** Null until its code is there; nobody points before there is something to see. */
  pointing: Pointing | null = null;
  /** The bodies of guides, once their code is there. */
  guides: GuideBodies | null = null;
  /** Nothing more comes that would change how everything is lit. */
  furnished = false;
  private fittings: Fittings | null = null;
  private text: TextLayer | null = null;
  private boards: BoardLayer | null = null;
  private opened = false;
  private asked = false;
  private bodies: StageGuides | null = null;
  private bodiesAsked = false;

  constructor(private readonly host: ExtrasHost) {}

  /** The first view stands: from now on code may be fetched. */
  open(): void {
    if (this.opened) return;
    this.opened = true;
    const { scene, view, people } = this.host;
    void this.have('fittings', () => this.openLater()).finally(() => (this.furnished = true));
    void this.have('text', async () => {
      this.text = await loadTextLayer(scene, view, people);
    });
  }

  /** Lay text out again: words or the language changed. */
  refresh(): void {
    this.text?.refresh();
  }

  clear(): void {
    this.fittings?.clear();
    this.text?.clear();
    this.boards?.clear();
    this.bodies?.clear();
  }

  update(frame: Frame): void {
    this.fittings?.update(frame);
    this.pointing?.update(frame);
    this.text?.update(frame);
    this.boards?.update(frame);
    this.bodies?.update(frame);
    if (this.opened && !this.bodiesAsked && this.host.world.guides.here.some(({ body }) => body)) this.openGuides();
    if (this.opened && !this.asked && hasBoards(this.host.view)) this.openBoards();
  }

  /** Doorways, glows and lamps follow the scene. */
  furnish({ quality }: Frame): void {
    const { view, world } = this.host;
    if (this.fittings?.follow(view, world.hall?.kind === 'indoor', quality)) this.refresh();
  }

  dispose(): void {
    for (const part of [this.fittings, this.pointing, this.text, this.boards, this.bodies]) part?.dispose();
  }

  private async openLater(): Promise<void> {
    const { scene, view, people, world, atmosphere, noise, ready } = this.host;
    const { Fittings, Pointing } = await import('./later');
    this.fittings = new Fittings(scene, atmosphere, noise);
    this.pointing = new Pointing(scene, {
      view, areas: () => world.hall?.walk.areas ?? [],
      person: (ray) => people.pick(ray), board: (ray) => this.boards?.pick(ray) ?? null,
    });
    ready();
  }

  private openGuides(): void {
    this.bodiesAsked = true;
    void this.have('guides', async () => {
      const { StageGuides } = await import('./guides/guides');
      const { scene, world, people, env } = this.host;
      this.guides = this.bodies = new StageGuides(scene, world, people, env);
    });
  }

  private openBoards(): void {
    this.asked = true;
    void this.have('boards', async () => {
      const { createBoardLayer } = await import('../boards/layer');
      this.boards = createBoardLayer(this.host.view, this.host.world);
    });
  }

  /** What cannot be had is done without. */
  private async have(asset: string, open: () => Promise<void>): Promise<void> {
    try {
      await open();
    } catch (error) {
      this.host.env.report({ type: 'asset-failed', asset, message: String(error) });
    }
  }
}

function hasBoards(view: SceneView): boolean {
  for (const { node } of view.ofKind('board')) if (node.board) return true;
  return false;
}
