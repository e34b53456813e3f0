/** The levels of detail of a revision, named as the pipeline names them. */

import type { Level, Revision } from '@/api/types';

export interface NamedLevel extends Level {
  /** Where it stands in the model's list. */
  index: number;
  /** L0 is the finest. */
  name: string;
}

/** Every level there is, finest first; a blocked one leaves a gap in the names. */
export function namedLevels(revision: Revision): NamedLevel[] {
  const blocked = new Set(revision.blocked.map(({ level }) => level));
  const numbers = Array.from({ length: revision.model.levels.length + blocked.size }, (_, number) => number).filter((number) => !blocked.has(number));
  return revision.model.levels.map((level, index) => ({ ...level, index, name: `L${numbers[index] ?? index}` }));
}
