import { Group, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { createFrame } from '../../src/stage/frame';
import { HIGH } from '../../src/stage/quality';
import type { Entry } from '../../src/stage/view/sceneview';
import { boothPlates, boothTexts } from '../../src/text3d/booths';
import type { BoothTenant } from '../../src/world/scene';
import { node } from '../make';

const BOOTH = { no: 'A-01', width: 6, depth: 4.4, height: 3.2, triangles: 1, texture_bytes: 1 };
const YUNFAN: BoothTenant = {
  enterprise: 'e_1', name: { zh: '云帆', en: 'Yunfan' }, brief: { zh: '装备', en: 'Equipment' }, logo: null, since: 1,
};
const entry = (tenant: BoothTenant | null): Entry => ({ id: 'a', node: node({ kind: 'booth', booth: BOOTH, tenant }), group: new Group(), model: null });
const wordsOf = (tenant: BoothTenant | null, lang: 'zh-CN' | 'en'): string[] => [...boothTexts(entry(tenant), lang)].map(({ words }) => words);

describe('the sign of a booth', () => {
  it('says softly that it is free, with its number', () => {
    expect(wordsOf(null, 'zh-CN')).toEqual(['可入驻 · 展位 A-01']);
    expect(wordsOf(null, 'en')).toEqual(['Available · Booth A-01']);
  });

  it('names the company over the front, in both languages on the wall, and keeps the number', () => {
    expect(wordsOf(YUNFAN, 'zh-CN')).toEqual(['云帆', '云帆', 'Yunfan', 'A-01', '装备']);
    expect(wordsOf(YUNFAN, 'en')).toEqual(['Yunfan', 'Yunfan', '云帆', 'A-01', 'Equipment']);
  });

  it('says a name once that is the same in both, and nothing where there is no brief', () => {
    const plain = { ...YUNFAN, name: { zh: 'ABB', en: 'ABB' }, brief: { zh: '', en: '' } };
    expect(wordsOf(plain, 'zh-CN')).toEqual(['ABB', 'ABB', 'A-01']);
    expect(wordsOf({ ...YUNFAN, name: { zh: '云帆', en: '' } }, 'en')).toContain('云帆');
  });

  it('faces the open side, and leaves room for a logo', () => {
    const [front] = boothTexts(entry(YUNFAN), 'zh-CN');
    expect(new Vector3().setFromMatrixPosition(front!.matrix).z).toBeGreaterThan(2);
    const fit = (logo: string | null): number => [...boothTexts(entry({ ...YUNFAN, logo }), 'zh-CN')][1]!.fit!;
    expect(fit('f00d')).toBeLessThan(fit(null));
  });

  it('shortens a brief that would cover the wall', () => {
    const long = wordsOf({ ...YUNFAN, brief: { zh: '长'.repeat(300), en: '' } }, 'zh-CN').at(-1)!;
    expect([long.length < 60, long.endsWith('…')]).toEqual([true, true]);
  });
});

describe('names over booths far away', () => {
  const seen = (z: number, tenant: BoothTenant | null) => boothPlates([entry(tenant)], { ...createFrame(HIGH), eye: new Vector3(0, 1.6, z) });

  it('hang where the sign cannot be read, and nowhere else', () => {
    expect(seen(5, YUNFAN)).toEqual([]);
    expect(seen(30, YUNFAN).map(({ text }) => text)).toEqual(['云帆']);
    expect(seen(200, YUNFAN)).toEqual([]);
    expect(seen(30, null)).toEqual([]);
  });
});
