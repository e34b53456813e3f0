/** The pages of the registry desk, full of work, as a manager: nobody is kept out, nothing lies beyond the edge. */

import assert from 'node:assert/strict';

import { examine } from './axe.mjs';
import { openBrowser, PARK } from './park.mjs';

const { MANAGER, APPLICATIONS, ONLY = '' } = process.env;
const cookie = { name: 'lingjing', value: MANAGER, domain: new URL(PARK).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' };
const paths = [
  '/desk/applications', '/desk/applications?view=all', '/desk/applications/statistics', '/desk/companies', '/desk/seats', '/desk/seats?tab=seats', '/desk/seats?tab=booths',
  ...APPLICATIONS.split(',').map((id) => `/desk/applications/${id}`),
].filter((path) => path.includes(ONLY));
const browser = await openBrowser();
assert.deepEqual(await examine(browser, paths, { cookies: [cookie], origins: [] }), []);
await browser.close();
