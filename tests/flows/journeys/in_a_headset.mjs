/** Somebody enters with a headset: the others see head and hands move, and the teleport. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, idOf, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const [{ hall }] = await exhibits();
const path = `/h/${hall}`;
const [first, second] = await Promise.all([visit(browser, { name: '甲', path }), visit(browser, { name: '乙', path })]);
const wearer = await visit(browser, { name: '头显', path, headset: true });
const { page } = wearer;
const id = await idOf(wearer);

await page.click('.vr.primary');
await until(wearer, () => window.lingjing.viewer.xr !== null);
await until(wearer, () => window.lingjing.stage.xr.active());

/** The others see, within a few centimetres, what the wearer's own viewer says. */
async function othersSee(part) {
  const wanted = await page.evaluate((name) => window.lingjing.viewer.xr[name].position, part);
  await Promise.all([first, second].map((visitor) => until(visitor, ([who, name, at]) => {
    const pose = window.lingjing.world.sample(who, performance.now())?.[name];
    return pose && Math.hypot(...pose.position.map((v, i) => v - at[i])) < 0.03;
  }, [id, part, wanted])));
}

await page.evaluate(() => {
  headset.position.set(0.25, 1.72, 0.1);
  headset.controllers.left.position.set(0.0, 1.3, -0.3);
  headset.controllers.right.position.set(0.5, 1.45, -0.35);
});
await until(wearer, () => Math.abs(window.lingjing.viewer.xr.head.position[1] - window.lingjing.viewer.feet[1] - 1.72) < 0.02);
for (const part of ['head', 'left', 'right']) await othersSee(part);
await page.evaluate(() => headset.controllers.right.position.set(0.55, 1.8, -0.4));
await until(wearer, () => window.lingjing.viewer.xr.right.position[1] - window.lingjing.viewer.feet[1] > 1.7);
await othersSee('right');

const before = await page.evaluate(() => ({ feet: [...window.lingjing.viewer.feet], jumps: window.lingjing.viewer.jumps }));
await page.evaluate(() => {
  headset.controllers.left.quaternion.set(0, 0, 0, 1);
  headset.controllers.right.quaternion.set(0, 0, 0, 1);
  for (const side of ['left', 'right']) headset.controllers[side].updateAxes('thumbstick', 0, -1);
});
await page.evaluate(() => new Promise((done) => {
  let frames = 0;
  window.lingjing.stage.onFrame(() => (frames += 1) === 8 && done());
}));
await page.evaluate(() => {
  for (const side of ['left', 'right']) headset.controllers[side].updateAxes('thumbstick', 0, 0);
});
await until(wearer, ({ feet, jumps }) => {
  const { viewer } = window.lingjing;
  return viewer.jumps > jumps && Math.hypot(viewer.feet[0] - feet[0], viewer.feet[2] - feet[2]) > 0.5;
}, before);
await othersSee('head');
assert.ok(await page.evaluate(() => window.lingjing.viewer.xr.left !== null));

await page.evaluate(() => window.lingjing.stage.xr.leave());
await until(wearer, () => window.lingjing.viewer.xr === null);
assertCalm(first, second, wearer);
await browser.close();
