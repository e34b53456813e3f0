/** The operator adds an exhibit by the command line: everyone connected sees it within a second. */

import assert from 'node:assert/strict';

import { assertCalm, lingjing, MS, openBrowser, settled, until, visit } from './park.mjs';

const browser = await openBrowser();
const { EXHIBIT_FILE, EXHIBIT_HALL } = process.env;
const path = `/h/${EXHIBIT_HALL}`;
const context = { viewport: { width: 240, height: 160 } };
const visitors = await Promise.all(['甲', '乙', '丙'].map((name) => visit(browser, { name, path, context })));
await Promise.all(visitors.map(settled));
for (const { page } of visitors) {
  await page.evaluate(() => window.lingjing.world.on('nodes', (changes) => {
    for (const { id, kind } of changes) if (kind === 'added') window.addedAt = { ...window.addedAt, [id]: Date.now() };
  }));
}

const words = ['exhibit', 'add', EXHIBIT_FILE, '--hall', EXHIBIT_HALL, '--title', '新展品', '--json'];
const { said, at } = await lingjing(...words);
const { node } = JSON.parse(said);
const seen = await Promise.all(visitors.map((visitor) => until(visitor, (id) => window.addedAt?.[id], node)));
const milliseconds = Math.max(...seen) - at;
assert.ok(milliseconds <= MS(1000), `seen by all after ${milliseconds} ms`);
assert.equal(await visitors[0].page.evaluate((id) => window.lingjing.world.nodes.get(id).card.title.zh, node), '新展品');
const { asset } = await visitors[0].page.evaluate((id) => window.lingjing.world.nodes.get(id).model.levels[0], node);
const fetched = await visitors[0].page.evaluate(async (sha) => (await fetch(`/assets/${sha}`)).status, asset);
assert.equal(fetched, 200);

assertCalm(...visitors);
await browser.close();
console.log(JSON.stringify({ node, milliseconds }));
