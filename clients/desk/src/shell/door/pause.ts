/** How long one must wait until a code can be sent again. */

import { onBeforeUnmount, type Ref, ref } from 'vue';

/** Seconds between two codes. */
export const PAUSE = 60;

/** Seconds that are left; it counts down by itself while the page is there. */
export function makePause(): Ref<number> {
  const left = ref(0);
  const timer = setInterval(() => (left.value = Math.max(0, left.value - 1)), 1000);
  onBeforeUnmount(() => clearInterval(timer));
  return left;
}
