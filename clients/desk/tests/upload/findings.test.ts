import { describe, expect, it } from 'vitest';

import { asText, grouped } from '@/upload/findings';

import { finding } from '../make';

describe('findings', () => {
  it('gathers places of one kind, errors first', () => {
    const groups = grouped([finding('UNUSED', '/a', 'warning'), finding('BAD', '/b'), finding('BAD', '/c')]);
    expect(groups.map(({ code, pointers }) => [code, pointers])).toEqual([['BAD', ['/b', '/c']], ['UNUSED', ['/a']]]);
  });

  it('makes lines to send on', () => {
    expect(asText('a.glb', [finding('BAD', '/b'), finding('WORSE')]))
      .toBe('a.glb\nerror\tBAD\t/b\tabout BAD\nerror\tWORSE\t/\tabout WORSE');
  });
});
