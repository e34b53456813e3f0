import { page, TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { showPlain } from '../../src/plain/page';
import type { SceneNode } from '../../src/world/scene';
import { hall, node } from '../make';

const pen = new Proxy({}, { get: (_, name) => () => (name === 'createLinearGradient' ? { addColorStop: () => undefined } : undefined), set: () => true });

class Canvas extends TinyElement {
  getContext(): unknown { return pen; }
}

/** Pictures that come into sight when the test says so. */
const sights: (() => void)[] = [];

class Sight {
  constructor(private readonly seen: (entries: { isIntersecting: boolean }[], self: Sight) => void) { /* Kept. */ }
  observe(): void { sights.push(() => this.seen([{ isIntersecting: true }], this)); }
  disconnect(): void { /* One look is enough. */ }
}

const words = (chinese: string, english: string) => ({ zh: chinese, en: english });
const model = (asset: string): SceneNode['model'] => ({
  levels: [{ asset: 'fine', bytes: 9e6, triangles: 9e5, error: 0 }, { asset, bytes: 900, triangles: 90, error: 0.1 }],
  bounds: { min: [0, 0, 0], max: [1, 1, 1] }, color: [1, 1, 1], clips: [], variants: [], parts: 1, role: 'exhibit',
});

const PARK = {
  name: words('灵境产业园', 'Lingjing Park'), start: 'grounds', contact: words('电话 1', 'Phone 1'),
  halls: [
    { id: 'attic', name: words('阁楼', 'Attic'), kind: 'indoor', state: 'closed' },
    { id: 'gallery', name: words('展馆', 'Gallery'), kind: 'indoor', state: 'open' },
    { id: 'empty', name: words('空厅', 'Empty hall'), kind: 'indoor', state: 'open' },
  ],
};
const EXHIBIT = node({
  kind: 'exhibit', name: words('泵', 'Pump'), model: model('coarse'),
  card: { title: words('离心泵', 'Centrifugal <b>pump</b>'), text: words('输送液体。', 'Moves liquids.'), facts: [{ label: words('流量', 'Flow'), value: words('50', '50') }] },
});

const COMPANY_ROW = {
  id: 'e_1', name: '云帆装备', name_en: 'Yunfan', industry: '34', industry_name: words('设备', 'Equipment'), brief: words('装配线', 'Assembly lines'),
  website: 'javascript:alert(1)', logo: null, booth: { hall: 'gallery', node: 'a', name: words('A-01 展位', 'Booth A-01') }, since: 1,
};
const UNIT_ROW = {
  hall: 'gallery', unit: 'u', no: 'F-1', name: '一层', name_en: 'Ground floor', use: 'office', area: 1200, rent: 4250, since: '2020-01-01', floor_load: 5, power: 0,
  height: 0, terms: words('押二', 'Two months down'), size: [1, 1, 1], status: 'free', held_until: null, hold: null,
};

/** A park that answers; `broken` makes the network fail. */
function serve(broken = false): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    if (broken) return Promise.reject(new TypeError('network'));
    if (path.startsWith('/api/v1/companies')) return Promise.resolve(new Response(JSON.stringify({ companies: [COMPANY_ROW] })));
    if (path.startsWith('/api/v1/units')) return Promise.resolve(new Response(JSON.stringify({ units: [UNIT_ROW], hold_days: 7 })));
    const id = /halls\/(\w+)\/scene/.exec(path)?.[1];
    const scene = { hall: hall({ id: id ?? '' }), nodes: id === 'gallery' ? { pump: EXHIBIT } : {} };
    return Promise.resolve(new Response(JSON.stringify(id ? scene : PARK)));
  });
  return asked;
}

const shown = (): TinyElement => page.body.querySelector('.plain-page')!;
const press = (label: string): void => shown().querySelectorAll('button').find((one) => one.textContent === label)!.click();
/** Wait until the page says this. */
const says = (said: string): Promise<void> => vi.waitFor(() => expect(shown().textContent).toContain(said));

beforeEach(() => {
  vi.restoreAllMocks();
  page.body.replaceChildren();
  sights.length = 0;
  const create = page.createElement.bind(page);
  vi.spyOn(page, 'createElement').mockImplementation((tag) => (tag === 'canvas' ? new Canvas(tag) : create(tag)));
  vi.stubGlobal('IntersectionObserver', Sight);
  vi.stubGlobal('Path2D', class { moveTo(): void { /* Not drawn. */ } lineTo(): void { /* Not drawn. */ } closePath(): void { /* Not drawn. */ } });
  setLang('en');
});

describe('the park in words', () => {
  it('says what is in the hall asked for, and how to reach somebody', async () => {
    serve();
    await showPlain('gallery');
    for (const said of ['Lingjing Park', 'Centrifugal <b>pump</b>', 'Moves liquids.', 'Flow', 'Phone 1', 'Attic']) {
      expect(shown().textContent).toContain(said);
    }
    expect(shown().querySelectorAll('b').map((one) => one.textContent)).not.toContain('pump');
    expect(page.title).toBe('Lingjing Park');
  });

  it('shows an open hall when that one is not there', async () => {
    const asked = serve();
    await showPlain('nowhere');
    expect(asked).toContain('/api/v1/halls/gallery/scene');
  });

  it('leads to another hall, and says when there is nothing in it', async () => {
    serve();
    await showPlain('gallery');
    press('Empty hall');
    await says(en['plain.empty']);
    expect(shown().textContent).not.toContain('Moves liquids.');
  });

  it('changes its language', async () => {
    serve();
    await showPlain('gallery');
    press('中文');
    await says('离心泵');
    expect(shown().textContent).toContain(zh['plain.halls']);
    expect(page.documentElement.lang).toBe('zh-CN');
  });

  it('lists who is there, and what is to let', async () => {
    serve();
    await showPlain('gallery');
    for (const said of ['Yunfan', '云帆装备', 'Gallery · Booth A-01', 'Assembly lines', 'Office F-1', 'Ground floor · Gallery', '1,200 m²', '¥42.5/m²/month', 'Two months down', '1 in all, 1 free']) {
      expect(shown().textContent).toContain(said);
    }
    expect(shown().querySelectorAll('a').map((one) => one.getAttribute('href'))).toEqual(['/guide', '/desk/apply?lang=en', '/verify?lang=en']);
  });

  it('fetches a picture when it comes into sight, the small one, and stands without it', async () => {
    const asked = serve();
    await showPlain('gallery');
    expect(asked.filter((path) => path.startsWith('/assets'))).toEqual([]);
    for (const look of sights) look();
    expect(asked.filter((path) => path.startsWith('/assets'))).toEqual(['/assets/coarse']);
  });

  it('says when the park cannot be read, and tries again', async () => {
    serve(true);
    await showPlain('gallery');
    expect(shown().textContent).toContain(en['plain.failed']);
    serve();
    press(en['plain.retry']);
    await says('Lingjing Park');
  });
});
