/** Every word of the desk in English. */

import type { Key } from '../zh';

import { account } from './account';
import { common } from './common';
import { editor } from './editor';
import { inbox } from './inbox';
import { notices } from './notices';
import { overview } from './overview';
import { people } from './people';
import { records } from './records';
import { settings } from './settings';
import { site } from './site';
import { start } from './start';
import { visitors } from './visitors';
import { workshop } from './workshop';

export const en: Record<Key, string> = {
  ...account,
  ...common,
  ...editor,
  ...inbox,
  ...notices,
  ...overview,
  ...people,
  ...records,
  ...settings,
  ...site,
  ...start,
  ...visitors,
  ...workshop,
};
