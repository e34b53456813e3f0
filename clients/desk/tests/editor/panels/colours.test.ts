import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hexOf, linearOf } from '@/editor/panels/colours';

describe('colours', () => {
  it('come back from linear light as they were', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const hex = `#${value.toString(16).padStart(6, '0')}`;
      expect(hexOf(linearOf(hex)!)).toBe(hex);
    }));
  });

  it('are read in short, and refused when they are none', () => {
    expect(linearOf('#fff')).toEqual([1, 1, 1]);
    expect(linearOf('1f5a41')).not.toBeNull();
    for (const bad of ['', '#12', 'green', '#12345g']) expect(linearOf(bad)).toBeNull();
  });

  it('stay within what a page can show', () => expect(hexOf([9, -1, 0.5, 0.2])).toBe('#ff00bc'));
});
