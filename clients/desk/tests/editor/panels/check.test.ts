import { beforeEach, describe, expect, it } from 'vitest';

import { faultsOf, shapeAt, wordsOfFault } from '@/editor/panels/check';
import { COMPONENTS, KINDS, REQUIRED } from '@/editor/printed';
import { newNode, type Plain } from '@/editor/panels/kinds';
import { setLang } from '@/i18n';

beforeEach(() => setLang('zh-CN'));
const codes = (kind: Parameters<typeof shapeAt>[0], path: string, value: unknown): string[] =>
  faultsOf(shapeAt(kind, path)!, value).map(({ code, at }) => `${code}${at}`);

describe('what the park takes', () => {
  it('is found for every depth', () => {
    expect(shapeAt('text', 'text/size')).toMatchObject({ type: 'number', min: 0.01, max: 100 });
    expect(shapeAt('light', 'light/range')).toMatchObject({ nullable: true });
    expect(shapeAt('hall', 'environment/ambient/intensity')).toMatchObject({ type: 'number' });
    expect(shapeAt('seat', 'text/size')).toBeNull();
  });

  it('is told from what it does not', () => {
    expect(codes('text', 'text/size', 0.3)).toEqual([]);
    expect(codes('text', 'text/size', 0)).toEqual(['out_of_range']);
    expect(codes('text', 'text/size', NaN)).toEqual(['not_a_number']);
    expect(codes('group', 'translation', [0, 9000, 0])).toEqual(['out_of_range/1']);
    expect(codes('group', 'translation', [0, 1])).toEqual(['wrong_length']);
    expect(codes('group', 'name', { zh: '组' })).toEqual(['missing/en']);
    expect(codes('group', 'name', { zh: '字'.repeat(201), en: '' })).toEqual(['wrong_length/zh']);
    expect(codes('light', 'light/type', 'laser')).toEqual(['not_a_choice']);
    expect(codes('portal', 'portal/hall', 'No Spaces')).toEqual(['bad_id']);
    expect(codes('hall', 'capacity', 1.5)).toEqual(['not_an_integer']);
    expect(codes('light', 'light/range', null)).toEqual([]);
  });

  it('counts characters as the server does', () => expect(codes('text', 'text/zh', '𠮷'.repeat(400))).toEqual([]));

  it('is said in the server’s words', () => {
    const [fault] = faultsOf(shapeAt('text', 'text/size')!, 200);
    expect(wordsOfFault(fault!)).toBe('超出允许范围 (0.01..100)');
    setLang('en');
    expect(wordsOfFault(fault!)).toBe('This is outside what is allowed (0.01..100)');
  });

  it.each<Plain>(['text', 'sign', 'board', 'light', 'seat', 'spawn', 'plinth', 'group', 'booth'])('takes a new %s as it is made', (kind) => {
    const { node } = newNode(kind);
    for (const key of ['kind', 'name', ...REQUIRED[node.kind]]) expect(node).toHaveProperty(key);
    for (const [key, value] of Object.entries(node)) expect(faultsOf(shapeAt(node.kind, key)!, value)).toEqual([]);
  });

  it('takes a new portal once it leads somewhere', () => {
    const { node } = newNode('portal');
    expect(codes('portal', 'portal', node.portal)).toEqual(['bad_id/hall']);
    expect(codes('portal', 'portal', { ...node.portal, hall: 'annex' })).toEqual([]);
  });

  it('is known for every kind', () => expect(Object.keys(COMPONENTS)).toEqual([...KINDS]));
});
