import { afterEach, expect, it } from 'vitest';

import { session } from '@/session';
import { home, isAllowed } from '@/shell/home';

afterEach(() => void (session.may = new Set()));

it('begins where one may be, and with one’s own account where there is nothing else', () => {
  expect(home()).toBe('/account');
  session.may = new Set(['exhibit.read', 'figures.read']);
  expect(home()).toBe('/exhibits');
});

it('keeps pages from those who may not see them', () => {
  session.may = new Set(['media.read']);
  expect([isAllowed('media.read'), isAllowed('figures.read'), isAllowed(undefined)]).toEqual([true, false, true]);
});
