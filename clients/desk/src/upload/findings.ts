/** What was found in a file, gathered for reading and for sending on. */

import type { Finding } from '@/api/types';

export interface Group {
  code: string;
  severity: Finding['severity'];
  message: string;
  pointers: string[];
}

/** Findings of one code together, errors first, in the order of their first appearance. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { code, severity, message, pointer } of findings) {
    const key = `${severity} ${code} ${message}`;
    const group = groups.get(key) ?? { code, severity, message, pointers: [] };
    group.pointers.push(pointer);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity !== 'error')];
}

/** All of it as lines of text. */
export function asText(name: string, findings: readonly Finding[]): string {
  const lines = findings.map(({ severity, code, pointer, message }) =>
    `${severity}\t${code}\t${pointer || '/'}\t${message}`);
  return [name, ...lines].join('\n');
}
