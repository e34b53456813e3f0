/** The nodes of a hall as rows of a tree: parents before children, siblings in the order of names. */

import type { SceneDoc, SceneNode } from '../core/types';

export interface Row {
  id: string;
  depth: number;
  hasChildren: boolean;
  open: boolean;
  /** Place among its siblings, from 1, and how many they are: for screen readers. */
  place: number;
  of: number;
}

type Nodes = SceneDoc['nodes'];
type NameOf = (id: string, node: Readonly<SceneNode>) => string;

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });
/** Kinds in the order in which people look for them. */
const ORDER = ['group', 'booth', 'unit', 'plinth', 'exhibit', 'board', 'text', 'portal', 'guide', 'desk', 'seat', 'spawn', 'light', 'model'];

/** Children by parent; what has a parent that is not there stands at the top. */
export function childrenOf(nodes: Nodes, nameOf: NameOf): Map<string, string[]> {
  const names = new Map(Object.entries(nodes).map(([id, node]) => [id, nameOf(id, node)]));
  const rank = (id: string): number => ORDER.indexOf(nodes[id]!.kind);
  const children = new Map<string, string[]>();
  for (const [id, { parent }] of Object.entries(nodes)) {
    const holder = parent && nodes[parent] ? parent : '';
    const list = children.get(holder);
    if (list) list.push(id);
    else children.set(holder, [id]);
  }
  for (const list of children.values()) {
    list.sort((a, b) => rank(a) - rank(b) || collator.compare(names.get(a)!, names.get(b)!) || (a < b ? -1 : 1));
  }
  return children;
}

/** The rows that are seen: below open nodes, or on the way to what a search has found. */
export function rowsOf(children: ReadonlyMap<string, readonly string[]>, open: ReadonlySet<string>, found: ReadonlySet<string> | null): Row[] {
  const rows: Row[] = [];
  const visit = (parent: string, depth: number): void => {
    const list = (children.get(parent) ?? []).filter((id) => !found || found.has(id));
    list.forEach((id, index) => {
      const below = (children.get(id) ?? []).filter((child) => !found || found.has(child));
      const isOpen = below.length > 0 && (found !== null || open.has(id));
      rows.push({ id, depth, hasChildren: below.length > 0, open: isOpen, place: index + 1, of: list.length });
      if (isOpen) visit(id, depth + 1);
    });
  };
  visit('', 0);
  return rows;
}

/** What a search finds, with all that is above it; null when nothing is searched for. */
export function foundBy(nodes: Nodes, text: string, said: (id: string, node: Readonly<SceneNode>) => string): Set<string> | null {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return null;
  const found = new Set<string>();
  for (const [id, node] of Object.entries(nodes)) {
    if (!said(id, node).toLowerCase().includes(wanted)) continue;
    for (let at: string | null | undefined = id; at && nodes[at] && !found.has(at); at = nodes[at]!.parent) found.add(at);
  }
  return found;
}

/** Every node above a node. */
export function above(nodes: Nodes, id: string): string[] {
  const chain: string[] = [];
  for (let at = nodes[id]?.parent; at && nodes[at] && !chain.includes(at); at = nodes[at]!.parent) chain.push(at);
  return chain;
}

/** Whether nodes may be put below `parent` (null: at the top). */
export function mayHold(nodes: Nodes, parent: string | null, ids: readonly string[]): boolean {
  if (parent === null) return true;
  const holder = nodes[parent];
  if (!holder || ids.includes(parent) || above(nodes, parent).some((one) => ids.includes(one))) return false;
  if (holder.kind !== 'plinth') return true;
  const standing = Object.entries(nodes).some(([id, node]) => node.kind === 'exhibit' && node.parent === parent && !ids.includes(id));
  return ids.filter((id) => nodes[id]?.kind === 'exhibit').length + Number(standing) <= 1;
}
