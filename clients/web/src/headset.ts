/** The button into the headset: offered when there is one, explained when there is not. */

import { t } from './i18n';
import type { XrControl } from './stage-api';
import type { Hud } from './ui/hud';
import type { Panels } from './ui/panels';

export class HeadsetButton {
  private xr: XrControl | null = null;

  constructor(private readonly hud: Hud, private readonly panels: Panels) {}

  /** Look for a headset now, and again whenever one comes or goes. */
  async watch(xr: XrControl): Promise<void> {
    this.xr = xr;
    navigator.xr?.addEventListener('devicechange', () => void this.look());
    await this.look();
  }

  /** What a press of the button means. */
  async press(): Promise<void> {
    const { xr } = this;
    if (!xr) return;
    if (xr.active()) return xr.leave();
    if (!window.isSecureContext) return this.panels.explainVr('insecure');
    if (!(await xr.supported())) return this.panels.explainVr('none');
    await xr.enter().catch((error: unknown) =>
      this.hud.toast(t('vr.failed', { reason: error instanceof Error ? error.message : String(error) })));
  }

  private async look(): Promise<void> {
    const ready = await this.xr!.supported();
    this.hud.setVr(ready ? 'ready' : window.isSecureContext ? 'none' : 'insecure');
  }
}
