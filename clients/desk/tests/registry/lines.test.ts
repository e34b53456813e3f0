import { beforeEach, describe, expect, it } from 'vitest';

import type { Application, Rules } from '@/api/registry';
import { setLang } from '@/i18n';
import { grouped, isAt, money, nameOf, orderOf } from '@/registry/lines';

const both = (text: string) => ({ zh: text, en: text });
const field = (name: string, kind: string, cases: string[] = []) => ({ name, group: 'firm', kind, label: both(name), help: both(''), example: '', choices: [{ value: '65', label: both('软件') }], required: [], cases, personal: false, sealed: false, longest: 9 });
const RULES = {
  groups: [{ name: 'firm', label: both('企业') }, { name: 'none', label: both('空') }],
  fields: [field('name', 'text'), field('industry', 'choice'), field('capital', 'money'), field('established', 'date', ['existing'])],
  documents: [{ kind: 'licence', name: both('营业执照') }],
} as unknown as Rules;
const APPLICATION = {
  fields: { case: 'new_firm', name: '云帆', industry: '65', capital: 100_000_000 }, comments: [],
  findings: [{ pointer: '/fields/name/0', code: 'x', severity: 'error', message: '错' }],
} as unknown as Application;

beforeEach(() => setLang('zh-CN'));

describe('the form as it is read', () => {
  it('stands in groups, in words, with what was found; what does not concern the firm is left out', () => {
    const [group, ...others] = grouped(RULES, APPLICATION);
    expect(others).toEqual([]);
    expect(group?.lines.map(({ name, shown, findings }) => [name, shown, findings.length])).toEqual([['name', '云帆', 1], ['industry', '软件', 0], ['capital', '100 万元', 0]]);
  });

  it('writes money as people read it', () => {
    expect([money(123_450), money(123_456_700)]).toEqual(['1,234.5 元', '123.4567 万元']);
    setLang('en');
    expect(money(100_000_000)).toBe('CNY 1,000,000');
  });

  it('names what a pointer leads to, in the order of the form', () => {
    expect([nameOf(RULES, '/fields/name'), nameOf(RULES, '/documents/licence'), nameOf(RULES, '')]).toEqual(['name', '营业执照', '整份申请']);
    const order = orderOf(RULES);
    expect(order('/fields/name')).toBeLessThan(order('/documents/licence'));
    expect([isAt('/fields/name_en', '/fields/name'), isAt('/fields/name/1', '/fields/name')]).toEqual([false, true]);
  });
});
