/** What one does to an exhibit, everyone sees, and so does who comes later. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const all = await exhibits();
const pick = (what, fits) => {
  const found = all.find(({ model }) => fits(model));
  assert.ok(found, `the demo park has an exhibit with ${what}`);
  return found;
};
const apart = pick('parts', ({ parts }) => parts > 1);
const inHall = all.filter(({ hall }) => hall === apart.hall);
const moving = inHall.find(({ model }) => model.clips.length > 0) ?? pick('a clip', ({ clips }) => clips.length > 0);
const varied = inHall.find(({ model }) => model.variants.length > 0) ?? pick('variants', ({ variants }) => variants.length > 0);
assert.deepEqual([moving.hall, varied.hall], [apart.hall, apart.hall], 'all in one hall');

const path = `/h/${apart.hall}`;
const [acts, watches] = await Promise.all([visit(browser, { name: '动手的人', path, context: { viewport: { width: 760, height: 480 } } }), visit(browser, { name: '旁观的人', path })]);

/** Open the card as a click on the exhibit does. */
const open = ({ page }, node) => page.evaluate((id) => window.lingjing.open(id), node);
const sees = (visitor, { node }, property, value) => until(visitor, ([id, name, wanted]) =>
  JSON.stringify(window.lingjing.world.value(id, name)) === JSON.stringify(wanted), [node, property, value]);

// Another journey may have left something playing.
const used = [apart, moving, varied].flatMap(({ node }) =>
  ['explode', 'animation', 'variant'].map((name) => ({ op: 'unset', path: `/nodes/${node}/${name}` })));
await acts.page.evaluate((ops) => window.lingjing.connection.edit('shared', ops), used);
await open(acts, apart.node);
await acts.page.click('.explode-all');
await Promise.all([acts, watches].map((visitor) => sees(visitor, apart, 'explode', 1)));
assert.equal(await acts.page.inputValue('input.explode'), '100');

await open(acts, moving.node);
await acts.page.click('.chip.clip');
const plays = (visitor) => until(visitor, (id) => {
  const playback = window.lingjing.world.value(id, 'animation');
  return playback?.playing && playback.since;
}, moving.node);
assert.equal(await plays(acts), await plays(watches));

await open(acts, varied.node);
await acts.page.click('.chip.variant:not([data-variant=""])');
const variant = await acts.page.waitForSelector('.chip.variant[aria-pressed=true]:not([data-variant=""])');
const chosen = await variant.getAttribute('data-variant');
await sees(watches, varied, 'variant', chosen);

const late = await visit(browser, { name: '后来的人', path });
await sees(late, apart, 'explode', 1);
await sees(late, varied, 'variant', chosen);
assert.equal(await plays(late), await plays(acts));

await open(acts, apart.node);
await acts.page.click('.explode-all');
await sees(late, apart, 'explode', 0);
assertCalm(acts, watches, late);
await browser.close();
