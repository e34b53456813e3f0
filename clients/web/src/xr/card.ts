/** What a card inside the headset says and which buttons it has. Pure. */

import { localise, type Language, type SceneNode } from '../world/scene';
import type { ExhibitAction } from '../stage-api';

export type CardButton =
  | { do: 'act'; action: ExhibitAction; label: string; on: boolean }
  | { do: 'page'; label: string }
  | { do: 'language'; label: string }
  | { do: 'close'; label: string };

export interface CardState {
  explode: number;
  variant: string | null;
  /** The clip that runs, or null. */
  playing: string | null;
  page: number;
}

const WORDS = {
  'zh-CN': {
    apart: '拆开', together: '合拢', play: '播放', stop: '停止', variant: '换色', page: '下一页',
    language: 'English', close: '关闭',
  },
  en: {
    apart: 'Take apart', together: 'Assemble', play: 'Play', stop: 'Stop', variant: 'Variant', page: 'Next page',
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

/** The buttons that make sense for this exhibit, in reading order. */
export function cardButtons(node: SceneNode, state: CardState, pages: number, lang: Language): CardButton[] {
  const words = WORDS[lang], { model } = node;
  const buttons: CardButton[] = [];
  if (node.kind === 'exhibit' && model && model.parts > 0) {
    const apart = state.explode > 0.5;
    const label = apart ? words.together : words.apart;
    buttons.push({ do: 'act', action: { do: 'explode', value: apart ? 0 : 1 }, label, on: apart });
  }
  for (const clip of node.kind === 'exhibit' ? (model?.clips.slice(0, 1) ?? []) : []) {
    const on = state.playing === clip;
    const label = on ? words.stop : words.play;
    buttons.push({ do: 'act', action: { do: 'animation', clip, playing: !on }, label, on });
  }
  if (node.kind === 'exhibit' && model && model.variants.length > 0) {
    const value = nextVariant(model.variants, state.variant);
    buttons.push({ do: 'act', action: { do: 'variant', value }, label: words.variant, on: state.variant !== null });
  }
  if (pages > 1) buttons.push({ do: 'page', label: `${words.page} ${state.page + 1}/${pages}` });
  buttons.push({ do: 'language', label: words.language }, { do: 'close', label: words.close });
  return buttons;
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Put `count` buttons into rows of three below `top`, inside `width` minus margins. */
export function buttonRects(count: number, width: number, top: number, margin: number): Rect[] {
  const columns = 3, gap = margin / 2, height = 84;
  const w = (width - margin * 2 - gap * (columns - 1)) / columns;
  return Array.from({ length: count }, (_, at) => ({
    x: margin + (at % columns) * (w + gap), y: top + Math.floor(at / columns) * (height + gap), w, h: height,
  }));
}

export function hitRect(rects: readonly Rect[], x: number, y: number): number {
  return rects.findIndex((rect) => x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h);
}
