/**
 * The device's own voice, where the park has none. Only voices that live on the device: others
 * would send every word to somebody else's server.
 */

type Lang = 'zh' | 'en';

/** The voice for a language, or null. */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], lang: Lang): SpeechSynthesisVoice | null {
  const local = voices.filter((voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').startsWith(lang));
  return local.find((voice) => voice.lang.replace('_', '-') === (lang === 'zh' ? 'zh-CN' : 'en-US')) ?? local[0] ?? null;
}

/** Letters a second at which voices speak by themselves. */
const PACE = { zh: 4.6, en: 14 } as const;

/** How fast to speak so that a text takes about `ms`. */
export const rateFor = (text: string, lang: Lang, ms: number): number =>
  Math.min(1.5, Math.max(0.75, ([...text].length / PACE[lang] / Math.max(0.3, ms / 1000))));

export class SystemVoice {
  private waiting = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {}

  can(lang: Lang): boolean {
    return this.synthesis !== undefined && voiceFor(this.synthesis.getVoices(), lang) !== null;
  }

  /** Speak after a while, `volume` 0..1. */
  speak(text: string, lang: Lang, inMs: number, ms: number, volume: number): void {
    const { synthesis } = this;
    const voice = synthesis && voiceFor(synthesis.getVoices(), lang);
    if (!synthesis || !voice) return;
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.volume = volume;
      words.rate = rateFor(text, lang, ms);
      synthesis.speak(words);
    }, Math.max(0, inMs));
    this.waiting.add(timer);
  }

  /** Be silent at once. */
  stop(): void {
    for (const timer of this.waiting) clearTimeout(timer);
    this.waiting.clear();
    this.synthesis?.cancel();
  }
}
