import { expect, it, vi } from 'vitest';

import { fillIn, prefillOf } from '@/apply/prefill';

const mark = (values: unknown): string => `#prefill=${encodeURIComponent(JSON.stringify(values))}`;

function store(text: string | null) {
  let kept = text;
  return { getItem: () => kept, removeItem: () => void (kept = null) };
}

it('takes the fields that a form may begin with, and no others', () => {
  expect(prefillOf(mark({ name: ' 云帆智能 ', brief: '减速器', industry: '34', wants_booth: true, phone: '13800000000' })))
    .toEqual({ name: '云帆智能', brief: '减速器', industry: '34', wants_booth: true });
  expect(prefillOf(mark({ name: 5, industry: '机器人', wants_booth: 'yes' }))).toEqual({});
});

it.each(['', '#entry', '#prefill=', '#prefill=%E0%A4', '#prefill=null'])('%s brings nothing', (hash) => expect(prefillOf(hash)).toEqual({}));

it('fills empty fields alone, and only once', () => {
  const kept = store(JSON.stringify({ name: '云帆', brief: '减速器', wants_booth: true })), set = vi.fn();
  fillIn({ name: '别的名字', brief: '', wants_booth: false }, set, kept);
  fillIn({}, set, kept);
  expect(set.mock.calls).toEqual([['brief', '减速器'], ['wants_booth', true]]);
});
