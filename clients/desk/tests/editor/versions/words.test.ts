import { beforeEach, describe, expect, it } from 'vitest';

import type { PastEdit } from '@/api/halls';
import { edited, nameOf, subjectOf, summary, told, valueOf } from '@/editor/versions/words';
import { setLang } from '@/i18n';

beforeEach(() => setLang('zh-CN'));
const edit = (more: Partial<PastEdit>): PastEdit => ({ revision: 1, author: 'a', author_name: '', at: 0, note: '', ops: 1, nodes: 1, touched: [], ...more });
const touched = (how: 'added' | 'removed' | 'changed', keys: string[] = [], name = '机械臂'): PastEdit['touched'][number] =>
  ({ node: 'arm', name: { zh: name, en: 'Robot arm' }, kind: 'exhibit', how, keys });

describe('differences in words', () => {
  it('name properties, the nearest that is known', () => {
    expect(nameOf('text/zh')).toBe('中文内容');
    expect(nameOf('environment/exposure')).toBe('曝光');
    expect(nameOf('board/media')).toBe('展示内容');
    expect(nameOf('plinth/radius')).toBe('半径');
    expect(nameOf('card/title/zh')).toBe('说明牌标题');
    expect(nameOf('unheard')).toBe('unheard');
  });

  it('say values as people read them', () => {
    expect(valueOf('translation', [1, 2.34567, -0])).toBe('1, 2.346, 0 m');
    expect(valueOf('rotation', [0, Math.SQRT1_2, 0, Math.SQRT1_2])).toBe('0°, 90°, 0°');
    expect(valueOf('seat/yaw', Math.PI)).toBe('180°');
    expect(valueOf('text/color', [1, 1, 1])).toBe('#ffffff');
    expect(valueOf('visible', false)).toBe('否');
    expect(valueOf('state', 'open')).toBe('开放');
    expect(valueOf('parent', null)).toBe('无');
    expect(valueOf('name', { zh: '厅', en: 'Hall' })).toBe('厅');
    expect(valueOf('board/media', { id: 'x', title: { zh: '图', en: 'P' } })).toBe('图');
    expect(valueOf('viewpoints', [{}, {}])).toBe('2 项');
    expect(valueOf('walk', { areas: [] })).toBe('其他内容');
  });

  it('show colours, and leave out what is too long', () => {
    expect(told({ key: 'light/color', before: [0, 0, 0], after: [1, 1, 1], told: true }).colours).toEqual(['#000000', '#ffffff']);
    expect(told({ key: 'card/text', before: null, after: null, told: false })).toMatchObject({ before: '', after: '' });
  });

  it('count in one line', () => {
    expect(summary({ added: 2, removed: 0, changed: 1 }, true)).toBe('新增 2 个，修改 1 个，展厅设置有变');
    expect(summary({ added: 0, removed: 0, changed: 0 }, false)).toBe('');
  });

  it('name what has no name by its kind', () => {
    expect(subjectOf({ node: '', kind: 'hall', name: null })).toBe('展厅本身');
    expect(subjectOf({ node: 'x', kind: 'light', name: { zh: '', en: '' } })).toBe('灯光');
  });
});

describe('edits in words', () => {
  it('say what was done to what', () => {
    expect(edited(edit({ touched: [touched('changed', ['translation', 'rotation'])] }))).toBe('修改了 机械臂 的位置、旋转');
    expect(edited(edit({ touched: [touched('added')] }))).toBe('添加了 机械臂');
    expect(edited(edit({ nodes: 5, touched: [touched('removed'), touched('removed'), touched('removed')] }))).toBe('删除了 机械臂 等 5 个物体');
    setLang('en');
    expect(edited(edit({ touched: [touched('changed', ['scale'])] }))).toBe('Changed Robot arm: Scale');
  });

  it('say where they came from', () => {
    expect(edited(edit({ note: 'undo:7', touched: [touched('added')] }))).toBe('撤销 · 添加了 机械臂');
    expect(edited(edit({ note: 'publish:新标牌: A', touched: [touched('added')] }))).toBe('发布草稿“新标牌: A” · 添加了 机械臂');
    expect(edited(edit({ note: 'restore:2' }))).toBe('恢复');
    expect(edited(edit({}))).toBe('没有变化');
  });
});
