/** What one may do with a talk that was had: take it along, or have it deleted. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import { summaryPath } from './api';
import { sign } from './signs';
import { say } from './words';

export class Keeping {
  readonly root = el('div', { class: 'keeping' });
  private drawn = '';

  /** `forget`: have the talk deleted; rejects when that cannot be done. */
  constructor(private readonly token: () => string, private readonly forget: () => Promise<void>) {
    this.root.hidden = true;
  }

  show(on: boolean): void {
    const token = this.token();
    this.root.hidden = !on || !token;
    const key = `${lang()} ${token}`;
    if (this.root.hidden || key === this.drawn) return;
    this.drawn = key;
    this.root.replaceChildren(
      el('a', { class: 'chip', attrs: { href: summaryPath(token), target: '_blank', rel: 'noopener' } }, sign('take'), say('take')),
      el('button', { class: 'chip', attrs: { type: 'button' }, onclick: () => this.sure() }, sign('bin'), say('delete')),
      el('p', { class: 'fine', text: say('kept') }),
    );
  }

  private sure(): void {
    this.drawn = '';
    const yes = el('button', { class: 'chip danger', text: say('delete.yes'), attrs: { type: 'button' }, onclick: () => void this.delete(yes) });
    this.root.replaceChildren(
      el('p', { class: 'fine', text: say('delete.sure'), attrs: { role: 'alert' } }), yes,
      el('button', { class: 'chip', text: say('cancel'), attrs: { type: 'button' }, onclick: () => this.show(true) }),
    );
    yes.focus({ preventScroll: true });
  }

  private async delete(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      await this.forget();
      this.root.hidden = true;
    } catch {
      this.show(true);
      this.root.append(el('p', { class: 'fine bad', text: say('failed.offline'), attrs: { role: 'alert' } }));
    }
  }
}
