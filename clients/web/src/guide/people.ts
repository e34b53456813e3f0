/** Guides as people of the hall: where they stand, what they are called, with whom they talk. */

import { lang } from '../i18n';
import type { GuideHere } from '../wire';
import { worldCentre } from '../world/transform';
import type { Vec3 } from '../world/viewer';
import type { World } from '../world/world';
import { say } from './words';

/** How high the mouth of a guide is whose pose is not known yet. */
const MOUTH = 1.5;

export class People {
  constructor(private readonly world: World, private readonly now: () => number = () => performance.now()) {}

  /** Where a guide is: as it was last seen, else where it belongs. */
  placeOf({ person, node }: GuideHere): Vec3 | null {
    const pose = this.world.sample(person, this.now());
    if (pose) return pose.head.position as Vec3;
    return this.world.nodes.has(node) ? worldCentre(this.world, node) : null;
  }

  /** Where the mouth of the guide of a node is. */
  mouthOf(node: string): Vec3 | null {
    const guide = this.world.guides.at(node);
    if (!guide) return null;
    const place = this.placeOf(guide);
    return place && (this.world.sample(guide.person, this.now()) ? place : [place[0], place[1] + MOUTH, place[2]]);
  }

  nameOf(guide: GuideHere | undefined): string {
    return guide ? (guide.name[lang() === 'en' ? 'en' : 'zh'] ?? guide.name['zh'] ?? '') : '';
  }

  /** What somebody who asked is called. */
  askerName(id: number | null): string {
    if (id !== null && id === this.world.me) return say('you');
    return (id === null ? '' : this.world.people.get(id)?.name) || say('visitor');
  }

  /** With whom a guide talks instead of with oneself; empty for nobody. */
  otherName(guide: GuideHere | undefined): string {
    const addressee = guide?.addressee ?? null;
    return addressee === null || addressee === this.world.me ? '' : this.askerName(addressee);
  }
}
