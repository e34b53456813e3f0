import '../tiny-dom';
import type { TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { freeBoothCard, serviceCard } from '../../src/business/booth-card';
import { companyCard, websiteOf } from '../../src/business/company-card';
import { letterOf, logoOf } from '../../src/business/logo';
import type { PaneContent } from '../../src/business/pane';
import { unitCard } from '../../src/business/unit-card';
import { fromWords } from '../../src/business/units-pane';
import { setLang } from '../../src/i18n';
import { COMPANY, UNIT } from './samples';

const textOf = ({ title, body, foot = [] }: PaneContent): string => [title, ...[...body, ...foot].map(({ textContent }) => textContent)].join(' | ');
const partsOf = ({ body, foot = [] }: PaneContent, selector: string): TinyElement[] =>
  ([...body, ...foot] as unknown as TinyElement[]).flatMap((element) => [element, ...element.below()]).filter((element) => selector.split(' ').every((name) => element.classList.contains(name)));
const companyOptions = () => ({
  hall: () => '企业街', exhibits: [{ id: 'pump', name: { zh: '泵', en: 'Pump' } }], there: false, go: vi.fn(), contact: vi.fn(), visit: vi.fn(), share: vi.fn(), exhibit: vi.fn(),
});
const unitOptions = () => ({ hall: () => '园区', there: false, go: vi.fn(), reserve: vi.fn(), release: vi.fn(), contact: vi.fn(), visit: vi.fn() });

beforeEach(() => setLang('zh-CN'));

describe('the card of a company', () => {
  it('says what it does, where it stands, whether the park vouches for it, what it shows', () => {
    const options = companyOptions(), card = companyCard(COMPANY, options);
    for (const words of ['云帆', 'Yunfan', '通用设备制造业', '企业街 · A-01 展位', '柔性装配线', '有效', 'RZ2026-0FUN', 'yunfan.example', '泵']) expect(textOf(card)).toContain(words);
    expect(partsOf(card, 'proof')[0]!.getAttribute('href')).toBe('/verify/RZ2026-0FUN?lang=zh-CN');
    partsOf(card, 'chip')[0]!.click();
    expect(options.exhibit).toHaveBeenCalledExactlyOnceWith('pump');
  });

  it('leads out only by a click, into a window of its own that knows nothing of this one', () => {
    const [link] = partsOf(companyCard(COMPANY, companyOptions()), 'website');
    expect([link!.getAttribute('target'), link!.getAttribute('href')]).toEqual(['_blank', 'https://yunfan.example/']);
    expect(link!.getAttribute('rel')).toContain('noopener');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ''])('leads nowhere by %s', (website) => {
    expect(partsOf(companyCard({ ...COMPANY, website }, companyOptions()), 'website')).toEqual([]);
  });

  it('leads on whoever stands there already', () => {
    const options = { ...companyOptions(), there: true };
    partsOf(companyCard(COMPANY, options), 'primary')[0]!.click();
    expect([options.contact.mock.calls.length, options.go.mock.calls.length]).toEqual([1, 0]);
  });

  it('has no way to a booth that is not there', () => {
    const card = companyCard({ ...COMPANY, booth: null, proof: null }, companyOptions());
    expect(partsOf(card, 'primary')).toEqual([]);
    expect(partsOf(card, 'proof')).toEqual([]);
  });
});

it('reads addresses without their beginning', () => {
  expect(websiteOf('yunfan.example')!.href).toBe('https://yunfan.example/');
  expect(websiteOf('http://a b')).toBeNull();
});

describe('a logo', () => {
  it('is a letter of the trade name where there is none', () => {
    expect([letterOf('苏州云帆智能装备有限公司'), letterOf('Deep Blue'), letterOf('苏州')]).toEqual(['云', 'D', '苏']);
    expect((logoOf(COMPANY) as unknown as TinyElement).textContent).toBe('云');
  });

  it('is a letter again when it does not come', () => {
    const box = logoOf({ ...COMPANY, logo: 'f00d' }) as unknown as TinyElement;
    expect(box.querySelector('img')!.getAttribute('src')).toBe('/assets/f00d');
    box.querySelector('img')!.dispatchEvent(new Event('error'));
    expect(box.textContent).toBe('云');
  });
});

describe('the card of a unit', () => {
  it('answers what an investor asks first', () => {
    const options = unitOptions(), card = unitCard(UNIT, options);
    for (const words of ['实验室 Y-201', '可租', '980 m²', '68 元/m²·月', '5 kN/m²', '300 kW', '3.6 m', '66,640 元', '押二付三']) expect(textOf(card)).toContain(words);
    partsOf(card, 'primary')[0]!.click();
    expect(options.reserve).toHaveBeenCalledOnce();
  });

  it('says plainly that somebody holds it, and until when; then only a contact can be left', () => {
    const options = unitOptions(), card = unitCard({ ...UNIT, status: 'held', held_until: 1_795_395_600 }, options);
    expect(textOf(card)).toContain('11月23日 09:00');
    partsOf(card, 'primary')[0]!.click();
    expect([options.reserve.mock.calls.length, options.contact.mock.calls.length]).toEqual([0, 1]);
    expect(textOf(unitCard({ ...UNIT, status: 'let' }, options))).toContain('已经租出');
  });

  it('says to whoever holds it that it is theirs, and takes it back', () => {
    const options = unitOptions(), card = unitCard({ ...UNIT, status: 'held', held_until: 1_795_395_600, mine: 'h_1' }, options);
    expect(textOf(card)).toContain('您已预留');
    expect(textOf(card)).toContain('为您保留到 11月23日 09:00');
    partsOf(card, 'plain').find(({ textContent }) => textContent === '取消预留')!.click();
    expect(options.release).toHaveBeenCalledOnce();
  });

  it('names it in the language of the page', () => {
    setLang('en');
    const card = unitCard(UNIT, unitOptions());
    for (const words of ['West wing laboratory', '¥68/m²/month', '¥66,640']) expect(textOf(card)).toContain(words);
  });

  it('can be moved into at once when its day has come', () => {
    expect(fromWords('2026-01-01', Date.UTC(2026, 10, 20))).toBe('随时');
    expect(fromWords('2027-01-01', Date.UTC(2026, 10, 20))).toBe('2027年1月1日');
  });
});

it('invites into a free booth', () => {
  const booth = { no: 'A-02', width: 6, depth: 4.4, height: 3.2, triangles: 400_000, texture_bytes: 1 };
  const card = freeBoothCard(booth, { go: vi.fn(), contact: vi.fn() });
  expect(textOf(card)).toContain('6 × 4.4 m');
  expect(textOf(card)).toContain('40 万三角面');
  expect(partsOf(card, 'primary')[0]!.getAttribute('href')).toBe('/desk/apply');
});

it('offers at a counter what the park does', () => {
  const options = { companies: vi.fn(), units: vi.fn(), visit: vi.fn(), contact: vi.fn() };
  const card = serviceCard(null, options);
  const rows = partsOf(card, 'service');
  expect(rows.filter(({ tag }) => tag === 'a').map((row) => row.getAttribute('href'))).toEqual(['/desk/apply', '/verify']);
  for (const row of rows) if (row.tag === 'button') row.click();
  expect(Object.values(options).map((fn) => fn.mock.calls.length)).toEqual([1, 1, 1, 1]);
});
