import { happen, put, type TinyElement } from '../tiny-dom';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import type { Part } from '../../src/stage-api';
import { ExhibitCard } from '../../src/ui/card';
import type { SceneNode } from '../../src/world/scene';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';

const GEARBOX: Partial<SceneNode> = {
  kind: 'exhibit', name: { zh: '减速器', en: 'Gearbox' },
  card: {
    title: { zh: '行星减速器', en: 'Planetary gearbox' }, maker: { zh: '灵境', en: 'Lingjing' },
    text: { zh: '三级传动。', en: 'Three stages.' }, licence: 'CC0', contact: { zh: '电话', en: 'Phone' },
    facts: [{ label: { zh: '速比', en: 'Ratio' }, value: { zh: '1:64', en: '1:64' } }],
  },
  model: {
    levels: [], bounds: { min: [0, 0, 0], max: [1, 1, 1] }, color: [1, 1, 1], clips: ['run', 'open'],
    variants: ['red', 'blue'], parts: 4, role: 'exhibit',
  },
};
const PART = (chinese: string, english: string): Part => ({ name: { zh: chinese, en: english } });
const PARTS = [PART('行星轮', 'Planet'), PART('齿圈', 'Ring'), PART('行星轮', 'Planet')];

function show(change: Partial<SceneNode> = {}, parts: Part[] = PARTS) {
  const world = new World();
  const nodes = { box: node({ ...GEARBOX, ...change }), other: node() };
  world.apply(joined({ scene: { hall: hall(), nodes } as unknown as Record<string, unknown> }));
  const actions = { act: vi.fn(), parts: vi.fn(() => parts), highlight: vi.fn(), isolate: vi.fn(), walkTo: vi.fn(), close: vi.fn() };
  const card = new ExhibitCard(world, 'box', actions);
  const root = card.root as unknown as TinyElement;
  const tell = (path: string, value: unknown, layer: 'shared' | 'published' = 'shared'): void =>
    world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 9, layer, author: '', ops: [{ op: 'set', path, value }] });
  return { world, card, root, tell, slider: root.querySelector('.explode')!, ...actions };
}

const pressed = (root: TinyElement, selector: string): string[] =>
  root.querySelectorAll(selector).filter((chip) => chip.getAttribute('aria-pressed') === 'true').map((chip) => chip.dataset['clip'] ?? chip.dataset['variant']!);

beforeEach(() => {
  vi.useFakeTimers();
  setLang('zh-CN');
});
afterEach(() => void vi.useRealTimers());

describe('a card', () => {
  it('says all there is to say, in the language chosen, also when it changes', () => {
    const { card, root } = show();
    for (const said of ['行星减速器', '灵境', '三级传动。', '速比', '1:64', 'CC0', '电话']) expect(root.textContent).toContain(said);
    setLang('en');
    card.render();
    for (const said of ['Planetary gearbox', 'Three stages.', 'Ratio', 'Phone', en['card.shared']]) expect(root.textContent).toContain(said);
    expect(root.textContent).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('of a thing without words or parts shows its name and nothing to press', () => {
    const { root } = show({ card: undefined, model: undefined });
    expect(root.textContent).toContain('减速器');
    expect(root.querySelectorAll('.control')).toEqual([]);
    expect(root.querySelector('.shared-note')).toBeNull();
  });

  it('closes when its exhibit is taken away, and hears nothing after that', () => {
    const { world, card, close, tell } = show();
    world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 4, layer: 'published', author: '', ops: [{ op: 'remove', path: '/nodes/box' }] });
    expect(close).toHaveBeenCalledOnce();
    card.dispose();
    tell('/nodes/box/explode', 1);
    expect(close).toHaveBeenCalledOnce();
  });

  it('follows a change of its words by the staff', () => {
    const { root, tell } = show();
    tell('/nodes/box/card/title', { zh: '新名', en: 'New' }, 'published');
    expect(root.querySelector('h2')!.textContent).toBe('新名');
  });

  it('leads one to the exhibit', () => {
    const { root, walkTo } = show();
    root.querySelector('.card-go')!.click();
    expect(walkTo).toHaveBeenCalledExactlyOnceWith('box');
  });
});

