import { expect, it } from 'vitest';

import { find, isFound } from '@/apply/form/industries';

const SOFTWARE = { code: '65', label: { zh: '软件和信息技术服务业', en: 'Software and IT services' }, section: 'I', section_label: { zh: '信息传输、软件和信息技术服务业', en: 'Information' } };

it.each([['', true], ['软件', true], ['65', true], ['I65', true], ['software it', true], ['信息传输', true], ['餐饮', false], ['软件 餐饮', false]])('%s', (typed, found) => {
  expect(isFound(SOFTWARE, typed)).toBe(found);
});

it('puts what is called so before what lies in a section that is called so', () => {
  const other = { ...SOFTWARE, code: '63', label: { zh: '电信', en: 'Telecommunication' } };
  expect(find([other, SOFTWARE], '软件').map(({ code }) => code)).toEqual(['65', '63']);
});
