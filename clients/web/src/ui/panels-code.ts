/** Everything that the first view does not need, in one later file. */

import { lang } from '../i18n';
import { getPark, type Park } from '../net/api';

export { ExhibitCard } from './card';
export { openHelp } from './help';
export { openPeople } from './people-sheet';
export { openPlaces } from './places';
export { openSettings } from './settings-sheet';
export { wearLogo } from './logo';
export { hasAgreed, keepFoot } from './foot';
export { openWelcome } from './welcome';

export const readPark = (): Promise<Park> => getPark(lang());
