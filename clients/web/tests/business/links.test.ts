import { expect, it } from 'vitest';

import { linkOf, placePath, withoutLink } from '../../src/business/links';

it('reads what an address asks for', () => {
  expect(linkOf('?company=e_00ff')).toEqual({ what: 'company', id: 'e_00ff' });
  expect(linkOf('?lang=en&unit=unit-y-201')).toEqual({ what: 'unit', id: 'unit-y-201' });
  expect(linkOf('?show=units')).toEqual({ what: 'list', list: 'units' });
  expect(linkOf('?show=visit&day=2026-12-02')).toEqual({ what: 'list', list: 'visit', day: '2026-12-02' });
  expect(linkOf('?show=visit&day=soon')).toEqual({ what: 'list', list: 'visit' });
});

it.each(['', '?company=', '?company=<b>', '?unit=../x', '?show=everything'])('asks for nothing by %s', (search) => {
  expect(linkOf(search)).toBeNull();
});

it('leaves the rest of an address alone', () => {
  expect(withoutLink('?company=e_1&lang=en')).toBe('?lang=en');
  expect(withoutLink('?show=units')).toBe('');
});

it('makes addresses that it reads', () => {
  const { search } = new URL(placePath('street', 'company', 'e_00ff'), 'http://park.example');
  expect(linkOf(search)).toEqual({ what: 'company', id: 'e_00ff' });
});
