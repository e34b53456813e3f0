/** Small true-to-life things for tests. */

import type { Exhibit, Finding, Job, Placement, Revision, StepName, StepState } from '@/api/types';
import { STEPS } from '@/api/types';
import type { Chosen } from '@/upload/bundle';

/** A file of so many bytes, which are not there. */
export function file(name: string, bytes = 10, modified = 1000): File {
  const made = new File([], name.slice(name.lastIndexOf('/') + 1), { lastModified: modified });
  Object.defineProperty(made, 'size', { value: bytes });
  return made;
}

export const chosen = (...paths: string[]): Chosen[] => paths.map((path) => ({ path, file: file(path) }));

export const finding = (code: string, pointer = '', severity: Finding['severity'] = 'error'): Finding =>
  ({ code, pointer, severity, message: `about ${code}` });

export function revision(number: number, more: Partial<Revision> = {}): Revision {
  const levels = [0, 1, 2, 3].map((level) => ({
    asset: `${number}${level}`.padEnd(64, '0'), bytes: 1000 >> level, triangles: 400 >> level, error: level / 100,
  }));
  return {
    number, note: '', author: 'operator', author_name: '', at: 1000 * number, source: { name: 'a.glb', bytes: 4000, sha256: 'f'.repeat(64) },
    state: 'draft', parts: [], original: null, poster: null, findings: [], blocked: [], bytes_in: 4000, bytes_l0: 1000,
    model: {
      levels, bounds: { min: [0, 0, 0], max: [1, 2, 0.5] }, color: [0.5, 0.5, 0.5], clips: [], variants: [], parts: 0, role: 'exhibit',
    },
    ...more,
  };
}

export function exhibit(id: string, more: Partial<Exhibit> = {}): Exhibit {
  const revisions = more.revisions ?? [revision(1)];
  return {
    id, title: { zh: `展品${id}`, en: `Exhibit ${id}` }, card: {}, published: null, created: 0,
    latest: Math.max(...revisions.map(({ number }) => number)), poster: null, owner: 'operator', data_class: 'public', revisions, placements: [], ...more,
  };
}

export const placement = (hall: string, node: string): Placement =>
  ({ hall, node, plinth: 'p1', fit: 'fitted', yaw: 0, revision: 1 });

export function job(id: string, state: Job['state'], reached: StepName = 'receive', more: Partial<Job> = {}): Job {
  const at = STEPS.indexOf(reached);
  const stateAt = (index: number): StepState => {
    if (index < at || state === 'done') return 'done';
    if (index > at) return state === 'refused' ? 'skipped' : 'waiting';
    return state === 'refused' || state === 'failed' ? 'failed' : 'running';
  };
  return {
    id, kind: 'exhibit', state, code: null, message: null, findings: [], source: { name: 'a.glb', bytes: 10, sha256: null },
    exhibit: null, revision: null, placed: null, media: null, at: 1, ended: null,
    steps: STEPS.map((name, index) => ({ name, state: stateAt(index), progress: 0.5, seconds: 1, words: { zh: '', en: '' } })),
    ...more,
  };
}
