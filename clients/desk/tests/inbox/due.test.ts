import { beforeEach, describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { haste, left } from '@/inbox/due';

const NOW = 1_800_000_000;
const HOUR = 3600;
beforeEach(() => setLang('zh-CN'));

describe('what is due', () => {
  it.each([[-1, 'late'], [0, 'late'], [HOUR, 'soon'], [25 * HOUR, 'later']] as const)('%s seconds from now is %s', (seconds, said) => {
    expect(haste(NOW + seconds, NOW)).toBe(said);
  });

  it('is told in the reader’s words', () => {
    expect([left(NOW + 2 * HOUR, NOW), left(NOW - 2 * HOUR, NOW), left(NOW + 10, NOW)]).toEqual(['2 小时后到期', '已到期（2 小时前）', '1 分钟后到期']);
    setLang('en');
    expect([left(NOW + 3 * 24 * HOUR, NOW), left(NOW - 60, NOW)]).toEqual(['Due in 3 days', 'Due 1 minute ago']);
  });

  it('is a date when it is far', () => {
    expect(left(NOW + 30 * 24 * HOUR, NOW)).toContain('2027');
  });
});
