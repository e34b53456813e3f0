import { describe, expect, it } from 'vitest';

import type { SceneNode } from '../../src/world/scene';
import { buttonRects, cardButtons, cardParagraphs, hitRect, nextTurn, nextVariant } from '../../src/xr/card';

const gearbox: SceneNode = {
  kind: 'exhibit', name: { zh: '减速器', en: 'Gearbox' },
  model: {
    levels: [], bounds: { min: [0, 0, 0], max: [1, 1, 1] }, color: [1, 1, 1], clips: ['run'], variants: ['red'], parts: 5,
    role: 'exhibit',
  },
  card: {
    title: { zh: '行星减速器', en: 'Planetary gearbox' }, text: { zh: '三级传动。', en: 'Three stages.' },
    facts: [{ label: { zh: '速比', en: 'Ratio' }, value: { zh: '1:64', en: '1:64' } }],
  },
};
const still = { explode: 0, turn: 0, part: null, alone: false, variant: null, playing: null, page: 0 };

describe('a card in the headset', () => {
  it('says what it is in the language asked for', () => {
    expect(cardParagraphs(gearbox, 'zh-CN')).toEqual(['三级传动。', '速比：1:64']);
    expect(cardParagraphs(gearbox, 'en')).toEqual(['Three stages.', 'Ratio: 1:64']);
  });

  it('offers what can be done now', () => {
    const labels = cardButtons(gearbox, still, 2, 'zh-CN').map(({ label }) => label);
    expect(labels).toEqual(['拆开', '转动', '播放', '换色', '下一页 1/2', 'English', '关闭']);
    const again = cardButtons(gearbox, { ...still, explode: 1, playing: 'run' }, 1, 'en').map(({ label }) => label);
    expect(again).toEqual(['Assemble', 'Turn', 'Stop', 'Variant', '中文', 'Close']);
  });

  it('asks for the opposite of what is', () => {
    const [apart] = cardButtons(gearbox, { ...still, explode: 1 }, 1, 'en');
    expect(apart).toMatchObject({ action: { do: 'explode', value: 0 }, on: true });
  });

  it('offers to see a part alone, once one was pointed at', () => {
    const part = { zh: '齿圈', en: 'Ring gear' };
    expect(cardButtons(gearbox, { ...still, explode: 1, part }, 1, 'zh-CN')[1]).toEqual({ do: 'alone', label: '单独看', on: false });
    expect(cardButtons(gearbox, { ...still, part, alone: true }, 1, 'en')[1]).toEqual({ do: 'alone', label: 'Show all', on: true });
  });

  it('goes through several clips by name, and stops after the last', () => {
    const fox = { ...gearbox, model: { ...gearbox.model!, clips: ['Walk', 'Run'], parts: 0, variants: [] } };
    const button = (playing: string | null): unknown => cardButtons(fox, { ...still, playing }, 1, 'en')[1];
    expect(button(null)).toMatchObject({ label: 'Play Walk', action: { clip: 'Walk', playing: true }, on: false });
    expect(button('Walk')).toMatchObject({ label: 'Play Run', action: { clip: 'Run', playing: true }, on: true });
    expect(button('Run')).toMatchObject({ label: 'Stop', action: { clip: 'Run', playing: false }, on: true });
  });

  it('turns by eighths, all the way round', () => {
    let turn = 0;
    for (let at = 0; at < 8; at++) turn = nextTurn(turn);
    expect(turn).toBeCloseTo(0, 9);
    expect(nextTurn(Math.PI)).toBeCloseTo(-Math.PI * 0.75, 9);
  });

  it('goes round the variants by way of the original', () => {
    expect(nextVariant(['red', 'blue'], null)).toBe('red');
    expect(nextVariant(['red', 'blue'], 'blue')).toBeNull();
  });

  it('finds the button under a point', () => {
    const rects = buttonRects(5, 1000, 500, 40);
    rects.forEach(({ x, y, w, h }, at) => expect(hitRect(rects, x + w / 2, y + h / 2)).toBe(at));
    expect(hitRect(rects, 1, 1)).toBe(-1);
  });
});
