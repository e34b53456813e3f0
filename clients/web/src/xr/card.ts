/** What a card inside the headset says and which buttons it has. Pure. */

import { localise, type Language, type Localised, type Model, type SceneNode } from '../world/scene';
import type { ExhibitAction } from '../stage-api';

export type CardButton =
  | { do: 'act'; action: ExhibitAction; label: string; on: boolean }
  | { do: 'alone'; label: string; on: boolean }
  | { do: 'page'; label: string }
  | { do: 'language'; label: string }
  | { do: 'close'; label: string };

export interface CardState {
  explode: number;
  /** Radians. */
  turn: number;
  /** The name of the part that was pointed at, or null. */
  part: Localised | null;
  /** That part is shown alone. */
  alone: boolean;
  variant: string | null;
  /** The clip that runs, or null. */
  playing: string | null;
  page: number;
}

const WORDS = {
  'zh-CN': {
    apart: '拆开', together: '合拢', turn: '转动', alone: '单独看', all: '看全部', play: '播放', stop: '停止',
    variant: '换色', page: '下一页',
    language: 'English', close: '关闭',
  },
  en: {
    apart: 'Take apart', together: 'Assemble', turn: 'Turn', alone: 'Alone', all: 'Show all', play: 'Play', stop: 'Stop',
    variant: 'Variant', page: 'Next page',
    language: '中文', close: 'Close',
  },
} as const;

/** The text of a card, a paragraph each: description, then facts. */
export function cardParagraphs(node: SceneNode, lang: Language): string[] {
  const { card } = node;
  if (!card) return [];
  const facts = (card.facts ?? []).map(({ label, value }) => {
    const colon = lang === 'en' ? ': ' : '：';
    return `${localise(label, lang)}${colon}${localise(value, lang)}`;
  });
  return [localise(card.text, lang), ...facts].filter(Boolean);
}

/** The variant after the one on show; the file's own look is one of them. */
export function nextVariant(variants: readonly string[], now: string | null): string | null {
  const order: (string | null)[] = [null, ...variants];
  return order[(order.indexOf(now) + 1) % order.length] ?? null;
}

/** The clip after the one that runs; none is one of them. */
export function nextClip(clips: readonly string[], now: string | null): string | null {
  const order: (string | null)[] = [null, ...clips];
  return order[(order.indexOf(now) + 1) % order.length] ?? null;
}

/** An eighth of a turn further, within half a turn either way. */
export function nextTurn(now: number): number {
  const next = now + Math.PI / 4;
  return next > Math.PI + 1e-6 ? next - Math.PI * 2 : next;
}

/** The buttons that make sense for this exhibit, in reading order. */
export function cardButtons(node: SceneNode, state: CardState, pages: number, lang: Language): CardButton[] {
  const words = WORDS[lang];
  const buttons = node.kind === 'exhibit' && node.model ? exhibitButtons(node.model, state, lang) : [];
  if (pages > 1) buttons.push({ do: 'page', label: `${words.page} ${state.page + 1}/${pages}` });
  buttons.push({ do: 'language', label: words.language }, { do: 'close', label: words.close });
  return buttons;
}

function exhibitButtons(model: Model, state: CardState, lang: Language): CardButton[] {
  const words = WORDS[lang], buttons: CardButton[] = [];
  const act = (action: ExhibitAction, label: string, on: boolean): void => void buttons.push({ do: 'act', action, label, on });
  if (model.parts > 1) {
    const apart = state.explode > 0.5;
    act({ do: 'explode', value: apart ? 0 : 1 }, apart ? words.together : words.apart, apart);
  }
  if (state.part) buttons.push({ do: 'alone', label: state.alone ? words.all : words.alone, on: state.alone });
  act({ do: 'turn', value: nextTurn(state.turn) }, words.turn, false);
  if (model.clips.length > 0) {
    const next = nextClip(model.clips, state.playing), on = state.playing !== null;
    const named = next !== null && model.clips.length > 1 ? `${words.play} ${next}` : words.play;
    const clip = next ?? state.playing;
    act({ do: 'animation', clip, playing: next !== null }, next === null ? words.stop : named, on);
  }
  if (model.variants.length > 0) {
    act({ do: 'variant', value: nextVariant(model.variants, state.variant) }, words.variant, state.variant !== null);
  }
  return buttons;
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Put `count` buttons into rows of four below `top`, inside `width` minus margins. */
export function buttonRects(count: number, width: number, top: number, margin: number): Rect[] {
  const columns = 4, gap = margin / 2, height = 84;
  const w = (width - margin * 2 - gap * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, at) => ({
    x: margin + (at % columns) * (w + gap), y: top + Math.floor(at / columns) * (height + gap), w, h: height,
  }));
}

export function hitRect(rects: readonly Rect[], x: number, y: number): number {
  return rects.findIndex((rect) => x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h);
}
