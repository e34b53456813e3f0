/** A talk with a guide on a phone, without the park around: asked, sourced, heard, stopped, rated, taken along, deleted. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { assertCalm, faultsOf, openBrowser, PARK, until } from './park.mjs';
import { assertFits } from './desk.mjs';
import { hearTone } from './microphone.mjs';

const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 375, height: 740 }, locale: 'zh-CN', isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
await hearTone(context);
const page = await context.newPage();
const phone = { page, name: 'phone', faults: faultsOf(page) };
await page.goto(`${PARK}/guide`);
await page.waitForSelector('.composer');
assert.match(await page.textContent('.talk-label'), /AI.*生成/);
await assertFits(phone);

await page.fill('.composer textarea', '厂房租金多少，承重多少？');
await page.tap('.composer .send');
await page.waitForSelector('.source');
await page.tap('.cite');
assert.ok((await page.textContent('.source[open] blockquote')).length > 5);
await until(phone, () => window.lingjing.guide.playing && window.lingjing.guide.samples() > 0.003);
await assertFits(phone);
if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });

await page.tap('.talk-state .stop');
await until(phone, () => !window.lingjing.guide.playing && window.lingjing.guide.samples() < 1e-4);
assert.match(await page.textContent('.turn'), /打断/);

// Held, the microphone listens; let go, what it heard is asked.
const { x, y } = await page.locator('.composer .mic').boundingBox();
await page.mouse.move(x + 20, y + 20);
await page.mouse.down();
await page.waitForSelector('.mic[data-state=listening]');
await until(phone, () => performance.now() - (window.heldAt ??= performance.now()) > 600);
await page.mouse.up();
await until(phone, () => [...window.lingjing.guide.turns.values()].some(({ question, said }) => question === '请问租金是多少？' && said.length));
await page.keyboard.press('Escape');

await page.tap('.thumb');
await page.waitForSelector('.rating [role=status]');
const summary = await context.newPage();
await summary.goto(new URL(await page.getAttribute('.keeping a', 'href'), PARK).href);
const taken = await summary.textContent('body');
assert.match(taken, /厂房租金多少/);
assert.match(taken, /(AI|人工智能).*(生成|合成)/);
await summary.close();

// Nothing serious for those who hear or feel the page.
await page.evaluate(readFileSync(createRequire(new URL('../../../clients/desk/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8'));
const serious = await page.evaluate(async () => {
  const { violations } = await window.axe.run();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
});
assert.deepEqual(serious, []);

await page.tap('.keeping button');
await page.tap('.keeping .danger');
await until(phone, () => document.querySelectorAll('.turn').length === 0);
await page.tap('.letter');
await page.waitForSelector('html[lang=en]');
assert.match(await page.textContent('.talk-label'), /AI-generated/);
await assertFits(phone);
assertCalm(phone);
await browser.close();
