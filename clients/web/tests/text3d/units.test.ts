import { Group, Vector3 } from 'three';
import { expect, it } from 'vitest';

import { createFrame } from '../../src/stage/frame';
import { HIGH } from '../../src/stage/quality';
import type { SceneView } from '../../src/stage/view/sceneview';
import { unitPlates } from '../../src/text3d/units';
import { node } from '../make';

const unit = { no: 'F-101', use: 'office' as const, area: 860.4, rent: 4200, from: '2027-01-01', size: [10, 4, 8] as [number, number, number] };
const group = new Group();
const view = { ofKind: () => [{ id: 'a', node: node({ kind: 'unit', unit, status: 'held' }), group, model: null }] } as unknown as SceneView;
const frame = { ...createFrame(HIGH), eye: new Vector3(0, 1.6, 100) };

it('says number, size and status while units are shown', () => {
  expect(unitPlates(view, frame)).toEqual([]);
  const [plate] = unitPlates(view, { ...frame, units: { chosen: null }, lang: 'zh-CN' });
  expect(plate!.text).toBe('F-101 · 860 m² · 已预留');
  expect(unitPlates(view, { ...frame, units: { chosen: 'a' }, lang: 'en' })[0]!.text).toContain('held');
});

it('can be read from afar, and better when it is looked at', () => {
  const size = (chosen: string | null): number => unitPlates(view, { ...frame, units: { chosen } })[0]!.size;
  expect(size('a')).toBeGreaterThan(size(null));
  expect(size(null)).toBeGreaterThan(0.5);
});
