/** What the scene says of companies and units, which is newer than what the park was asked. Pure. */

import type { Localised, SceneNode } from '../world/scene';
import type { World } from '../world/world';
import type { Company, Unit } from './api';

/** A company as the scene alone tells of it, until the directory has been asked. */
export function fromScene(world: World, node: string, { name: booth, tenant }: SceneNode): Company {
  const { enterprise, name, brief, logo, since } = tenant!;
  return { id: enterprise, name, brief, logo, since, division: '', industry: { zh: '', en: '' }, website: '', proof: null, booth: { hall: world.hall!.id, node, name: booth } };
}

/** A unit as the scene has it this moment, when one is in its hall. */
export function asItIs(world: World, unit: Unit): Unit {
  const node = world.hall?.id === unit.hall ? world.nodes.get(unit.node) : undefined;
  if (!node?.unit) return unit;
  const { name, status = 'free', held_until = null } = node;
  return { ...unit, name, status, held_until, mine: status === 'held' ? unit.mine : null };
}

/** What a company shows in its booth, while one is in its hall. */
export function exhibitsOf(world: World, { booth }: Company): { id: string; name: Localised }[] {
  if (!booth || booth.hall !== world.hall?.id) return [];
  return [...world.nodes].filter(([id, { kind }]) => kind === 'exhibit' && isBelow(world, id, booth.node))
    .map(([id, { card, name }]) => ({ id, name: card?.title ?? name }));
}

function isBelow(world: World, id: string, ancestor: string): boolean {
  for (let at = world.nodes.get(id)?.parent; at; at = world.nodes.get(at)?.parent) if (at === ancestor) return true;
  return false;
}
