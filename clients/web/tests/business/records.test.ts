import '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Refusal, send } from '../../src/business/api';
import { Records } from '../../src/business/records';
import { setLang } from '../../src/i18n';
import { NO_WISH } from '../../src/business/units-pane';
import { UNIT } from './samples';

const FILLED = { name: '王工', phone: '13800138000', email: '', company: '', wish: '看场地', consent: '3' };

function records(answer: unknown, csrf: string | null = null) {
  const asked = vi.fn((_method: string, _path: string, _body?: unknown, _headers?: Record<string, string>) => Promise.resolve(answer));
  return { asked, records: new Records(asked, () => Promise.resolve(csrf)) };
}

beforeEach(() => {
  setLang('zh-CN');
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) });
});

describe('what the park is asked', () => {
  it('is about companies by words and division', async () => {
    const { asked, records: book } = records({ companies: [{ id: 'e_1', name: '云帆', name_en: '', industry: '34', industry_name: { zh: '设备', en: 'Equipment' }, brief: { zh: '', en: '' }, website: '', logo: null, booth: null, since: null }] });
    const [company] = await book.companies('云帆', '34');
    expect(asked.mock.calls[0]![1]).toBe(`/companies?limit=200&q=${encodeURIComponent('云帆')}&industry=34`);
    expect(company).toMatchObject({ name: { zh: '云帆', en: '' }, division: '34', since: 0, proof: null });
  });

  it('is about units in fen, though one types yuan', async () => {
    const { asked, records: book } = records({ units: [{ unit: 'a', since: '2027-01-01', size: [1, 2, 3], hall: 'grounds', name: '实验室', name_en: 'Lab', hold: { id: 'h_1', mine: true } }], hold_days: 5 });
    const [unit] = await book.units({ ...NO_WISH, use: 'lab', maxRent: 68.5, minArea: 300, by: '2027-03-01', free: true });
    expect(asked.mock.calls[0]![1]).toBe('/units?use=lab&min_area=300&max_rent=6850&from=2027-03-01&status=free');
    expect(unit).toMatchObject({ node: 'a', from: '2027-01-01', name: { zh: '实验室', en: 'Lab' }, mine: 'h_1' });
    expect([await book.holdDays(), asked.mock.calls.length]).toEqual([5, 1]);
  });

  it('carries consent with its version, where it came from, and a key that counts it once', async () => {
    const { asked, records: book } = records({ token: 'receipt' }, 'proof');
    expect(await book.lead(FILLED, { kind: 'booth', ref: 'e_1' })).toBe('receipt');
    const [method, path, body, headers] = asked.mock.calls[0]!;
    expect([method, path, body]).toEqual(['POST', '/leads', {
      name: '王工', phone: '13800138000', email: '', company: '', wants: '看场地', source: { kind: 'booth', ref: 'e_1' }, consent: { version: 3 }, lang: 'zh-CN',
    }]);
    expect(headers).toEqual({ 'Idempotency-Key': '07'.repeat(16), 'X-CSRF-Token': 'proof' });
  });

  it('holds a unit, and shows no proof for a visitor who has none', async () => {
    const { asked, records: book } = records({ id: 'h_1', until: 5 });
    expect(await book.hold(UNIT)).toEqual({ id: 'h_1', until: 5 });
    expect([asked.mock.calls[0]![1], 'X-CSRF-Token' in asked.mock.calls[0]![3]!]).toEqual(['/units/grounds/unit-y-201/holds', false]);
  });

  it('says for how long a hold lasts, and asks for it once', async () => {
    const { asked, records: book } = records({ units: [], hold_days: 9 });
    expect([await book.holdDays(), await book.holdDays(), asked.mock.calls.length]).toEqual([9, 9, 1]);
  });

  it('gives a hold back as who one is', async () => {
    const { asked, records: book } = records(null, 'proof');
    await book.release('h_1');
    expect(asked.mock.calls[0]).toEqual(['DELETE', '/holds/h_1', undefined, expect.objectContaining({ 'X-CSRF-Token': 'proof' })]);
  });

  it('tells a session from half the way to one', async () => {
    expect(await records({ csrf: 'x', id: 'a_1' }).records.prove('a@b.cn', '1', '王', '')).toBe(true);
    expect(await records({ step: 's', methods: ['totp'] }).records.prove('a@b.cn', '1', '王', '')).toBe(false);
  });
});

describe('an answer', () => {
  const answers = (status: number, body: unknown) => vi.stubGlobal('fetch', () => Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) }));

  it('is what the park says', async () => {
    answers(200, { a: 1 });
    expect(await send('GET', '/x')).toEqual({ a: 1 });
    answers(204, null);
    expect(await send('DELETE', '/x')).toBeNull();
  });

  it('is a refusal with its code and details', async () => {
    answers(422, { code: 'invalid', message: '有误', details: [{ pointer: '/name', code: 'missing', message: '' }] });
    const refusal = await send('POST', '/x', {}).catch((error: unknown) => error) as Refusal;
    expect([refusal.status, refusal.code, refusal.details[0]!.pointer]).toEqual([422, 'invalid', '/name']);
  });

  it('is a refusal too when the line is cut, or nobody can read it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    await expect(send('GET', '/x')).rejects.toMatchObject({ status: 0, code: 'offline' });
    vi.stubGlobal('fetch', () => Promise.resolve({ ok: false, status: 502, json: () => Promise.reject(new SyntaxError('no JSON')) }));
    await expect(send('GET', '/x')).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });
});
