/** The one queue of this page, wired to the real server. */

import { computed, watch } from 'vue';

import { cancelJob, follow, getJob, getJobs, offer } from '@/api/jobs';
import { offerMedium } from '@/api/media';
import { lang } from '@/i18n';

import { carry } from './carrier';
import { isMoving, type Parcel, sentOf, bytesOf } from './parcel';
import { Queue } from './queue';
import { keep, restore } from './remembered';

const endings = new Set<(parcel: Parcel) => void>();

export const queue = new Queue({
  carry, offer, offerMedium, follow, cancelJob, job: getJob, jobs: () => getJobs(), keep, restore: () => restore(),
  now: () => Date.now(),
  key: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
  ended: (parcel) => endings.forEach((fn) => fn(parcel)),
});

watch(lang, () => void queue.retell());

/** Call `fn` when a parcel has come to its end; the answer stops that. */
export function onEnded(fn: (parcel: Parcel) => void): () => void {
  endings.add(fn);
  return () => endings.delete(fn);
}

/** The share of all moving bytes that is over, or null when nothing moves. */
export const overall = computed((): number | null => {
  const moving = queue.parcels.filter(isMoving);
  const whole = moving.reduce((sum, parcel) => sum + bytesOf(parcel), 0);
  return moving.length ? moving.reduce((sum, parcel) => sum + sentOf(parcel), 0) / Math.max(1, whole) : null;
});
