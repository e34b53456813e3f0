/** A company as the scene alone tells of it, until the directory has been asked. Pure. */

import type { SceneNode } from '../world/scene';
import type { World } from '../world/world';
import type { Company } from './api';

/** What the scene alone says of a company. */
export function fromScene(world: World, node: string, { name: booth, tenant }: SceneNode): Company {
  const { enterprise, name, brief, logo, since } = tenant!;
  return { id: enterprise, name, brief, logo, since, division: '', industry: { zh: '', en: '' }, website: '', proof: null, booth: { hall: world.hall!.id, node, name: booth } };
}
