import { afterEach, describe, expect, it, vi } from 'vitest';

import { bytes, deviceName, isAddress, text } from '@/account/credential';
import { deviceOf, kindOf } from '@/account/devices';
import { keepErrand, safe, takeErrand } from '@/account/errand';
import { grouped, isWholeCode } from '@/account/pair-code';
import { rolesInWords } from '@/account/roles';
import { strengthOf } from '@/account/strength';
import { setLang } from '@/i18n';

afterEach(() => vi.unstubAllGlobals());

describe('a credential', () => {
  it('carries bytes as base64url, without padding', () => {
    const data = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(Array.from(bytes(text(data.buffer)))).toEqual(Array.from(data));
    expect(text(Uint8Array.of(255, 254).buffer)).toBe('__4');
  });

  it('cannot belong to an address', () => {
    expect(['127.0.0.1', '[::1]', 'localhost', 'park.example', '1.example'].map(isAddress)).toEqual([true, true, false, false, false]);
  });

  it('is called by the device that it is made on', () => {
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)')).toBe('iPhone');
    expect(deviceName('something')).toBe('Passkey');
  });
});

describe('a browser', () => {
  it('is told by device and program', () => {
    const quest = 'Mozilla/5.0 (X11; Linux x86_64; Quest 3) AppleWebKit/537.36 OculusBrowser/35.0 Chrome/126.0 VR Safari/537.36';
    expect([deviceOf(quest), kindOf(quest)]).toEqual(['Meta Quest 3 · Meta Browser', 'headset']);
    const phone = 'Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537.36 MicroMessenger/8.0';
    expect([deviceOf(phone), kindOf(phone)]).toEqual(['Android · WeChat', 'phone']);
    expect([deviceOf('curl/8'), deviceOf(''), kindOf('curl/8')]).toEqual(['curl/8', '—', 'laptop']);
  });
});

describe('an errand', () => {
  it('is taken once, and leads to pages of the desk alone', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      setItem: (key: string, value: string) => kept.set(key, value), getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => kept.delete(key),
    });
    keepErrand({ purpose: 'link', back: '/account' });
    expect(takeErrand()).toEqual({ purpose: 'link', back: '/account' });
    expect(takeErrand()).toEqual({ purpose: 'sign_in', back: '/' });
    expect(['//evil.example', '/\\evil.example', 'https://evil.example', '/oidc', '/live?x=1'].map(safe)).toEqual(['/', '/', '/', '/', '/live?x=1']);
  });
});

describe('a pairing code', () => {
  it('is put into two groups however it is typed', () => {
    expect(['bcdf', 'bcdf g', 'bcdfghjk', 'BCDF-GHJKLM', '1b2c'].map(grouped)).toEqual(['BCDF', 'BCDF-G', 'BCDF-GHJK', 'BCDF-GHJK', 'BC']);
    expect([isWholeCode('BCDF-GHJ'), isWholeCode('BCDF-GHJK')]).toEqual([false, true]);
  });
});

it('names each role once', () => {
  setLang('zh-CN');
  const grant = (role: 'manager' | 'host', hall = ''): { role: 'manager' | 'host'; hall: string; enterprise: string } => ({ role, hall, enterprise: '' });
  expect(rolesInWords([grant('manager'), grant('host', 'a'), grant('host', 'b')])).toBe('园区经理、主持人');
  expect(rolesInWords([])).toBe('访客');
});

describe('a password', () => {
  it.each([
    ['', 0], ['abc', 1], ['password1234', 1], ['1234567890', 1], ['qwertyuiop', 1], ['aaaaaaaaaaaaaaa', 1], ['lingjing2026', 1],
    ['blue kettle sings', 4], ['园区的樱花树开了满坡', 4], ['x7#Kq9!vLm2$', 4],
  ])('%s is worth %d', (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });

  it('is worth little when it is made of what is known', () => {
    expect(strengthOf('wangxiaoming', ['wangxiaoming'])).toBe(1);
  });
});
