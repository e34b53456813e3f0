import { expect, it } from 'vitest';

import { apart, fromFen, inFen, inYuan, together } from '@/apply/form/capital';

it('takes an amount and its unit apart and puts them together', () => {
  expect(['', '100万元', '1,000,000 元', '人民币５０万', '0.5万元', 'abc'].map(apart)).toEqual([
    { amount: '', unit: '万元' }, { amount: '100', unit: '万元' }, { amount: '1000000', unit: '元' },
    { amount: '50', unit: '万元' }, { amount: '0.5', unit: '万元' }, { amount: 'abc', unit: '元' },
  ]);
  expect([together({ amount: '', unit: '元' }), together({ amount: ' 1,000 ', unit: '万元' })]).toEqual(['', '1000万元']);
});

it('says it in yuan, as long as it is a number', () => {
  expect(inYuan({ amount: '100', unit: '万元' }, 'zh-CN')).toBe('1,000,000');
  expect([inYuan({ amount: '', unit: '元' }, 'en'), inYuan({ amount: '1e9', unit: '元' }, 'en')]).toEqual(['', '']);
});

it('goes to fen and back', () => {
  expect([inFen({ amount: '1.5', unit: '万元' }), inFen({ amount: '0.07', unit: '元' }), inFen({ amount: 'x', unit: '元' })]).toEqual([1_500_000, 7, null]);
  expect([fromFen(100_000_000), fromFen(123_456), fromFen(0)]).toEqual([{ amount: '100', unit: '万元' }, { amount: '1234.56', unit: '元' }, { amount: '0', unit: '元' }]);
});
