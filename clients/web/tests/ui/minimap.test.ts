import { happen, media, page, TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { Minimap } from '../../src/ui/minimap';
import { createViewer } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { hall, joined } from '../make';

class Canvas extends TinyElement {
  width = 0;
  height = 0;
  clientWidth = 200;
  clientHeight = 200;
  override box = { left: 10, top: 20, width: 200, height: 200 };
  readonly draws = vi.fn();
  getContext(): unknown {
    const nothing = (): void => undefined;
    return {
      fillRect: this.draws, setTransform: nothing, fill: nothing, stroke: nothing, beginPath: nothing, arc: nothing, save: nothing,
      restore: nothing, translate: nothing, rotate: nothing, moveTo: nothing, fillText: nothing, strokeText: nothing,
      measureText: () => ({ width: 30 }),
    };
  }
}

function map() {
  const create = page.createElement.bind(page);
  vi.spyOn(page, 'createElement').mockImplementation((tag) => (tag === 'canvas' ? new Canvas(tag) : create(tag)));
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('Path2D', class { moveTo(): void { /* Not drawn. */ } lineTo(): void { /* Not drawn. */ } closePath(): void { /* Not drawn. */ } });
  const world = new World(), go = vi.fn(), viewer = createViewer();
  const minimap = new Minimap(world, viewer, { go });
  world.apply(joined({ scene: { hall: hall(), nodes: {} } as unknown as Record<string, unknown> }));
  const root = minimap.root as unknown as TinyElement;
  const [canvas, grow] = root.children as [Canvas, TinyElement];
  const click = (x: number, y: number): Event => happen(canvas, 'click', { clientX: 10 + x, clientY: 20 + y });
  return { minimap, go, canvas, grow, click, root, world };
}

beforeEach(() => {
  vi.restoreAllMocks();
  media.clear();
  setLang('en');
});

describe('the small map', () => {
  it('leads where it is clicked', () => {
    const { minimap, go, click } = map();
    minimap.update(1000);
    click(100, 100);
    const [x, z] = go.mock.calls[0] as [number, number];
    expect(x).toBeCloseTo(0);
    expect(z).toBeCloseTo(0);
    click(150, 60);
    const [east, north] = go.mock.calls[1] as [number, number];
    expect(east).toBeGreaterThan(4);
    expect(north).toBeLessThan(-3);
  });

  it('is drawn about ten times a second, not sixty', () => {
    const { minimap, canvas } = map();
    for (let now = 1000; now < 2000; now += 16) minimap.update(now);
    expect(canvas.draws.mock.calls.length).toBeGreaterThan(7);
    expect(canvas.draws.mock.calls.length).toBeLessThanOrEqual(12);
  });

  it('on a phone grows at the first touch, and leads at the second', () => {
    media.add('(max-width: 720px)');
    const { minimap, go, click, root } = map();
    minimap.update(1000);
    click(100, 100);
    expect(go).not.toHaveBeenCalled();
    expect(root.classList.contains('large')).toBe(true);
    click(100, 100);
    expect(go).toHaveBeenCalledOnce();
    expect(root.classList.contains('large')).toBe(false);
  });

  it('shrinks when asked to, and says whether there was anything to shrink', () => {
    const { minimap, grow } = map();
    expect(minimap.shrink()).toBe(false);
    grow.click();
    expect(minimap.shrink()).toBe(true);
    expect(minimap.shrink()).toBe(false);
  });

  it('has a button that says what it does now', () => {
    const { grow } = map();
    expect(grow.getAttribute('aria-label')).toBe(en['map.grow']);
    grow.click();
    expect(grow.getAttribute('aria-label')).toBe(en['map.shrink']);
  });

  it('also after a change of language', () => {
    const { grow, root } = map();
    page.body.append(root);
    grow.click();
    setLang('zh-CN');
    setLang('en');
    expect(grow.getAttribute('aria-label')).toBe(en['map.shrink']);
  });
});
