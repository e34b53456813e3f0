/** Every word of the desk in Chinese; its keys are the keys of every other language. */

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

export const zh = {
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
} as const;

export type Key = keyof typeof zh;
