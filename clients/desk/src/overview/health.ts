/** Which of the server's numbers call for somebody. */

import type { Health } from '@/api/overview';

const LEAST_FREE = 0.08;
const LEAST_FREE_BYTES = 2e9;

export function judged(health: Health): Record<'tick' | 'disk' | 'errors' | 'outbox', boolean> {
  return {
    tick: health.tick_p99_ms > (1000 / health.tick_hz) * 0.8,
    disk: health.disk_free < LEAST_FREE_BYTES || health.disk_free < health.disk_total * LEAST_FREE,
    errors: health.errors > 0,
    outbox: (health.notices_failed ?? 0) > 0,
  };
}
