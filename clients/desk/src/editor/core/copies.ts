/** Copies of nodes: with all below them, under new names, beside what they were copied from. */

import { subtree } from './document';
import { tidy, topmost, within, worldOf } from './space';
import type { Operation, SceneDoc, SceneNode, Vec3 } from './types';

/** Nodes on the clipboard: parents before children, the topmost where they stood in the hall. */
export interface Clip {
  hall: string;
  roots: string[];
  nodes: [id: string, node: SceneNode][];
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Take up nodes with all below them; null when there is nothing to take. */
export function clipOf(doc: SceneDoc, ids: readonly string[]): Clip | null {
  const roots = topmost(doc, ids);
  if (!roots.length) return null;
  const nodes = roots.flatMap((root) => subtree(doc.nodes, root)).map((id): [string, SceneNode] => {
    const node = plain(doc.nodes[id]!) as SceneNode;
    return [id, roots.includes(id) ? { ...node, ...tidy(worldOf(doc, id)) } : node];
  });
  return { hall: doc.hall.id, roots, nodes };
}

/**
 * Operations that put a clip into a hall, moved by `offset`, and the new names of its topmost nodes.
 * They stand where they stood below their parent when that is there and has room, else in the hall.
 */
export function pasteOf(
  doc: SceneDoc, clip: Clip, offset: Vec3, name: (kind: string) => string,
): { ops: Operation[]; roots: string[] } {
  const names = new Map(clip.nodes.map(([id, { kind }]) => [id, name(kind)]));
  const ops = clip.nodes.map(([id, node]): Operation => {
    const made = clip.roots.includes(id) ? rooted(doc, clip, node, offset) : { ...node, parent: names.get(node.parent!)! };
    return { op: 'add', path: `/nodes/${names.get(id)!}`, value: renamed(made, names) };
  });
  return { ops, roots: clip.roots.map((id) => names.get(id)!) };
}

/** A topmost node below the parent that it had, or in the hall. */
function rooted(doc: SceneDoc, clip: Clip, node: SceneNode, offset: Vec3): SceneNode {
  const { parent: before, ...rest } = node;
  const parent = before && clip.hall === doc.hall.id && hasRoom(doc, before, node.kind) ? before : null;
  const world = { translation: rest.translation!, rotation: rest.rotation!, scale: rest.scale! };
  const moved = { ...world, translation: world.translation.map((value, axis) => value + offset[axis]!) as Vec3 };
  const placed = tidy(parent ? within(worldOf(doc, parent), moved) : moved);
  return parent ? { ...rest, ...placed, parent } : { ...rest, ...placed };
}

/** Whether a parent takes one more: a plinth holds one exhibit. */
function hasRoom(doc: SceneDoc, parent: string, kind: string): boolean {
  return doc.nodes[parent] !== undefined && !(kind === 'exhibit' && doc.nodes[parent].kind === 'plinth');
}

/** What it says about nodes that were copied with it, it says about the copies. */
function renamed(node: SceneNode, names: ReadonlyMap<string, string>): SceneNode {
  const about = node.text?.about;
  if (!node.text || !about) return node;
  const { about: _, ...text } = node.text;
  const plinth = names.get(about.plinth);
  return { ...node, text: plinth ? { ...text, about: { ...about, plinth } } : text };
}
