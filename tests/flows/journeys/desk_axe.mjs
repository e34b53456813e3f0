/**
 * Every page of the desk, in both languages, on a desk and on a phone: nobody is kept out.
 * With PICTURES=folder each page's picture is kept there, for a person to look at.
 */

import assert from 'node:assert/strict';

import { examine } from './axe.mjs';
import { staff } from './desk.mjs';
import { openBrowser } from './park.mjs';

const { ONLY = '' } = process.env;
/** Pages that no link of the rail leads to. */
const INNER = ['/desk/account', '/desk/people/roles', '/desk/start', '/desk/halls/service', '/desk/exhibits/gas-turbine', '/legal/privacy', '/legal/terms'];

const browser = await openBrowser();
const first = await staff(browser);
await first.page.locator('#rail a').first().waitFor();
const railed = await first.page.$$eval('#rail a[href^="/desk"]', (links) => links.map((link) => link.getAttribute('href')));
const signedIn = await first.context.storageState();
await first.context.close();
const paths = [...new Set([...railed, ...INNER])].filter((path) => path.includes(ONLY));
assert.deepEqual(await examine(browser, paths, signedIn), []);
await browser.close();
