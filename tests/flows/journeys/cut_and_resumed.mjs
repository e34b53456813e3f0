/** A page whose connection is cut comes back exactly: the same person, the same scene. */

import assert from 'node:assert/strict';

import { assertCalm, exhibits, idOf, layCable, openBrowser, snapshotOf, until, visit } from './park.mjs';

const browser = await openBrowser();
const [{ hall, node }] = await exhibits();
const path = `/h/${hall}`;
const cable = await layCable();
const [cutOff, stays] = await Promise.all([
  visit(browser, { name: '断线的人', path, base: cable.base }), visit(browser, { name: '在场的人', path }),
]);
const me = await idOf(cutOff);

const explode = (value) => stays.page.evaluate(([id, to]) =>
  window.lingjing.connection.edit('shared', [{ op: 'set', path: `/nodes/${id}/explode`, value: to }]), [node, value]);

await explode(0.2);
await until(cutOff, (id) => window.lingjing.world.value(id, 'explode') === 0.2, node);
const place = await cutOff.page.evaluate(() => [...window.lingjing.viewer.feet]);
const epoch = await cutOff.page.evaluate(() => window.lingjing.world.epoch);

cable.cut();
await until(cutOff, () => window.lingjing.connection.status === 'reconnecting');
await cutOff.page.waitForSelector('.banner:visible');
await explode(0.6);
await explode(0.7);
cable.mend();
await until(cutOff, () => window.lingjing.connection.status === 'online');
await until(cutOff, (id) => window.lingjing.world.value(id, 'explode') === 0.7, node);

const fresh = await visit(browser, { name: '后来的人', path });
assert.deepEqual(await snapshotOf(cutOff), await snapshotOf(fresh));
assert.deepEqual(await snapshotOf(cutOff), await snapshotOf(stays));
assert.equal(await idOf(cutOff), me);
assert.equal(await cutOff.page.evaluate(() => window.lingjing.world.epoch), epoch);
const [x, , z] = await cutOff.page.evaluate(() => window.lingjing.viewer.feet);
assert.ok(Math.hypot(x - place[0], z - place[2]) < 2, 'stands where it stood');
await cutOff.page.waitForSelector('.banner', { state: 'hidden' });
await explode(0);

// What the browser itself says about a cut socket is not a fault of the page.
cutOff.faults = cutOff.faults.filter((fault) => !/net::ERR_|WebSocket connection/.test(fault));
assertCalm(cutOff, stays, fresh);
await browser.close();
cable.close();
