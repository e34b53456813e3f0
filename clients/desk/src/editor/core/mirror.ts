/** The world of the live line, with an ear for everything that an editor must hear. */

import type { DraftedMessage, JoinedMessage, PatchMessage, ServerMessage } from '@web/wire';
import { World } from '@web/world/world';

export interface Heard {
  joined(message: JoinedMessage): void;
  patch(message: PatchMessage): void;
  drafted(message: DraftedMessage): void;
  other(message: ServerMessage): void;
}

export class Mirror extends World {
  constructor(private readonly heard: Heard) {
    super();
  }

  override apply(message: ServerMessage): void {
    // The world changes what it was given; an editor keeps its own.
    if (message.t === 'joined') this.heard.joined(structuredClone(message));
    super.apply(message);
    if (message.t === 'patch') this.heard.patch(message);
    else if (message.t === 'drafted') this.heard.drafted(message);
    else if (message.t !== 'joined') this.heard.other(message);
  }
}
