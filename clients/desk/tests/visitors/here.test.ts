import { describe, expect, test } from 'vitest';

import type { HallHere, Here } from '@/api/visitors';
import { found, placeOf, rowsOf } from '@/visitors/here';

const person = (name: string, more: Partial<Here> = {}): Here => ({
  connection: `c-${name}`, slot: 0, room: 0, name, role: 'visitor', account: '', position: [0, 0, 0], muted: false,
  hidden: false, editing: false, address_hint: '', since: 0, lang: 'en', may: true, ...more,
});
const HALLS: HallHere[] = [
  { hall: 'gallery', name: { zh: '展厅', en: 'Gallery' }, people: [person('Zoë'), person('Bob', { role: 'host' })] },
  { hall: 'annex', name: { zh: '副馆', en: 'Annex' }, people: [person('')] },
];
const names = (words: string, hall = ''): string[] =>
  found(rowsOf(HALLS), words, hall, (role) => (role === 'host' ? '主持人' : '访客')).map(({ connection }) => connection);

describe('who is here', () => {
  test('everybody of every hall, each with the hall', () => {
    expect(rowsOf(HALLS).map(({ hall }) => hall)).toEqual(['gallery', 'gallery', 'annex']);
  });
  test('is found by name, role and hall, whatever the case', () => {
    expect(names(' zoë ')).toEqual(['c-Zoë']);
    expect(names('主持')).toEqual(['c-Bob']);
    expect(names('ANNEX')).toEqual(['c-']);
    expect(names('', 'gallery')).toEqual(['c-Zoë', 'c-Bob']);
    expect(names('nobody')).toEqual([]);
  });
  test('stands somewhere, never at minus nought', () => {
    expect(placeOf({ position: [-0.3, 1, 12.6] })).toBe('0, 13');
  });
});
