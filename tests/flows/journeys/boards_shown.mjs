/** Boards in a hall: a picture, a document whose pages turn, one that cannot be shown, an empty one. */

import assert from 'node:assert/strict';

import { openBrowser, PARK, until, visit } from './park.mjs';

const browser = await openBrowser();
const { EXHIBIT_HALL } = process.env;
const PICTURE = 'a'.repeat(64), NEXT = 'b'.repeat(64), GONE = 'c'.repeat(64);
const visitor = await visit(browser, { path: `/h/${EXHIBIT_HALL}`, context: { viewport: { width: 760, height: 480 } } });
const { page } = visitor;
const drawn = await (await fetch(`${PARK}/client/share.jpg`)).arrayBuffer();
for (const asset of [PICTURE, NEXT]) {
  await page.route(`**/assets/${asset}`, (route) => route.fulfill({ body: Buffer.from(drawn), contentType: 'image/jpeg' }));
}

const ASIDE = [0, 1.7, -1.7, 3.4];
const media = (kind, pages) => ({
  id: kind, kind, title: { zh: '园区规划', en: 'Masterplan' }, pages: pages.map((asset) => ({ asset, width: 1200, height: 630 })),
});
const boards = { plan: media('document', [PICTURE, NEXT]), picture: media('image', [PICTURE]), gone: media('image', [GONE]), bare: null };
/** Take in a patch as if the server had sent it: what stands here is for this journey alone. */
const patch = (layer, ops) => page.evaluate(([of, what]) => {
  const { world } = window.lingjing;
  world.apply({ t: 'patch', hall: world.hall.id, revision: world.revision, layer: of, author: '', ops: what });
}, [layer, ops]);
const { feet, yaw } = await page.evaluate(() => window.lingjing.viewer);
const ahead = (away, aside) => [feet[0] - Math.sin(yaw) * away + Math.cos(yaw) * aside, feet[1] + 1.6, feet[2] - Math.cos(yaw) * away - Math.sin(yaw) * aside];
await patch('published', Object.entries(boards).map(([id, shown], at) => ({
  op: 'add', path: `/nodes/${id}`,
  value: {
    kind: 'board', name: { zh: '板', en: 'Board' }, translation: ahead(2.6, ASIDE[at]),
    rotation: [0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2)], board: { width: 1.6, height: 1.1, media: shown },
  },
})));

/** What a press on each point of the picture does, by board. */
const controls = () => page.evaluate(() => {
  const found = {};
  for (let x = 20; x < innerWidth; x += 24) {
    for (let y = 20; y < innerHeight; y += 8) {
      const pick = window.lingjing.stage.pick(x, y);
      if (pick?.control) (found[pick.node] ??= {})[pick.control] = [x, y];
    }
  }
  return found;
});
await until(visitor, () => {
  for (let x = 0; x < innerWidth; x += 20) {
    for (let y = innerHeight / 2; y < innerHeight; y += 10) if (window.lingjing.stage.pick(x, y)?.control) return true;
  }
  return false;
});
const { plan, ...others } = await controls();
assert.deepEqual(others, {}, 'only a document has pages to turn');
assert.ok(plan.back && plan.on);

const asked = page.waitForRequest(`**/assets/${NEXT}`);
await patch('shared', [{ op: 'set', path: '/nodes/plan/page', value: 1 }]);
await asked;
const complaints = visitor.faults.filter((fault) => !fault.includes('404'));
assert.deepEqual(complaints, [], 'a picture that cannot be had is no error of the page');
await browser.close();