describe('taking apart', () => {
  it('by the button asks for the opposite of what all see', () => {
    const { root, act, tell } = show();
    const button = root.querySelector('.explode-all')!;
    expect(button.textContent).toBe(zh['card.explode.all']);
    button.click();
    tell('/nodes/box/explode', 0.8);
    expect(button.textContent).toBe(zh['card.explode.done']);
    button.click();
    expect(act.mock.calls).toEqual([['box', { do: 'explode', value: 1 }], ['box', { do: 'explode', value: 0 }]]);
  });

  it('by the slider tells few steps on the way and always the last', () => {
    const { slider, act } = show();
    for (let at = 1; at <= 50; at++) {
      slider.value = String(at * 2);
      slider.dispatchEvent(new Event('input'));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(500);
    expect(act.mock.calls.length).toBeLessThan(10);
    expect(act.mock.calls.at(-1)).toEqual(['box', { do: 'explode', value: 1 }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not pull the slider out of a hand that holds it', () => {
    const { slider, tell, root } = show();
    slider.value = '70';
    slider.dispatchEvent(new Event('input'));
    tell('/nodes/box/explode', 0.1);
    expect(slider.value).toBe('70');
    slider.dispatchEvent(new Event('change'));
    tell('/nodes/box/explode', 0.2);
    expect(slider.value).toBe('20');
    expect(root.querySelector('.explode-value')!.textContent).toBe('20 %');
  });

  it('shows what others do to it', () => {
    const { slider, tell } = show();
    tell('/nodes/other/explode', 1);
    expect(slider.value).toBe('0');
    tell('/nodes/box/explode', 0.4);
    expect(slider.value).toBe('40');
  });
});

describe('turning', () => {
  it('asks for an angle while the slider moves, and follows what others do', () => {
    const { root, act, tell } = show();
    const turn = root.querySelector('input.turn')!;
    turn.value = '90';
    turn.dispatchEvent(new Event('input'));
    expect(act.mock.calls).toEqual([['box', { do: 'turn', value: Math.PI / 2 }]]);
    tell('/nodes/box/turn', 1);
    expect(turn.value).toBe('90');
    turn.dispatchEvent(new Event('change'));
    tell('/nodes/box/turn', 3 * Math.PI / 2);
    expect([turn.value, root.querySelector('.turn-value')!.textContent]).toEqual(['-90', '-90°']);
  });
});

describe('clips and colours', () => {
  it('show which runs and which is worn, and ask for the other', () => {
    const { root, act, tell } = show();
    tell('/nodes/box/animation', { clip: 'run', playing: true, at: 0, since: 0, speed: 1 });
    tell('/nodes/box/variant', 'red');
    expect([pressed(root, '.chip.clip'), pressed(root, '.chip.variant')]).toEqual([['run'], ['red']]);
    root.querySelectorAll('.chip.clip')[0]!.click();
    root.querySelectorAll('.chip.clip')[1]!.click();
    root.querySelectorAll('.chip.variant')[0]!.click();
    expect(act.mock.calls.map(([, action]) => action)).toEqual([
      { do: 'animation', clip: 'run', playing: false },
      { do: 'animation', clip: 'open', playing: true },
      { do: 'variant', value: null },
    ]);
  });

  it('of a paused clip show play again', () => {
    const { root, tell } = show();
    tell('/nodes/box/animation', { clip: 'run', playing: false, at: 2, since: 0, speed: 1 });
    expect(pressed(root, '.chip.clip')).toEqual([]);
    expect(root.querySelectorAll('.chip.clip')[0]!.textContent).toContain(zh['card.play']);
  });
});

describe('the list of parts', () => {
  it('gathers parts of one name, and lights the first of them', () => {
    const { root, highlight } = show();
    const buttons = root.querySelectorAll('.parts button');
    expect(buttons.map((button) => button.textContent)).toEqual(['行星轮 × 2', '齿圈']);
    buttons[1]!.click();
    buttons[0]!.click();
    buttons[0]!.click();
    expect(highlight.mock.calls).toEqual([['box', 1], ['box', 0], ['box', null]]);
  });

  it('shows the chosen one alone, another in its place, and all again when the card closes', () => {
    const { root, card, isolate } = show();
    const buttons = root.querySelectorAll('.parts button');
    root.querySelector('.alone')!.click();
    buttons[1]!.click();
    buttons[0]!.click();
    card.dispose();
    expect(isolate.mock.calls).toEqual([['box', null], ['box', 1], ['box', 0], ['box', null]]);
  });

  it('chooses the part that was pointed at, whichever of its name', () => {
    const { root, card, highlight } = show();
    card.choose(PARTS[2]!.name);
    card.choose(PARTS[2]!.name);
    expect(root.querySelectorAll('.parts button').map((one) => one.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    expect(highlight.mock.calls.at(-1)).toEqual(['box', 0]);
  });

  it('waits for the model and appears by itself', () => {
    const late: Part[] = [];
    const { root } = show({}, late);
    put('div', 'aside').append(root);
    expect(root.textContent).toContain(zh['card.loading']);
    late.push(...PARTS);
    vi.advanceTimersByTime(1500);
    expect(root.querySelectorAll('.parts button')).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops waiting when the card has gone', () => {
    const { card } = show({}, []);
    card.dispose();
    vi.advanceTimersByTime(1500);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of a model with very many is cut, not endless', () => {
    const many = Array.from({ length: 500 }, (_, i) => PART(`件${i}`, `Part ${i}`));
    const { root } = show({}, many);
    expect(root.querySelectorAll('.parts button').length).toBeLessThanOrEqual(24);
  });

  it('escapes nothing and runs nothing: hostile names are words', () => {
    const { root } = show({ name: { zh: '<b>', en: '<b>' }, card: undefined }, [PART('<script>', '<script>'), PART('x', 'x')]);
    happen(root.querySelectorAll('.parts button')[0]!, 'click');
    expect(root.querySelectorAll('b')).toEqual([]);
    expect(root.querySelectorAll('script')).toEqual([]);
    expect(root.querySelector('h2')!.textContent).toBe('<b>');
  });
});
