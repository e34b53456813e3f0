/** Where one asks: by typing, by holding a button and speaking, aloud or in a whisper. */

import { lang, onLang } from '../i18n';
import { el, segmented } from '../ui/dom';
import type { AskMessage } from '../wire';
import { type DeafError, type Hearing, Microphone } from './microphone';
import { sign } from './signs';
import { type GuideKey, say } from './words';

export interface ComposerHost {
  ask(text: string): void;
  /** Somebody begins to speak: whoever speaks to them stops. */
  bargeIn(): void;
  canListen(): boolean;
  /** What was said in a recording. */
  heard(sound: Blob): Promise<string>;
  /** Questions can be whispered; null where nobody else could hear. */
  whisper: { get(): boolean; set(on: boolean): void } | null;
  answerIn: { get(): AskMessage['lang']; set(lang: AskMessage['lang']): void };
}

const LONGEST = 500;
const HEARING: Readonly<Record<Hearing, GuideKey>> = { idle: 'hold', opening: 'hold.opening', listening: 'hold.listening', reading: 'hold.reading' };

export class Composer {
  readonly root = el('form', { class: 'composer', attrs: { autocomplete: 'off' } });
  private readonly input = el('textarea', { attrs: { rows: '1', maxlength: String(LONGEST), enterkeyhint: 'send' } });
  private readonly send = el('button', { class: 'send', attrs: { type: 'submit' } }, sign('send'));
  private readonly mic = el('button', { class: 'mic', attrs: { type: 'button' } }, sign('mic'));
  private readonly hint = el('p', { class: 'hearing fine', attrs: { role: 'status' } });
  private readonly options = el('div', { class: 'options' });
  readonly microphone: Microphone;

  constructor(private readonly host: ComposerHost) {
    this.microphone = new Microphone((text) => this.asked(text), (error) => this.deaf(error), (state) => this.hears(state), (sound) => this.host.heard(sound));
    this.root.append(this.hint, el('div', { class: 'line' }, this.mic, this.input, this.send), this.options);
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener('input', () => this.fit());
    this.listen();
    this.translate();
    onLang(() => this.translate());
  }

  translate(): void {
    this.input.placeholder = say('placeholder');
    this.input.setAttribute('aria-label', say('placeholder'));
    name(this.send, say('send'));
    name(this.mic, say('hold.key'));
    this.mic.hidden = !this.host.canListen();
    this.drawOptions();
    this.fit();
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  /** A key or a controller's button is held, or no longer. */
  hold(on: boolean): void {
    if (!on) return this.microphone.release();
    if (!this.host.canListen()) return;
    this.host.bargeIn();
    void this.microphone.hold();
  }

  private listen(): void {
    const { mic } = this;
    mic.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      mic.setPointerCapture(event.pointerId);
      this.hold(true);
    });
    for (const type of ['pointerup', 'pointercancel'] as const) mic.addEventListener(type, () => this.hold(false));
    // A long touch would open a menu instead.
    mic.addEventListener('contextmenu', (event) => event.preventDefault());
    mic.addEventListener('keydown', (event) => {
      if ((event.key !== ' ' && event.key !== 'Enter') || event.repeat) return;
      event.preventDefault();
      this.hold(true);
    });
    mic.addEventListener('keyup', (event) => (event.key === ' ' || event.key === 'Enter') && this.hold(false));
    mic.addEventListener('blur', () => this.hold(false));
  }

  private submit(): void {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = '';
    this.fit();
    this.asked(text);
  }

  private asked(text: string): void {
    this.hint.textContent = '';
    this.host.ask(text.slice(0, LONGEST));
  }

  private deaf({ why, told }: DeafError): void {
    this.hint.textContent = told || say(`deaf.${why}`);
    this.hint.classList.add('bad');
  }

  private hears(state: Hearing): void {
    this.mic.dataset['state'] = state;
    this.hint.classList.remove('bad');
    this.hint.textContent = state === 'idle' ? '' : say(HEARING[state]);
  }

  /** As high as its words, up to four lines. */
  private fit(): void {
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(112, this.input.scrollHeight)}px`;
    this.send.disabled = !this.input.value.trim();
  }

  private drawOptions(): void {
    const { whisper, answerIn } = this.host;
    const parts: HTMLElement[] = [];
    if (whisper) {
      const on = whisper.get();
      const button = el('button', {
        class: 'chip whisper', attrs: { type: 'button', 'aria-pressed': String(on), title: say(on ? 'whisper.on' : 'whisper.off') },
        onclick: () => {
          whisper.set(!on);
          this.drawOptions();
          this.options.querySelector('button')?.focus({ preventScroll: true });
        },
      }, sign('whisper'), say('whisper'));
      parts.push(button, el('span', { class: 'fine', text: say(on ? 'whisper.on' : 'whisper.off') }));
    }
    parts.push(segmented([
      { value: '', label: say('answer.same') }, { value: 'zh-CN', label: '中文' }, { value: 'en', label: lang() === 'en' ? 'English' : 'EN' },
    ], answerIn.get() ?? '', (value) => answerIn.set(value as AskMessage['lang']), say('answer.lang')));
    this.options.replaceChildren(...parts);
  }
}

function name(button: HTMLElement, words: string): void {
  button.setAttribute('aria-label', words);
  button.title = words;
}
