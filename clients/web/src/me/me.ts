/** Who one is: the button that says so, tickets at every hall's door, signing in and out. */

import type { Connection } from '../net/connection';
import type { Stage } from '../stage-api';
import type { Hud } from '../ui/hud';
import type { DeskOfSelf } from './desk-of-self';
import type { CardAct } from './headset-card';
import { Self } from './self';

export interface MeHost {
  hud: Hud;
  connection: Connection;
  stage(): Stage | null;
  failed(error: unknown): void;
}

export class Me {
  readonly self = new Self();
  private desk: Promise<DeskOfSelf> | null = null;

  constructor(private readonly host: MeHost) {
    const { hud, connection } = host;
    this.self.onChange((session) => hud.setSelf(session ? session.name || session.role : null));
    connection.on('lost', () => void this.self.renew().catch(() => undefined));
    connection.on('notice', ({ message }) => hud.toast(message));
    connection.on('rights', ({ role }) => void this.entitled(role));
  }

  readonly pass = (hall: string): Promise<string | null> | null => this.self.pass(hall);

  async open(): Promise<void> {
    await this.self.ask().catch(() => undefined);
    (await this.load()).open();
  }

  /** The headset's button for it was held. */
  async toggleInHeadset(): Promise<void> {
    await this.self.ask().catch(() => undefined);
    (await this.load()).toggle();
  }

  async press(act: string): Promise<void> {
    (await this.load()).press(act as CardAct);
  }

  async unworn(): Promise<void> {
    if (this.desk) (await this.desk).unworn();
  }

  /** One's role was changed by somebody while one is here. */
  private async entitled(role: string): Promise<void> {
    const { session } = this.self;
    if (!session || session.role === role) return;
    const now = await this.self.renew().catch(() => null);
    if (now) (await this.load()).entitled(now);
  }

  private load(): Promise<DeskOfSelf> {
    this.desk ??= import('./desk-of-self').then(({ DeskOfSelf }) => new DeskOfSelf(this.self, this.host));
    return this.desk;
  }
}
