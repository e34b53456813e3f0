/**
 * An uploaded exhibit in a hall: turned and played for all, a part alone for oneself; then another
 * revision of it takes over, and in no frame is there a hole or a mixture of the two.
 */

import assert from 'node:assert/strict';

import { assertCalm, lingjing, openBrowser, settled, until, visit } from './park.mjs';

const browser = await openBrowser();
const { FIRST_FILE, NEXT_FILE, EXHIBIT_HALL } = process.env;
const path = `/h/${EXHIBIT_HALL}`;
const add = async (...more) => JSON.parse((await lingjing('exhibit', 'add', ...more, '--json')).said.trim().split('\n').at(-1));
const { node, exhibit } = await add(FIRST_FILE, '--hall', EXHIBIT_HALL);
const [acts, watches] = await Promise.all([visit(browser, { name: '动手的人', path, context: { viewport: { width: 760, height: 480 } } }), visit(browser, { name: '旁观的人', path })]);
const showing = (visitor) => until(visitor, (id) => Boolean(window.lingjing.stage.view.entries.get(id)?.model?.placed), node);
await Promise.all([acts, watches].map(showing));

// One turns it, and lets it move: both see the same.
await acts.page.evaluate((id) => window.lingjing.open(id), node);
await acts.page.waitForSelector('input.turn');
await acts.page.evaluate(() => {
  const slider = document.querySelector('input.turn');
  slider.value = '90';
  for (const event of ['input', 'change']) slider.dispatchEvent(new Event(event));
});
await acts.page.click('.chip.clip');
for (const visitor of [acts, watches]) {
  await until(visitor, (id) => Math.abs(window.lingjing.stage.view.entries.get(id).model.turntable.angle - Math.PI / 2) < 0.02, node);
  await until(visitor, (id) => window.lingjing.world.value(id, 'animation')?.playing === true, node);
}

// From now on every frame is looked at.
for (const { page } of [acts, watches]) {
  await page.evaluate((id) => {
    const { stage, world } = window.lingjing;
    window.seen = [];
    stage.onFrame(() => {
      const { model, group } = stage.view.entries.get(id);
      const shown = model.shown?.levels.map(({ asset }) => asset).join() ?? 'nothing';
      const drawn = model.placed ? Boolean(model.placed.object.parent) : false;
      const key = JSON.stringify([shown, group.scale.toArray(), group.position.toArray(), drawn]);
      if (window.seen.at(-1)?.key !== key) window.seen.push({ key, shown, drawn, revision: world.nodes.get(id).exhibit.revision });
    });
  }, node);
}
await add(NEXT_FILE, '--exhibit', exhibit);
for (const visitor of [acts, watches]) {
  await until(visitor, (id) => {
    const { model } = window.lingjing.stage.view.entries.get(id);
    return window.lingjing.world.nodes.get(id).exhibit.revision === 2 && model.shown === model.model;
  }, node);
  await settled(visitor);
  const seen = await visitor.page.evaluate(() => window.seen);
  assert.ok(seen.every(({ drawn }) => drawn), `${visitor.name} saw a hole: ${JSON.stringify(seen)}`);
  // Exactly two looks: the old one where it stood, the new one where it stands. Nothing between.
  assert.equal(seen.length, 2, `${visitor.name} saw a mixture: ${JSON.stringify(seen)}`);
}
// How it is turned stays; a clip that the new one has not is put away.
assert.equal(await acts.page.evaluate((id) => window.lingjing.world.value(id, 'turn'), node), Math.PI / 2);
assertCalm(acts, watches);
await browser.close();
