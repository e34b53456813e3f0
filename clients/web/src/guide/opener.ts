/** Opens what a guide offers: lists and forms beside the park, pages in another tab. */

import type { Business } from '../business/business';
import { isNarrow } from '../gaze';
import { lang } from '../i18n';
import { applyPath, type Offer } from './offers';

export interface OpenerHost {
  business(): Promise<Pick<Business, 'page'>>;
  /** The persona that offers it. */
  persona(): string;
  inHeadset(): boolean;
}

export class Opener {
  constructor(private readonly host: OpenerHost, private readonly elsewhere = (path: string): void => void window.open(path, '_blank', 'noopener')) {}

  /** A guide has something opened: lists come up by themselves where there is room; the rest waits for a press. */
  offered(offer: Offer | null): void {
    if (offer?.do !== 'page' || isNarrow() || this.host.inHeadset()) return;
    if (offer.page === 'units' || offer.page === 'companies') void this.open(offer);
  }

  async open(offer: Offer): Promise<void> {
    if (offer.do === 'staff') return;
    if (offer.do === 'prefill') return this.elsewhere(applyPath(offer.values));
    if (offer.page === 'register') return this.elsewhere('/desk/apply');
    if (offer.page === 'privacy') return this.elsewhere(`/legal/privacy?lang=${lang()}`);
    (await this.host.business()).page(offer.page, { kind: 'guide', ref: this.host.persona() }, offer.about, offer.day);
  }
}
