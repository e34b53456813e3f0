/** Two people in one hall see each other move. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, idOf, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const [{ hall }] = await exhibits();
const path = `/h/${hall}`;
const [first, second] = await Promise.all([visit(browser, { name: '甲', path }), visit(browser, { name: '乙', path })]);
const [one, two] = [await idOf(first), await idOf(second)];

const place = (visitor) => visitor.page.evaluate(() => [...window.lingjing.viewer.feet]);

/** One walks by key; the other must see where that leads. */
async function watch(walker, watcher, id, key) {
  const before = await place(walker);
  await walker.page.keyboard.down(key);
  await until(walker, ([x, , z]) => {
    const { feet } = window.lingjing.viewer;
    return Math.hypot(feet[0] - x, feet[2] - z) > 1;
  }, before);
  await walker.page.keyboard.up(key);
  await walker.page.evaluate(() => new Promise((rested) => {
    let last = '', frames = 0;
    window.lingjing.stage.onFrame(() => {
      const now = JSON.stringify(window.lingjing.viewer.feet);
      frames = now === last ? frames + 1 : 0;
      last = now;
      if (frames === 4) rested();
    });
  }));
  const [x, , z] = await place(walker);
  await until(watcher, ([who, px, pz]) => {
    const pose = window.lingjing.world.sample(who, performance.now());
    return pose && Math.hypot(pose.head.position[0] - px, pose.head.position[2] - pz) < 0.05;
  }, [id, x, z]);
}

await until(second, (id) => window.lingjing.world.people.get(id)?.name === '甲', one);
await until(first, (id) => window.lingjing.world.people.get(id)?.name === '乙', two);
await watch(first, second, one, 'KeyW');
await watch(second, first, two, 'ArrowUp');
assert.equal(await first.page.textContent('.people'), '2');

await second.context.close();
await until(first, (id) => !window.lingjing.world.people.has(id), two);
assertCalm(first, second);
await browser.close();
