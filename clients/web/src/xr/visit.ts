/** One stay inside a headset, from entering to leaving. */
import type { Allowed, XrHost } from './control';
export class Visit {
  constructor(private readonly host: XrHost, readonly session: XRSession, readonly allowed: Allowed) {}
  async begin(): Promise<void> { await this.host.renderer.xr.setSession(this.session); }
  update(_frame: XRFrame, _dt: number): void {}
  end(): void {}
}
