/** What a person is told when something is in the way: cut lines, closed halls, refusals. */

import { type Key, t } from './i18n';
import type { Status } from './net/connection';
import { WireError } from './net/requests';
import type { Hud } from './ui/hud';
import type { Splash } from './ui/splash';

const REFUSALS: Record<string, Key> = {
  hall_full: 'refused.hall_full',
  hall_closed: 'refused.hall_closed',
  hall_unknown: 'refused.hall_unknown',
};
const OWN_WORDS: Record<string, Key> = {
  timeout: 'error.timeout',
  offline: 'error.offline',
  disconnected: 'error.offline',
};
const ASSET_WORD_MS = 20_000;

export class Trouble {
  private wasCut = false;
  private assetToldAt = -Infinity;

  constructor(private readonly hud: Hud, private readonly splash: Splash) {}

  /** The connection's state changed. */
  status(status: Status, code: string, message: string): void {
    const cut = status === 'reconnecting' || status === 'offline';
    if (status === 'online' && this.wasCut) this.hud.toast(t('status.back'));
    if (cut || status === 'online') this.wasCut = cut;
    const banner = status === 'reconnecting' ? 'status.reconnecting' : 'status.offline';
    this.hud.setBanner(cut ? banner : null, status === 'offline');
    if (status === 'connecting' && !this.splash.gone) this.splash.say('splash.retrying');
    if (status === 'ended' && code !== 'left') this.ended(message);
  }

  /** A hall did not let one in, and there is none to stay in. */
  refused(error: WireError, again: () => void, home: (() => void) | null): void {
    const key = REFUSALS[error.code];
    const attempt = (run: () => void) => () => {
      this.splash.reopen();
      this.splash.say('splash.connecting');
      run();
    };
    this.splash.refuse(key ? t(key) : t('refused.other', { message: error.message }), [
      ...(home ? [{ key: 'refused.home' as const, run: attempt(home) }] : []),
      { key: 'refused.again', run: attempt(again), primary: true },
    ]);
  }

  /** Something that was asked for could not be done. */
  failed(error: unknown): void {
    const code = error instanceof WireError ? error.code : 'unexpected';
    const message = error instanceof Error ? error.message : String(error);
    const own = OWN_WORDS[code];
    this.hud.toast(own ? t(own) : t('error.action', { message }), code);
  }

  /** One word about what is missing is enough for a while. */
  assetFailed(): void {
    const now = performance.now();
    if (now - this.assetToldAt > ASSET_WORD_MS) this.hud.toast(t('error.asset'));
    this.assetToldAt = now;
  }

  private ended(message: string): void {
    this.splash.refuse(message || t('status.ended'), [
      { key: 'status.reload', run: () => location.reload(), primary: true },
    ]);
  }
}
