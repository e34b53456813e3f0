import { describe, expect, it } from 'vitest';

import type { Setting } from '@/api/site';
import { isMeant, sent, shown, waits } from '@/settings/shape';

const setting = (more: Partial<Setting>): Setting => ({
  name: 'capacity', area: 'crowd', zh: '人数上限', en: 'people in a room', kind: 'whole', choices: [], default: 300, value: 300, next: 300,
  source: 'default', secret: false, is_set: false, fixed: false, live: true, variable: 'LINGJING_CAPACITY', ...more,
});

describe('a setting in a form', () => {
  it('shows what will be in force, and its default where nothing is', () => {
    expect(shown(setting({ next: 7 }))).toBe('7');
    expect(shown(setting({ next: null }))).toBe('300');
    expect(shown(setting({ kind: 'flag', next: true }))).toBe(true);
    expect(shown(setting({ kind: 'list', next: ['a', 'b'] }))).toBe('a, b');
  });

  it('is sent as its kind, or as it was typed when that makes no sense', () => {
    expect(sent(setting({}), ' 12 ')).toBe(12);
    expect(sent(setting({}), 'twelve')).toBe('twelve');
    expect(sent(setting({ kind: 'real' }), '1.5')).toBe(1.5);
    expect(sent(setting({ kind: 'flag' }), true)).toBe(true);
    expect(sent(setting({ kind: 'list' }), 'https://a，https://b')).toEqual(['https://a', 'https://b']);
    expect(sent(setting({ kind: 'text' }), '007')).toBe('007');
  });

  it('is found by name and by meaning', () => {
    expect(['CAPA', '人数', 'room', ' lingjing_cap '].every((text) => isMeant(setting({}), text))).toBe(true);
    expect(isMeant(setting({}), 'mail')).toBe(false);
  });

  it('waits for a restart when what is in force is not what was set', () => {
    expect([waits(setting({})), waits(setting({ next: 7 }))]).toEqual([false, true]);
  });
});
