/** Standing before a guide: who is near enough to be asked, and is offered. */

import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { CALLED, type Nearest, nearestGuide, offered } from './near';
import { OfferChip } from './offer-chip';
import type { People } from './people';

export interface ApproachHost {
  world: World;
  viewer: Pick<Viewer, 'feet'>;
  people: People;
  open(node: string): void;
  /** One talks already, or nothing can be pressed. */
  busy(): boolean;
  nobody(): void;
}

export class Approach {
  /** The node of the guide that is offered. */
  offer: string | null = null;
  readonly chip = new OfferChip(() => this.offer !== null && this.host.open(this.offer));

  constructor(private readonly host: ApproachHost) {}

  /** Look again who is near. */
  update(): void {
    const guide = offered(this.nearest(), this.offer);
    this.offer = guide?.node ?? null;
    this.chip.show(guide && !this.host.busy() ? this.host.people.nameOf(guide) : null);
  }

  /** Talk with the nearest guide, as far as one can be called. */
  ask(): void {
    const nearest = this.nearest();
    if (nearest && nearest.metres <= CALLED) this.host.open(nearest.guide.node);
    else this.host.nobody();
  }

  /** Another hall, or another language. */
  renew(): void {
    this.offer = null;
    this.chip.translate();
    this.update();
  }

  private nearest(): Nearest | null {
    const { world, people, viewer } = this.host;
    return nearestGuide(world.guides.here, (guide): Vec3 | null => people.placeOf(guide), viewer.feet);
  }
}
