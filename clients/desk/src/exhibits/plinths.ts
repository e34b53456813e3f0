/** Where an exhibit can be put: the plinths of a hall, free or taken. */

import type { Localised, Scene } from '@/api/types';

export interface Plinth {
  id: string;
  name: Localised;
  /** Metres. */
  radius: number;
  height: number;
  /** The exhibit's node that stands on it. */
  taken: string | null;
}

/** Every plinth of a hall, free ones first, in the order of their names. */
export function plinths(scene: Pick<Scene, 'nodes'>): Plinth[] {
  const stands = new Map<string, string>();
  for (const [id, node] of Object.entries(scene.nodes)) {
    if (node.kind === 'exhibit' && node.parent) stands.set(node.parent, id);
  }
  const found = Object.entries(scene.nodes).filter(([, node]) => node.kind === 'plinth').map(([id, node]): Plinth => ({
    id, name: named(node.name, id), radius: node.plinth?.radius ?? 0, height: node.plinth?.height ?? 0, taken: stands.get(id) ?? null,
  }));
  const collator = new Intl.Collator('en', { numeric: true });
  return found.sort((a, b) => Number(a.taken !== null) - Number(b.taken !== null) || collator.compare(a.id, b.id));
}

const named = (name: Localised | undefined, id: string): Localised => (name?.zh || name?.en ? name : { zh: id, en: id });
