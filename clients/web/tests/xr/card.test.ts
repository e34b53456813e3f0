import { describe, expect, it } from 'vitest';

import type { SceneNode } from '../../src/world/scene';
import { buttonRects, cardButtons, cardParagraphs, hitRect, nextVariant } from '../../src/xr/card';

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
const still = { explode: 0, variant: null, playing: null, page: 0 };

describe('a card in the headset', () => {
  it('says what it is in the language asked for', () => {
    expect(cardParagraphs(gearbox, 'zh-CN')).toEqual(['三级传动。', '速比：1:64']);
    expect(cardParagraphs(gearbox, 'en')).toEqual(['Three stages.', 'Ratio: 1:64']);
  });

  it('offers what can be done now', () => {
    const labels = cardButtons(gearbox, still, 2, 'zh-CN').map(({ label }) => label);
    expect(labels).toEqual(['拆开', '播放', '换色', '下一页 1/2', 'English', '关闭']);
    const again = cardButtons(gearbox, { ...still, explode: 1, playing: 'run' }, 1, 'en').map(({ label }) => label);
    expect(again).toEqual(['Assemble', 'Stop', 'Variant', '中文', 'Close']);
  });

  it('asks for the opposite of what is', () => {
    const [apart] = cardButtons(gearbox, { ...still, explode: 1 }, 1, 'en');
    expect(apart).toMatchObject({ action: { do: 'explode', value: 0 }, on: true });
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
