/** Where visitors hand something in: a contact, a visit, a hold; and pass a link on. */

import { words } from '../i18n';
import type { Self } from '../me/self';
import type { Connection } from '../net/connection';
import type { Hud } from '../ui/hud';
import type { World } from '../world/world';
import type { Company, Source, Unit } from './api';
import { openHold, openRelease } from './hold';
import { placePath } from './links';
import type { Records } from './records';
import { openLead } from './sheets';
import { openVisit } from './visit';
import { say } from './words';

export interface CounterHost {
  world: World;
  hud: Hud;
  connection: Connection;
  self: Self;
}

export interface CounterEvents {
  /** A unit is held now, or was already. */
  changed(): void;
  /** Other units are to be looked at. */
  others(): void;
}

export class Counter {
  constructor(private readonly records: Records, private readonly host: CounterHost, private readonly events: CounterEvents) {}

  /** Leave a contact; `about`: what it is about, in words. */
  contact(source: Source, about: string): void {
    openLead(about, (filled) => this.records.lead(filled, source));
  }

  visit(day = ''): void {
    const source: Source = { kind: 'page', ref: 'visit' };
    void openVisit({
      slots: () => this.records.slots(), book: (slot, people, filled) => this.records.book(slot, people, filled, source),
      cancel: (token) => this.records.cancel(token), contact: () => this.contact(source, ''),
    }, day);
  }

  /** Hold a unit as who one is, or as who one proves to be. */
  async reserve(unit: Unit): Promise<void> {
    const { self, connection } = this.host;
    const source: Source = { kind: 'unit', ref: `${unit.hall}/${unit.node}` };
    const [session, days] = await Promise.all([self.ask().catch(() => null), this.records.holdDays().catch(() => null)]);
    openHold(unit, {
      days, records: this.records, source, may: session?.may.includes('unit.hold') ?? false,
      entered: async () => {
        await self.renew();
        connection.rejoin();
      },
      others: this.events.others, contact: () => this.contact(source, unit.no), changed: this.events.changed,
    });
  }

  /** Give one's own hold back, once more asked. */
  release(unit: Unit): void {
    openRelease(unit, this.records, this.events.changed);
  }

  /** Copy a company's address, to be passed on. */
  async share({ id, name, booth }: Company): Promise<void> {
    const { world, hud } = this.host;
    const link = location.origin + placePath(booth?.hall ?? world.hall!.id, 'company', id);
    const copied = await (navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'))).then(() => true, () => false);
    hud.toast(copied ? `${say('company.shared')} · ${words(name)}` : say('company.share.failed', { link }));
  }
}
