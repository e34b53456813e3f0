/** The visitor page begins here. */

import { hallOfAddress } from './address';
import { App } from './app';
import { canDraw, markDevice } from './device';
import { apply } from './i18n';
import { unlockSoundOnTouch } from './sound';

markDevice();
apply();
unlockSoundOnTouch();
if (canDraw()) new App().start();
else void import('./plain/page').then(({ showPlain }) => showPlain(hallOfAddress()));
