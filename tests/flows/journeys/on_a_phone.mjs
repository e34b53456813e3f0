/** A phone: everything fits 375 pixels, the stick walks, a tap opens, words come in English too. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const [{ hall, node }] = await exhibits();
const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const visitor = await visit(browser, { name: '手机', path: `/h/${hall}`, context: phone });
const { page } = visitor;

const fits = async (what) => {
  const wide = await page.evaluate(() => [...document.querySelectorAll('#hud *')]
    .filter((element) => element.checkVisibility() && !element.closest('.strip'))
    .map((element) => [element.className, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
    .map(([name]) => name));
  assert.deepEqual(wide, [], `${what} is wider than the screen`);
};
await fits('the first view');

const before = await page.evaluate(() => [...window.lingjing.viewer.feet]);
const stick = await (await page.waitForSelector('.stick')).boundingBox();
const [x, y] = [stick.x + stick.width / 2, stick.y + stick.height / 2];
const touch = await page.context().newCDPSession(page);
await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - 40 }] });
await until(visitor, ([px, , pz]) => {
  const { feet } = window.lingjing.viewer;
  return Math.hypot(feet[0] - px, feet[2] - pz) > 0.5;
}, before);
await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

await page.evaluate((id) => window.lingjing.open(id), node);
await page.waitForSelector('.card');
await fits('the card');
await page.tap('.card .round');
for (const [button, sheet] of [['.brand', '.places'], ['[data-t-label="bar.settings"]', '.segmented']]) {
  await page.tap(button);
  await page.waitForSelector(`.sheet ${sheet}`);
  await fits(sheet);
  await page.tap('.sheet-head .round');
}
await page.tap('.round.letter');
await page.waitForFunction(() => document.documentElement.lang === 'en');
await fits('English');
assertCalm(visitor);
await browser.close();
