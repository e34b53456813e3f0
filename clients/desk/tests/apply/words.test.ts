import { beforeEach, describe, expect, it } from 'vitest';

import type { State } from '@/api/applications';
import { dayWords, daysLeft, isOpen, isOver, isResident, milestones, nameOf, stationOf, turnOf, until, verbWords } from '@/apply/words';
import { setLang } from '@/i18n';

import { application } from './make';

const DEADLINES = { review_working_days: 3, extra_working_days: 3, draft_days: 60, notice_days: 30, hold_months: 2, term_months: 12 };
const STATES: State[] = ['draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'awaiting_licence', 'active', 'suspended', 'exiting', 'closed', 'rejected', 'withdrawn', 'expired'];
/** Midnight in Shanghai after 20 November 2026. */
const MIDNIGHT = Date.UTC(2026, 10, 20, 16) / 1000;
beforeEach(() => setLang('zh-CN'));

describe('where an application stands', () => {
  it('has every state among the open, the running, the resident and the ended', () => {
    expect(STATES.filter(isOpen)).toEqual(['draft', 'changes_requested', 'awaiting_licence']);
    expect(STATES.filter(isResident)).toEqual(['active', 'suspended', 'exiting']);
    expect(STATES.filter(isOver)).toEqual(['closed', 'rejected', 'withdrawn', 'expired']);
    expect([stationOf('draft'), stationOf('in_review'), stationOf('approved'), stationOf('active')]).toEqual([0, 1, 2, 4]);
  });

  it('says whose turn it is: a new firm that is approved waits for the park', () => {
    expect([turnOf(application()), turnOf(application({ state: 'in_review' })), turnOf(application({ state: 'approved' }))]).toEqual(['you', 'park', 'you']);
    expect(turnOf(application({ state: 'approved', fields: { case: 'new_firm', credit_code: '' } }))).toBe('park');
  });

  it('says until when', () => {
    const deadlines = { due: 1, ends_at: 2, exit_at: 3 };
    expect((['submitted', 'draft', 'exiting', 'closed'] as State[]).map((state) => until({ state, deadlines }))).toEqual([1, 2, 3, 2]);
    expect(until({ state: 'draft', deadlines: {} })).toBe(null);
  });

  it('names the last day of a term, not the midnight after it', () => {
    expect(dayWords(MIDNIGHT, MIDNIGHT - 3 * 86_400)).toBe('2026年11月20日（还有 3 天）');
    expect(dayWords(MIDNIGHT, MIDNIGHT - 10)).toBe('2026年11月20日（今天）');
    expect(dayWords(MIDNIGHT, MIDNIGHT + 10)).toContain('已过');
    expect(daysLeft(10, 20)).toBe(-1);
  });

  it('says what was done, and names what has no name yet', () => {
    expect([verbWords('approve'), verbWords('sing')]).toEqual(['审核通过', 'sing']);
    expect([nameOf(application()), nameOf(application({ fields: { name: '云帆' } }))]).toEqual(['未命名的申请', '云帆']);
  });
});

it('tells the way with the park’s own spans; a new firm gets its licence on it', () => {
  expect(milestones(null, 'existing')).toEqual([]);
  expect(milestones(DEADLINES, 'existing').length).toBe(4);
  expect(milestones(DEADLINES, 'new_firm').map(({ when }) => when)).toEqual(['约 15 分钟', '3 个工作日内', '名称保留 2 个月', '当场生效', '为期 12 个月']);
});
