/** Jobs: what the server makes of an upload, followed until it ends. */

import { ApiError, ask, get, segment } from './http';
import type { ExhibitNew } from './printed';
import type { Job } from './types';

/** Uploads that shall become an exhibit, or a new revision of one. */
export type Offer = ExhibitNew;

/** For how long the server may hold back its answer until something changes. */
const WAIT_SECONDS = 25;
const PATIENCE_MS = [500, 1000, 2000, 4000, 8000];

export const offer = (body: Offer, signal?: AbortSignal): Promise<Job> =>
  ask('POST', '/exhibits', signal ? { body, signal } : { body });
export const getJobs = async (limit = 20): Promise<Job[]> => (await get<{ jobs: Job[] }>(`/jobs?limit=${limit}`)).jobs;
export const getJob = (id: string): Promise<Job> => get(`/jobs/${segment(id)}`);
export const cancelJob = (id: string): Promise<unknown> => ask('DELETE', `/jobs/${segment(id)}`);
export const isOver = (job: Job): boolean => !['waiting', 'running'].includes(job.state);

const nap = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Tell of every change of a job until it is over; a server that is away is waited for. */
export async function follow(id: string, tell: (job: Job) => void, signal: AbortSignal): Promise<Job> {
  let failures = 0;
  let first = true;
  for (;;) {
    try {
      const job = await get<Job>(`/jobs/${segment(id)}${first ? '' : `?wait=${WAIT_SECONDS}`}`, signal);
      [failures, first] = [0, false];
      tell(job);
      if (isOver(job)) return job;
    } catch (error) {
      if (signal.aborted || !(error instanceof ApiError) || !error.passing) throw error;
      await nap(PATIENCE_MS[Math.min(failures, PATIENCE_MS.length - 1)]!);
      failures += 1;
      first = true;
    }
  }
}
