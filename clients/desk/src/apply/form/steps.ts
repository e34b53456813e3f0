/** The form in steps: its groups of fields, then the documents, then everything once more. */

import type { Application, FieldRule, FormAnswer, Missing, PaperRule, Values } from '@/api/applications';
import type { Finding } from '@/api/types';

import { fieldOf, paperOf } from './checks';

export interface Step {
  name: string;
  fields: FieldRule[];
  papers: PaperRule[];
}

export const PAPERS = 'documents';
export const REVIEW = 'review';

export const caseOf = (values: Values): string => (values['case'] === 'new_firm' ? 'new_firm' : 'existing');
/** Whether a field, or a document, is asked for in this case. */
export const isAsked = ({ cases }: { cases: string[] }, values: Values): boolean => cases.includes(caseOf(values));

/** Pointers that the park speaks of: they are asked for, whatever the case says by itself. */
export const calledFor = ({ missing, comments, documents }: Pick<Application, 'missing' | 'comments' | 'documents'>): Set<string> => new Set([
  ...missing.map(({ pointer }) => pointer), ...comments.filter(({ resolved }) => !resolved).map(({ pointer }) => pointer),
  ...documents.map(({ kind }) => `/documents/${kind}`),
]);

export function stepsOf(form: FormAnswer, values: Values, called: ReadonlySet<string>): Step[] {
  const asked = form.fields.filter((field) => isAsked(field, values) || called.has(`/fields/${field.name}`));
  const groups = form.groups.map(({ name }): Step => ({ name, fields: asked.filter(({ group }) => group === name), papers: [] }));
  return [
    ...groups.filter(({ fields }) => fields.length > 0),
    { name: PAPERS, fields: [], papers: form.documents.filter((paper) => isAsked(paper, values) || called.has(`/documents/${paper.kind}`)) },
    { name: REVIEW, fields: [], papers: [] },
  ];
}

/** In which step a pointer of the park's answer lies. */
export function stepOf(steps: readonly Step[], pointer: string): Step | undefined {
  const [field, paper] = [fieldOf(pointer), paperOf(pointer)];
  if (field) return steps.find(({ fields }) => fields.some(({ name }) => name === field));
  return paper || pointer.startsWith('/documents') ? steps.find(({ name }) => name === PAPERS) : undefined;
}

export interface Standing {
  missing: number;
  wrong: number;
}

/** How much of a step is missing, and how much is wrong. */
export function standingOf(steps: readonly Step[], step: Step, missing: readonly Missing[], findings: readonly Finding[]): Standing {
  const mine = ({ pointer }: { pointer: string }): boolean => stepOf(steps, pointer) === step;
  const gaps = new Set(missing.filter(mine).map(({ pointer }) => pointer));
  const wrong = new Set(findings.filter((one) => one.severity === 'error' && mine(one) && !gaps.has(one.pointer)).map(({ pointer }) => pointer));
  return { missing: gaps.size, wrong: wrong.size };
}

/** Where somebody who comes back goes on: the first step that lacks something, else the last. */
export const firstOpen = (steps: readonly Step[], { missing, findings }: Pick<Application, 'missing' | 'findings'>): Step =>
  steps.find((step) => {
    const { missing: gaps, wrong } = standingOf(steps, step, missing, findings);
    return gaps + wrong > 0;
  }) ?? steps[steps.length - 1]!;

/** Whether it has to be there in this case. */
export const isRequired = ({ required }: { required: string[] }, values: Values): boolean => required.includes(caseOf(values));
