/**
 * A hall as visitors see it, in which staff take hold of things.
 *
 *     const workshop = createWorkshop(canvas, world, host);
 *     workshop.grip('move');
 *
 * It draws with the visitors' stage and never writes the world: what hands do is told to the host.
 */

import type { CreateWorkshop } from './api';
import { ThreeWorkshop } from './workshop';

export type * from './api';

/** Throws when this browser has no WebGL 2. The world must be in a hall. */
export const createWorkshop: CreateWorkshop = (canvas, world, host) => new ThreeWorkshop(canvas, world, host);
