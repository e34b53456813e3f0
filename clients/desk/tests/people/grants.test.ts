import { describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { choicesOf, grantsOf, grantWords, same } from '@/people/grants';

const grant = (role: 'host' | 'manager' | 'enterprise_owner', hall = '', enterprise = '') => ({ role, hall, enterprise });

describe('roles that somebody has', () => {
  it('come back as they were chosen', () => {
    for (const grants of [[], [grant('manager')], [grant('host', 'a'), grant('host', 'b'), grant('manager')]]) {
      expect(same(grantsOf(choicesOf(grants)), grants)).toBe(true);
    }
  });
  it('are everywhere when they are everywhere and in a hall besides', () => {
    expect(grantsOf(choicesOf([grant('host', 'a'), grant('host')]))).toEqual([grant('host')]);
  });
  it('for enterprises are left as they are', () => {
    const own = grant('enterprise_owner', '', 'e-1');
    expect(grantsOf(choicesOf([own]), [own])).toEqual([own]);
  });
  it('are told apart', () => {
    expect(same([grant('host')], [grant('host', 'a')])).toBe(false);
    expect(same([grant('host'), grant('manager')], [grant('manager'), grant('host')])).toBe(true);
  });
  it('have words', () => {
    setLang('en');
    expect([grantWords(grant('host')), grantWords(grant('host', 'gallery')), grantWords(grant('enterprise_owner', '', 'e-1'))])
      .toEqual(['Host', 'Host in gallery', 'Enterprise owner of e-1']);
    expect(grantWords({ role: 'stranger' })).toBe('stranger');
  });
});
