/** Parts of the stage that no first view shows, in one later file. */

export { Fittings } from './fittings';
export { Pointing } from './pointing';
