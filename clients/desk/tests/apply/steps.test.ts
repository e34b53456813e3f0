import { describe, expect, it } from 'vitest';

import type { FieldRule, FormAnswer, PaperRule } from '@/api/applications';
import { calledFor, firstOpen, isRequired, standingOf, stepOf, stepsOf } from '@/apply/form/steps';

import { application, comment, finding } from './make';

const words = { zh: '', en: '' };
const field = (name: string, group: string, cases = ['existing', 'new_firm']): FieldRule => ({
  name, group, kind: 'text', label: words, help: words, example: words, required: cases, cases, choices: [], sealed: false, personal: false, longest: 10,
});
const paper = (kind: string, cases: string[]): PaperRule => ({ kind, name: words, help: words, cases, required: cases, most: 1 });
const form = {
  groups: [{ name: 'firm', label: words }, { name: 'contact', label: words }, { name: 'empty', label: words }],
  fields: [field('name', 'firm'), field('credit_code', 'firm', ['existing']), field('phone', 'contact')],
  documents: [paper('licence', ['existing']), paper('name_notice', ['new_firm']), paper('authorisation', [])],
} as unknown as FormAnswer;
const NONE = new Set<string>();

describe('the form in steps', () => {
  it('asks what the case asks for, then documents, then shows all of it', () => {
    expect(stepsOf(form, {}, NONE).map(({ name }) => name)).toEqual(['firm', 'contact', 'documents', 'review']);
    expect(stepsOf(form, { case: 'new_firm' }, NONE)[0]!.fields.map(({ name }) => name)).toEqual(['name']);
    expect(stepsOf(form, { case: 'new_firm' }, NONE)[2]!.papers.map(({ kind }) => kind)).toEqual(['name_notice']);
  });

  it('asks what the park speaks of, too', () => {
    const now = application({ missing: [{ pointer: '/documents/authorisation', code: 'missing', zh: '', en: '' }], comments: [comment('/fields/phone')] });
    expect([...calledFor(now)]).toEqual(['/documents/authorisation', '/fields/phone']);
    expect(stepsOf(form, {}, calledFor(now))[2]!.papers.map(({ kind }) => kind)).toEqual(['licence', 'authorisation']);
  });

  it('knows where a pointer leads', () => {
    const steps = stepsOf(form, {}, NONE);
    expect(['/fields/phone', '/documents/licence', '/documents', '/fields/nobody', ''].map((pointer) => stepOf(steps, pointer)?.name))
      .toEqual(['contact', 'documents', 'documents', undefined, undefined]);
  });

  it('counts what is missing and what is wrong once each, and goes on at the first gap', () => {
    const steps = stepsOf(form, {}, NONE);
    const missing = [{ pointer: '/fields/name', code: 'missing', zh: '', en: '' }];
    const findings = [finding('/fields/name'), finding('/fields/phone'), finding('/fields/phone'), finding('/fields/phone', 'warning')];
    expect(steps.slice(0, 3).map((step) => standingOf(steps, step, missing, findings))).toEqual([
      { missing: 1, wrong: 0 }, { missing: 0, wrong: 1 }, { missing: 0, wrong: 0 },
    ]);
    expect([firstOpen(steps, { missing: [], findings }).name, firstOpen(steps, { missing: [], findings: [] }).name]).toEqual(['firm', 'review']);
    expect([isRequired(form.fields[1]!, {}), isRequired(form.fields[1]!, { case: 'new_firm' })]).toEqual([true, false]);
  });
});
