/** Every word of the desk in English. */

import type { Key } from '../zh';

import { account } from './account';
import { application } from './application';
import { booth } from './booth';
import { common } from './common';
import { editor } from './editor';
import { guide } from './guide';
import { inbox } from './inbox';
import { notices } from './notices';
import { overview } from './overview';
import { people } from './people';
import { promotion } from './promotion';
import { records } from './records';
import { registry } from './registry';
import { settings } from './settings';
import { site } from './site';
import { start } from './start';
import { visitors } from './visitors';
import { workshop } from './workshop';

export const en: Record<Key, string> = {
  ...account,
  ...application,
  ...booth,
  ...common,
  ...editor,
  ...guide,
  ...inbox,
  ...notices,
  ...overview,
  ...people,
  ...promotion,
  ...records,
  ...registry,
  ...settings,
  ...site,
  ...start,
  ...visitors,
  ...workshop,
};
