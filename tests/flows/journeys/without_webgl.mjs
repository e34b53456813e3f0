/** A browser that cannot draw gets the park in words and pictures. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, openBrowser, visit } from './park.mjs';

const browser = await openBrowser();
const [{ hall }] = await exhibits();
const visitor = await visit(browser, { name: '旧电脑', path: `/h/${hall}?plain`, wait: false });
const { page } = visitor;
await page.waitForSelector('.plain-card h3');
assert.ok((await page.locator('.plain-card h3').count()) >= 1);
assert.equal(await page.locator('#stage').isVisible(), false);
await page.click('header .secondary');
await page.waitForFunction(() => document.documentElement.lang === 'en');
assertCalm(visitor);
await browser.close();
