/** What the park and its halls are called, in the visitor's language. */

import { DEFAULT_HALL } from './address';
import { lang, t, words } from './i18n';
import { getPark, type Park } from './net/api';
import type { World } from './world/world';

export class Names {
  park: Park | null = null;
  /** The park's own page of facts; null when it could not be read. */
  readonly known: Promise<Park | null>;

  constructor(private readonly world: World) {
    this.known = getPark(lang()).catch(() => null);
    void this.known.then((park) => (this.park = park));
  }

  /** The hall where visitors arrive. */
  get start(): string {
    return this.park?.start ?? DEFAULT_HALL;
  }

  ofPark(): string {
    return words(this.park?.name) || t('park.default');
  }

  ofHall(hall: string): string {
    if (this.world.hall?.id === hall) return words(this.world.hall.name);
    return words(this.park?.halls.find(({ id }) => id === hall)?.name) || hall;
  }

  /** The hall one is in, or nothing yet. */
  ofHere(): string {
    return words(this.world.hall?.name);
  }
}
