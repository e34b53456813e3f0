/** A short form: a contact, perhaps a wish, consent; every error at once, beside its field. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import { type Contact, type Detail, Refusal } from './api';
import { faultsOf } from './contact';
import { type BusinessKey, say } from './words';

export interface FormOptions {
  /** What the button says. */
  send: BusinessKey;
  /** What the park may use it for. */
  purpose: BusinessKey;
  /** Another field below the contact. */
  wish?: { name: string; label: BusinessKey; placeholder?: BusinessKey; longest: number };
  /** What stands above the fields and is not in the form's own hands; its fault, if any. */
  before?: { element: HTMLElement; fault(): BusinessKey | null };
  /** Hand it in; what it raises is shown. Not called while something is wrong. */
  submit(values: Filled): Promise<void>;
  /** A refusal that has a page of its own; true when it was shown. */
  refused?(refusal: Refusal): boolean;
}

export interface Filled extends Contact {
  /** The other field. */
  wish: string;
  /** The version of the text that was agreed to. */
  consent: string;
}

const FIELDS = [
  { name: 'name', label: 'form.name', type: 'text', autocomplete: 'name', longest: 60 },
  { name: 'phone', label: 'form.phone', type: 'tel', autocomplete: 'tel', longest: 24 },
  { name: 'email', label: 'form.email', type: 'email', autocomplete: 'email', longest: 120 },
  { name: 'company', label: 'form.company', type: 'text', autocomplete: 'organization', longest: 120 },
] as const;

/** The version of the privacy policy in force, as the page's foot names it. */
export function privacyVersion(foot = document.getElementById('foot')): string {
  const said = foot?.dataset['documents'] ?? '';
  return /(?:^|\s)privacy:(\S+)/.exec(said)?.[1] ?? '0';
}

export class Form {
  readonly root: HTMLFormElement;
  private readonly inputs = new Map<string, HTMLInputElement | HTMLTextAreaElement>();
  private readonly faults = new Map<string, HTMLElement>();
  private readonly agreed = el('input', { id: 'business-consent', attrs: { type: 'checkbox' } });
  private readonly alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
  private readonly button: HTMLButtonElement;

  constructor(private readonly options: FormOptions) {
    const { before, wish, send } = options;
    this.button = el('button', { class: 'primary', attrs: { type: 'submit' }, text: say(send) });
    const fields = FIELDS.map((field) => this.field(field.name, say(field.label), el('input', {
      attrs: { type: field.type, autocomplete: field.autocomplete, maxlength: String(field.longest), ...(field.name === 'name' ? { placeholder: say('form.name.placeholder') } : {}) },
    })));
    fields.splice(3, 0, el('p', { class: 'fine either', text: say('form.either') }));
    if (wish) {
      const area = el('textarea', { attrs: { rows: '2', maxlength: String(wish.longest), ...(wish.placeholder ? { placeholder: say(wish.placeholder) } : {}) } });
      fields.push(this.field(wish.name, say(wish.label), area));
    }
    this.alert.hidden = true;
    this.root = el('form', { class: 'business-form', attrs: { novalidate: '' } },
      before?.element ?? null, ...fields, this.consent(), this.alert, this.button);
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
  }

  /** What is filled in now. */
  values(): Filled {
    const value = (name: string): string => this.inputs.get(name)?.value.trim() ?? '';
    return {
      name: value('name'), phone: value('phone'), email: value('email'), company: value('company'),
      wish: this.options.wish ? value(this.options.wish.name) : '', consent: privacyVersion(),
    };
  }

  private field(name: string, label: string, input: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
    const fault = el('span', { class: 'fault', id: `business-${name}-fault` });
    fault.hidden = true;
    input.id = `business-${name}`;
    input.setAttribute('name', name);
    input.setAttribute('aria-describedby', fault.id);
    input.addEventListener('input', () => this.mark(name, null));
    this.inputs.set(name, input);
    this.faults.set(name, fault);
    const caption = el('label', { text: label, attrs: { for: input.id } });
    return el('div', { class: `field ${name}` }, caption, input, fault);
  }

  private consent(): HTMLElement {
    const fault = el('span', { class: 'fault' });
    fault.hidden = true;
    this.faults.set('consent', fault);
    this.agreed.addEventListener('change', () => this.mark('consent', null));
    const policy = el('a', { text: say('form.privacy'), attrs: { href: `/legal/privacy?lang=${lang()}`, target: '_blank', rel: 'noopener' } });
    const version = privacyVersion();
    const words = el('label', { attrs: { for: this.agreed.id } }, say('form.consent', { purpose: say(this.options.purpose) }), ' ');
    return el('div', { class: 'consent' }, this.agreed,
      el('div', {}, words, policy, version === '0' ? '' : ` (${say('form.version', { n: version })})`, lang() === 'en' ? '. ' : '。', el('span', { class: 'fine', text: say('form.keep.plain') }), fault));
  }

  private mark(name: string, text: string | null): void {
    const fault = this.faults.get(name);
    if (!fault) return;
    fault.hidden = text === null;
    fault.textContent = text ?? '';
    const input = name === 'consent' ? this.agreed : this.inputs.get(name);
    if (text === null) input?.removeAttribute('aria-invalid');
    else input?.setAttribute('aria-invalid', 'true');
  }

  private async submit(): Promise<void> {
    const values = this.values();
    const faults = Object.entries(faultsOf(values, this.agreed.checked));
    for (const name of this.faults.keys()) this.mark(name, null);
    for (const [name, key] of faults) this.mark(name, say(key!));
    const above = this.options.before?.fault() ?? null;
    if (faults.length || above) return this.complain(faults.length + (above ? 1 : 0), above);
    this.say(say('form.sending'), false);
    this.button.disabled = true;
    try {
      await this.options.submit(values);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused(error);
    } finally {
      this.button.disabled = false;
    }
  }

  private refused(refusal: Refusal): void {
    if (this.options.refused?.(refusal)) return;
    const rest: string[] = [];
    for (const detail of refusal.details) {
      const name = nameOf(detail, [...this.faults.keys()]);
      if (name) this.mark(name, detail.message || refusal.message);
      else if (detail.message) rest.push(detail.message);
    }
    const known = refusal.status === 429 ? say('form.busy') : refusal.status === 0 ? say('offline') : '';
    this.say(known || rest.join(' ') || say('form.failed', { message: refusal.message }), true);
    this.focusFirst();
  }

  private complain(count: number, above: BusinessKey | null): void {
    this.say(above && count === 1 ? say(above) : say('form.fix', { n: count }), true);
    this.focusFirst();
  }

  private say(text: string, bad: boolean): void {
    this.alert.hidden = false;
    this.alert.textContent = text;
    this.alert.classList.toggle('bad', bad);
  }

  private focusFirst(): void {
    this.root.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }
}

/** The field that a finding is about: the last part of its pointer that names one. */
function nameOf({ pointer }: Detail, names: readonly string[]): string | null {
  return pointer.split('/').filter((part) => names.includes(part)).at(-1) ?? null;
}

/** A key under which handing in twice counts once. */
export const onceKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
