import { beforeEach, describe, expect, it } from 'vitest';

import { STEPS } from '@/api/types';
import { setLang } from '@/i18n';
import { current, sentence, stages } from '@/upload/steps';

import { job } from '../make';

beforeEach(() => setLang('zh-CN'));

describe('steps', () => {
  it('shows every step before the server has spoken of any', () => {
    expect(stages(null).map(({ name, state }) => `${name} ${state}`)).toEqual(STEPS.map((name) => `${name} waiting`));
    expect(current(stages(null))).toBeNull();
  });

  it('speaks of the step under way', () => {
    const all = stages(job('j', 'running', 'derive'));
    expect([current(all)?.name, sentence(current(all)!)]).toEqual(['derive', '生成四级精度，远看轻、近看精。']);
  });

  it('speaks of the step that failed, in the words of the server', () => {
    const refused = job('j', 'refused', 'check');
    refused.steps[2]!.words = { zh: '未通过：检查模型', en: 'Stopped here' };
    const now = current(stages(refused))!;
    expect([now.name, sentence(now)]).toEqual(['check', '未通过：检查模型']);
  });

  it('speaks of the last step when all are done', () => {
    expect(current(stages(job('j', 'done')))?.name).toBe('publish');
  });

  it('keeps the order whatever the server sends', () => {
    const shuffled = job('j', 'running', 'gate');
    shuffled.steps.reverse();
    expect(stages(shuffled).map(({ name }) => name)).toEqual([...STEPS]);
  });
});
