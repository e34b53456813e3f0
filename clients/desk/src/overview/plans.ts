/** Plans of halls, drawn up once a revision. */

import { getScene } from '@/api/park';
import { session } from '@/session';

import { type Plan, planOf } from './plan';

const known = new Map<string, { revision: number; plan: Promise<Plan> }>();

/** The plan of a hall as it is now. Throws ApiError. */
export function getPlan(hall: string): Promise<Plan> {
  const revision = session.park?.halls.find(({ id }) => id === hall)?.revision ?? -1;
  const had = known.get(hall);
  if (had?.revision === revision) return had.plan;
  const plan = getScene(hall).then(planOf);
  known.set(hall, { revision, plan });
  plan.catch(() => known.delete(hall));
  return plan;
}
