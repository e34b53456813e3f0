/** What a hall has beyond its first view: text and boards, whose code is fetched after it. */

import type { Ray, Scene } from 'three';
import type { StageEnv } from '../stage-api';
import type { World } from '../world/world';
import type { Frame } from './frame';
import type { People } from './people/people';
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

export class Extras {
  private text: TextLayer | null = null;
  private boards: BoardLayer | null = null;
  private opened = false;
  private asked = false;

  constructor(
    private readonly scene: Scene, private readonly view: SceneView, private readonly people: People,
    private readonly world: World, private readonly env: StageEnv,
  ) {}

  /** The first view stands: from now on code may be fetched. */
  open(): void {
    if (this.opened) return;
    this.opened = true;
    void this.have('text', async () => {
      this.text = await loadTextLayer(this.scene, this.view, this.people);
    });
  }

  /** Lay text out again: words or the language changed. */
  refresh(): void {
    this.text?.refresh();
  }

  clear(): void {
    this.text?.clear();
    this.boards?.clear();
  }

  update(frame: Frame): void {
    this.text?.update(frame);
    this.boards?.update(frame);
    if (this.opened && !this.asked && hasBoards(this.view)) this.openBoards();
  }

  pick(ray: Ray): BoardHit | null {
    return this.boards?.pick(ray) ?? null;
  }

  dispose(): void {
    this.text?.dispose();
    this.boards?.dispose();
  }

  private openBoards(): void {
    this.asked = true;
    void this.have('boards', async () => {
      const { createBoardLayer } = await import('../boards/layer');
      this.boards = createBoardLayer(this.view, this.world);
    });
  }

  /** What cannot be had is done without. */
  private async have(asset: string, open: () => Promise<void>): Promise<void> {
    try {
      await open();
    } catch (error) {
      this.env.report({ type: 'asset-failed', asset, message: String(error) });
    }
  }
}

function hasBoards(view: SceneView): boolean {
  for (const { node } of view.ofKind('board')) if (node.board) return true;
  return false;
}
