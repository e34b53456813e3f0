/** The page of a guide begins here. */

import '../../ui/style.css';
import './page.css';

import { apply } from '../../i18n';
import { showGuide } from './page';

apply();
void showGuide(document.getElementById('guide')!);
