/** A portal leads to another hall, by walking into it; the places list leads back. */

import assert from 'node:assert/strict';

import { assertCalm, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const visitor = await visit(browser, { name: '行者', context: { viewport: { width: 760, height: 480 } } });
const { page } = visitor;
const start = await page.evaluate(() => window.lingjing.world.hall.id);

const door = await page.evaluate(() => window.lingjing.doorways()[0]);
assert.ok(door, 'the first hall has a portal');
await page.evaluate(({ node }) => {
  const { travel, doorways } = window.lingjing;
  const { at, front } = doorways().find((other) => other.node === node);
  travel.jump(front, Math.atan2(front[0] - at[0], front[2] - at[2]));
}, door);
await page.keyboard.down('KeyW');
await until(visitor, (hall) => window.lingjing.world.hall.id === hall, door.hall);
await page.keyboard.up('KeyW');
await until(visitor, () => !document.querySelector('.fade.on'));
assert.equal(new URL(page.url()).pathname, `/h/${door.hall}`);
await page.waitForFunction((name) => document.querySelector('.brand .hall').textContent === name,
  await page.evaluate(() => window.lingjing.world.hall.name.zh));

await page.click('.brand');
await page.click(`[data-hall="${start}"]`);
await until(visitor, (hall) => window.lingjing.world.hall.id === hall, start);
assertCalm(visitor);
await browser.close();
