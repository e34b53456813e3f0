/** What a guide does, in words. Pure. */

import type { ActMessage } from '../wire';
import type { GuideKey } from './words-zh';

const KEYS: Readonly<Record<string, GuideKey>> = {
  go_to: 'act.go_to', lead_to: 'act.lead_to', point_at: 'act.point_at', look_at: 'act.look_at', show_exhibit: 'act.show_exhibit',
  explode_exhibit: 'act.explode_exhibit', set_variant: 'act.set_variant', play_animation: 'act.play_animation',
};

/** The words for a deed in the hall, and the node that it is about; null for others. */
export function deedOf({ action, args }: ActMessage): { key: GuideKey; node: string } | null {
  const key = KEYS[action];
  if (!key) return null;
  const together = action === 'explode_exhibit' && args['amount'] === 0;
  return { key: together ? 'act.assemble' : key, node: typeof args['node'] === 'string' ? args['node'] : '' };
}
