import { BoxGeometry, Group, Mesh, Sphere, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { HIGH } from '../../src/stage/quality';
import type { Frame } from '../../src/stage/frame';
import type { ModelView } from '../../src/stage/view/model';
import { partPlates } from '../../src/text3d/parts';
import type { Language } from '../../src/world/scene';

/** An exhibit at `x` taken apart so far, with parts in a row above it. */
function exhibit(x: number, explode: number, names: string[]): ModelView {
  const parts = names.map((name, at) => {
    const object = new Group();
    object.add(new Mesh(new BoxGeometry(0.1, 0.1, 0.1)));
    object.position.set(x + at * 0.02, 1, 0);
    object.updateMatrixWorld(true);
    return { name: { zh: name, en: `${name} en` }, object };
  });
  return { explode, placed: { parts }, bounds: () => new Sphere(new Vector3(x, 1, 0), 0.5) } as unknown as ModelView;
}

const frame = (lang: Language = 'zh-CN'): Frame => ({
  dt: 0.016, time: 0, now: 0, eye: new Vector3(0, 1.6, 3), forward: new Vector3(0, 0, -1), pixelsPerRadian: 700,
  quality: HIGH, lang, reducedMotion: false, inHeadset: false, units: null,
});

const named = (models: ModelView[], lang?: Language): string[] => partPlates(models, frame(lang)).map(({ text }) => text);

describe('the names of parts', () => {
  it('are there while a thing is apart, and not while it is together', () => {
    expect(named([exhibit(0, 1, ['盖', '座'])])).toEqual(['盖', '座']);
    expect(named([exhibit(0, 0.2, ['盖', '座'])])).toEqual([]);
    expect(named([])).toEqual([]);
  });

  it('are those of the nearest thing alone, and of none far away', () => {
    expect(named([exhibit(4, 1, ['远']), exhibit(0, 1, ['近'])])).toEqual(['近']);
    expect(named([exhibit(60, 1, ['远'])])).toEqual([]);
  });

  it('name what repeats once, in the visitor\'s language', () => {
    expect(named([exhibit(0, 1, ['行星轮 1', '行星轮 2', '行星轮 13', '齿圈'])])).toEqual(['行星轮', '齿圈']);
    expect(named([exhibit(0, 1, ['盖'])], 'en')).toEqual(['盖 en']);
  });

  it('are few, however many parts there are', () => {
    const many = Array.from({ length: 300 }, (_, i) => `件${String.fromCodePoint(0x4e00 + i)}`);
    expect(named([exhibit(0, 1, many)]).length).toBeLessThanOrEqual(18);
  });

  it('stand above their parts and clear of one another', () => {
    const plates = partPlates([exhibit(0, 1, ['一', '二', '三', '四', '五'])], frame());
    const heights = plates.map(({ place }) => place.y).sort((a, b) => a - b);
    expect(heights[0]).toBeGreaterThan(1.04);
    for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThan(0.03);
  });

  it('fade in with the parting', () => {
    const presence = (explode: number): number => partPlates([exhibit(0, explode, ['盖'])], frame())[0]?.presence ?? 0;
    expect(presence(0.4)).toBeLessThan(presence(0.6));
    expect(presence(1)).toBe(1);
  });
});
