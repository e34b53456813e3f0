/** All boards of a hall: they follow the scene, load when one comes near, and answer to pointing. */

import { type Intersection, type Ray, Raycaster } from 'three';
import type { BoardHit, BoardLayer, CreateBoardLayer } from '../stage/extras';
import type { Frame } from '../stage/frame';
import type { BoardFace, FilmPlayback } from '../world/scene';
import { BoardView } from './board';
import { listenFrom } from './sound';

const REACH = 40;

export const createBoardLayer: CreateBoardLayer = (view, world): BoardLayer => {
  const boards = new Map<string, BoardView>();
  const caster = new Raycaster();
  const hits: Intersection[] = [];
  let followed = -1;

  const drop = (id: string): void => {
    boards.get(id)?.dispose();
    boards.delete(id);
  };
  const follow = (): void => {
    const here = new Map([...view.ofKind('board')].filter(({ node }) => node.board).map((entry) => [entry.id, entry]));
    for (const id of [...boards.keys()]) if (!here.has(id)) drop(id);
    for (const [id, { node, group }] of here) {
      if (isSame(boards.get(id)?.face, node.board!)) continue;
      drop(id);
      const board = new BoardView(id, structuredClone(node.board!));
      boards.set(id, board);
      group.add(board.group);
      board.group.updateMatrixWorld(true);
    }
  };
  return {
    update(frame: Frame): void {
      if (followed !== view.version) {
        followed = view.version;
        follow();
      }
      if (!boards.size) return;
      listenFrom(frame.eye, frame.forward);
      for (const [id, board] of boards) {
        board.update(frame, {
          page: Number(world.value(id, 'page') ?? 0),
          playback: (world.value(id, 'playback') ?? null) as FilmPlayback | null,
        });
      }
    },
    pick(ray: Ray): BoardHit | null {
      caster.ray.copy(ray);
      caster.far = REACH;
      let best: BoardHit | null = null;
      for (const [id, board] of boards) {
        const hit = board.hit(caster, hits);
        if (hit && (!best || hit.distance < best.distance)) best = { node: id, ...hit };
      }
      return best;
    },
    clear(): void {
      for (const id of [...boards.keys()]) drop(id);
      followed = -1;
    },
    dispose(): void {
      for (const id of [...boards.keys()]) drop(id);
    },
  };
};

const isSame = (a: BoardFace | undefined, b: BoardFace): boolean => JSON.stringify(a) === JSON.stringify(b);
