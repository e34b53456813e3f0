import { beforeEach, describe, expect, it } from 'vitest';

import { authorsOf, listed, needsWork, newest, stateOf } from '@/exhibits/listing';
import { setLang } from '@/i18n';

import { exhibit, placement, revision } from '../make';

beforeEach(() => setLang('zh-CN'));

const PUMP = exhibit('pump', { title: { zh: '离心泵', en: 'Centrifugal pump' }, published: 1 });
const CAR = exhibit('car', {
  title: { zh: '配送车', en: 'Delivery vehicle' }, card: { maker: { zh: '驭风智行', en: 'Yufeng' } }, published: 1,
  revisions: [revision(2, { bytes_l0: 9000 }), revision(1)],
});
const CHIP = exhibit('chip', { title: { zh: '芯片 10', en: 'Chip 10' }, revisions: [revision(1, { at: 9000 })] });
const CHIP2 = exhibit('chip2', { title: { zh: '芯片 9', en: 'Chip 9' } });
const ids = (text: string, filter: 'all' | 'published' | 'draft' = 'all', order: 'newest' | 'title' | 'largest' = 'newest'): string[] =>
  listed([PUMP, CAR, CHIP, CHIP2], { text, filter, order }).map(({ id }) => id);

describe('listing', () => {
  it('tells drafts, published ones and those with a newer draft', () => {
    expect([PUMP, CAR, CHIP].map(stateOf)).toEqual(['published', 'newer', 'draft']);
    expect([newest(CAR)?.number, newest(exhibit('none', { revisions: [], latest: 0 }))]).toEqual([2, null]);
  });

  it('finds by every word, in both languages, maker and file', () => {
    expect(ids('离心')).toEqual(['pump']);
    expect(ids('YUFENG vehicle')).toEqual(['car']);
    expect(ids('a.glb pump')).toEqual(['pump']);
    expect(ids('  ')).toHaveLength(4);
    expect(ids('nothing')).toEqual([]);
  });

  it('filters by what visitors see', () => {
    expect(ids('', 'published').sort()).toEqual(['car', 'pump']);
    expect(ids('', 'draft').sort()).toEqual(['car', 'chip', 'chip2']);
  });

  it('orders by time, title or size', () => {
    expect(ids('')[0]).toBe('chip');
    expect(ids('芯片', 'all', 'title')).toEqual(['chip2', 'chip']);
    expect(ids('', 'all', 'largest')[0]).toBe('car');
  });

  it('finds what needs work, stands nowhere, stands in a hall or came from somebody', () => {
    const held = exhibit('held', { published: 1, revisions: [revision(1, { author: 'a_1', blocked: [{ level: 3, findings: [] }] })], placements: [placement('gallery', 'n')] });
    const all = [PUMP, CAR, held];
    const found = (more: object): string[] => listed(all, { text: '', filter: 'all', order: 'title', ...more }).map(({ id }) => id).sort();
    expect(all.map(needsWork)).toEqual([false, true, true]);
    expect(found({ filter: 'work' })).toEqual(['car', 'held']);
    expect(found({ filter: 'unplaced' })).toEqual(['car', 'pump']);
    expect(found({ hall: 'gallery' })).toEqual(['held']);
    expect(found({ author: 'a_1' })).toEqual(['held']);
    expect(authorsOf(all).map(({ id }) => id).sort()).toEqual(['a_1', 'operator']);
  });
});
