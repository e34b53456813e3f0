/** The page's and the headset's view of who one is: fetched when somebody asks for it. */

import { lang, otherLang, setLang } from '../i18n';
import { el } from '../ui/dom';
import { closeSheet, openSheet } from '../ui/sheet';
import { type CardAct, cardOf } from './headset-card';
import type { MeHost } from './me';
import { Pairing, type PairingState } from './pairing';
import { drawQr } from './qr';
import type { Self, Session } from './self';
import { isStaff, roleIn, wordsIn } from './words';

export class DeskOfSelf {
  private readonly pairing: Pairing;
  private worn = false;
  private sheet: HTMLElement | null = null;

  constructor(private readonly self: Self, private readonly host: MeHost) {
    this.pairing = new Pairing((state) => this.paired(state));
    self.onChange(() => this.redraw());
  }

  // --- on the page --------------------------------------------------------------------------------

  open(): void {
    const { session } = this.self;
    const words = wordsIn(lang());
    const body = session ? this.signed() : [
      el('p', { class: 'lead', text: words.visitor }),
      el('div', { class: 'buttons' },
        this.button('secondary', words.pair, () => this.showPairing()),
        el('a', { class: 'primary', text: words.sign, attrs: { href: '/desk' } })),
    ];
    openSheet(words.title, body, 'me');
  }

  private signed(): HTMLElement[] {
    const { name, role } = this.self.session!;
    const words = wordsIn(lang());
    const called = roleIn(role, lang());
    return [
      el('p', { class: 'self' }, el('b', { text: name || called }), name ? el('span', { class: 'role', text: called }) : null),
      el('div', { class: 'buttons' },
        this.button('secondary', words.out, () => void this.leave()),
        el('a', { class: 'primary', text: isStaff(role) ? words.desk : words.account, attrs: { href: isStaff(role) ? '/desk' : '/desk/account' } })),
    ];
  }

  private showPairing(): void {
    const words = wordsIn(lang());
    const inner = el('div', { class: 'pairing', attrs: { 'aria-live': 'polite' } });
    openSheet(words.pairing, [inner], 'me', () => {
      this.sheet = null;
      if (!this.worn) this.pairing.stop();
    });
    this.sheet = inner;
    this.pairing.start();
    this.redraw();
  }

  private fill(inner: HTMLElement, { step, code, place, qr }: PairingState): void {
    const words = wordsIn(lang());
    if (step === 'shown') {
      const picture = el('canvas', { attrs: { role: 'img', 'aria-label': place } });
      drawQr(picture, qr, 6);
      return inner.replaceChildren(
        picture, el('p', { class: 'lead', text: words.lead }), el('p', { class: 'where', text: place }),
        el('p', { class: 'code', text: code }), el('p', { class: 'fine', text: words.waiting }));
    }
    const said = { asking: words.asking, done: words.signed, denied: words.denied, failed: words.failed }[step];
    const again = step === 'denied' || step === 'failed' ? this.button('primary', words.again, () => this.pairing.start()) : null;
    inner.replaceChildren(el('p', { class: 'lead', text: said }), ...(again ? [el('div', { class: 'buttons' }, again)] : []));
  }

  private button(kind: string, text: string, onclick: () => void): HTMLElement {
    return el('button', { class: kind, text, onclick, attrs: { type: 'button' } });
  }

  // --- inside the headset -------------------------------------------------------------------------

  /** The card is asked for, or sent away. */
  toggle(): void {
    this.worn = !this.worn;
    if (this.worn && !this.self.session) this.pairing.start();
    if (!this.worn && !this.sheet) this.pairing.stop();
    this.redraw();
  }

  /** The headset was taken off. */
  unworn(): void {
    if (this.worn) this.toggle();
  }

  press(act: CardAct): void {
    if (act === 'close') return this.toggle();
    if (act === 'again') return this.pairing.start();
    if (act === 'out') return void this.leave();
    setLang(otherLang() ?? lang());
    this.redraw();
  }

  /** Somebody changed what one is here. */
  entitled({ role }: Session): void {
    this.host.hud.toast(wordsIn(lang()).entitled.replace('{role}', roleIn(role, lang())));
    this.redraw();
  }

  // --- both ---------------------------------------------------------------------------------------

  private paired(state: PairingState): void {
    this.redraw();
    if (state.step === 'done') void this.come();
  }

  /** The other device said yes: one is somebody here now. */
  private async come(): Promise<void> {
    const session = await this.self.renew().catch(() => null);
    if (this.sheet) closeSheet();
    if (session) this.host.hud.toast(wordsIn(lang()).done.replace('{name}', session.name || roleIn(session.role, lang())));
    this.redraw();
    this.host.connection.rejoin();
  }

  private async leave(): Promise<void> {
    closeSheet();
    try {
      await this.self.signOut();
    } catch (error) {
      return this.host.failed(error);
    }
    this.host.hud.toast(wordsIn(lang()).left);
    if (this.worn) this.toggle();
    this.host.connection.rejoin();
  }

  private redraw(): void {
    if (this.sheet) this.fill(this.sheet, this.pairing.state);
    this.host.stage()?.xr.card(this.worn ? cardOf(this.self.session, this.pairing.state, lang(), otherLang() !== null) : null);
  }
}
