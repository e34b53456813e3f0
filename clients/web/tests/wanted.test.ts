import { expect, it } from 'vitest';

import { wantedOf, withoutPlace } from '../src/wanted';

it('reads a place and a screen from the address', () => {
  expect(wantedOf('?at=fox-1')).toEqual({ at: 'fox-1', kiosk: false, idle: 60, stay: 12 });
  expect(wantedOf('?kiosk=1&idle=90&stay=20')).toEqual({ at: null, kiosk: true, idle: 90, stay: 20 });
});

it('takes nothing else for a place, nor any number for a time', () => {
  expect(wantedOf('?at=../x').at).toBeNull();
  expect(wantedOf('?kiosk=0').kiosk).toBe(false);
  expect([wantedOf('?idle=1').idle, wantedOf('?idle=x').idle, wantedOf('?stay=1e9').stay]).toEqual([15, 60, 900]);
});

it('forgets the place and keeps the rest', () => {
  expect(withoutPlace('?at=fox')).toBe('');
  expect(withoutPlace('?lang=en&at=fox')).toBe('?lang=en');
});
