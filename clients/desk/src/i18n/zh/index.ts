/** Every word of the desk in Chinese; its keys are the keys of every other language. */

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

export const zh = {
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
} as const;

export type Key = keyof typeof zh;
