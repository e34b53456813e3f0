/** The desk on a phone and by keys alone; without a session it says how to get one. */

import assert from 'node:assert/strict';

import { assertFits, staff } from './desk.mjs';
import { assertCalm, lingjing, openBrowser, PARK } from './park.mjs';

const PHONE = { viewport: { width: 375, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const browser = await openBrowser();

const stranger = await staff(browser, { signedIn: false, context: PHONE, path: '/desk/live' });
await stranger.page.locator('.gate form').waitFor();
await assertFits(stranger);
const { said } = await lingjing('operator', 'link');
await stranger.page.fill('.gate input', said.trim().split('\n').at(-1));
await stranger.page.click('.gate form button[type=submit]');
await stranger.page.locator('.tiles article').first().waitFor();
assert.match(stranger.page.url(), /\/desk\/live$/, 'where one wanted to go');
await assertFits(stranger);
await stranger.page.click('.bar .menu');
await stranger.page.click('.rail.open a[href="/desk/exhibits"]');
await stranger.page.locator('.zone').waitFor();
await assertFits(stranger);

// The language is remembered, for the park's pages too.
await stranger.page.click('.bar .menu');
await stranger.page.click('.rail.open .language');
assert.equal(await stranger.page.evaluate(() => [document.documentElement.lang, localStorage.getItem('lingjing.lang')].join()), 'en,en');

// A session that ends elsewhere: the page says so, and does not lose its place.
await stranger.page.click('.rail.open a[href="/desk/live"]');
await stranger.page.locator('.tiles article').first().waitFor();
await stranger.page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
await stranger.page.locator('.gate h1').waitFor();
assert.match(stranger.page.url(), /\/desk\/live$/);
await assertFits(stranger);
stranger.faults = stranger.faults.filter((fault) => !fault.includes('401'));
assertCalm(stranger);

const keys = await staff(browser, { path: '/desk/exhibits' });
await keys.page.locator('.zone').waitFor();
await keys.page.keyboard.press('Tab');
assert.equal(await keys.page.evaluate(() => document.activeElement.className), 'skip');
const isThere = () => keys.page.evaluate(() => document.activeElement.getAttribute('href') === '/desk/live');
for (let presses = 0; presses < 40 && !(await isThere()); presses++) await keys.page.keyboard.press('Tab');
await keys.page.keyboard.press('Enter');
await keys.page.waitForURL(`${PARK}/desk/live`);
assertCalm(keys);
await browser.close();
