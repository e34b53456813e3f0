/** Two editors in one hall: one by its handle, one by numbers; undone, published, restored before a visitor's eyes. */

import assert from 'node:assert/strict';

import { authenticator, invite } from './authenticator.mjs';
import { staff } from './desk.mjs';
import { choose, dragHandle, edit, press, saved, SCREEN, seen, shown, shows, visitorSees } from './editor.mjs';
import { assertCalm, openBrowser, PATIENCE, until, visit } from './park.mjs';

const HALL = process.env.EDIT_HALL;
const browser = await openBrowser();
const first = await staff(browser, { context: SCREEN });

// The second comes by invitation, with a passkey.
const path = await invite(first.page, 'manager', { name: '周宁' });
const second = await staff(browser, { signedIn: false, path, context: SCREEN });
await authenticator(second.page);
await second.page.locator('.consent input').check();
await second.page.locator('.form > .el-button').click();
await second.page.locator('.rail .who b', { hasText: '周宁' }).waitFor({ timeout: PATIENCE });
// From here on nobody complains: how one signs in is another journey.
for (const { faults } of [first, second]) faults.length = 0;
const visitor = await visit(browser, { path: `/h/${HALL}` });

await Promise.all([edit(first, HALL), edit(second, HALL)]);
const node = await first.page.evaluate(() => {
  const { nodes } = window.lingjingEditor.scene.value;
  return Object.keys(nodes).find((id) => nodes[id].kind === 'plinth' && !nodes[id].parent);
});
const before = await shown(first, node, 'translation');

// Each sees what the other has chosen.
await choose(first, node);
await seen(second, (id) => window.lingjingEditor.others.value.some(({ nodes }) => nodes.includes(id)), node);
await second.page.locator('.colleagues button').waitFor({ timeout: PATIENCE });

// Neither of them stands in the hall: the visitor is alone there, and staff know why.
const people = await visitor.page.evaluate(() => [...window.lingjing.world.people.values()].filter(({ role }) => role !== 'guide').length);
assert.deepEqual([await visitor.page.evaluate(() => window.lingjing.world.total), people], [1, 1]);
const present = await first.page.evaluate(async () => (await (await fetch('/api/v1/presence')).json()).halls.flatMap(({ people }) => people));
assert.deepEqual(present.map(({ editing }) => editing).sort(), [false, true, true]);

// One drags by the handle, and the other sees where it is held before it is let go.
await dragHandle(first, node, 90, async () => {
  await seen(second, ([id, x]) => {
    const [held] = window.lingjingEditor.others.value.flatMap(({ moving }) => (moving[id] ? [moving[id]] : []));
    return held && Math.abs(held.translation[0] - x) > 0.05;
  }, [node, before[0]]);
  assert.deepEqual(await shown(second, node, 'translation'), before);
  if (process.env.PICTURE) {
    await second.page.evaluate((id) => window.lingjingEditor.view.focus([id]), node);
    await second.page.waitForTimeout(2500);
    await second.page.screenshot({ path: process.env.PICTURE });
  }
});
await saved(first);
await seen(second, () => window.lingjingEditor.others.value.every(({ moving }) => Object.keys(moving).length === 0));

// The other turns the same by a number; neither loses anything.
const dragged = await shown(first, node, 'translation');
assert.notDeepEqual(dragged, before);
await shows(second, node, 'translation', dragged);
await choose(second, node);
const turn = second.page.locator('aside.right').getByLabel(/^旋转.*Y/);
await turn.fill('90');
await turn.press('Enter');
await saved(second);
const turned = await shown(second, node, 'rotation');
await shows(first, node, 'rotation', turned);
await shows(second, node, 'translation', dragged);

// Undo takes back one's own alone; the visitor has seen nothing of the draft.
await first.page.locator('[data-act="undo"]').click();
await shows(second, node, 'translation', before);
await shows(second, node, 'rotation', turned);
await first.page.locator('[data-act="redo"]').click();
await shows(second, node, 'translation', dragged);
assert.deepEqual(await visitor.page.evaluate((id) => window.lingjing.world.nodes.get(id).translation, node), before);

// A version is kept, then the draft is published as one step.
await second.page.locator('[data-side="versions"]').click();
await second.page.locator('form.keep input').fill('原来的样子');
await second.page.locator('form.keep button').click();
await second.page.locator('.versions li').first().waitFor({ timeout: PATIENCE });
await first.page.locator('.publish').click();
await first.page.locator('.review .yes').click();
await visitorSees(visitor, node, 'translation', dragged);
await visitorSees(visitor, node, 'rotation', turned);
await seen(second, () => window.lingjingEditor.draft.value.ops.length === 0);

// Live: every step by key is seen at once.
await second.page.locator('.bar .layers button').nth(1).click();
await second.page.locator('.ask .yes').click();
await seen(second, () => window.lingjingEditor.layer.value === 'published');
await choose(second, node);
await press(second, 'PageUp');
await saved(second);
const raised = await shown(second, node, 'translation');
assert.ok(raised[1] > dragged[1]);
await visitorSees(visitor, node, 'translation', raised);
await press(second, 'Control+z');
await visitorSees(visitor, node, 'translation', dragged);

// A drag in the live layer is seen while it lasts; afterwards nothing of it hangs over what is durable.
await visitor.page.evaluate((id) => {
  window.flown = 0;
  window.lingjing.world.on('nodes', () => (window.flown += window.lingjing.world.shared.has(`/nodes/${id}/translation`)));
}, node);
await dragHandle(second, node, 70);
await saved(second);
await visitorSees(visitor, node, 'translation', await shown(second, node, 'translation'));
await until(visitor, (id) => window.flown > 0 && !window.lingjing.world.shared.has(`/nodes/${id}/translation`), node);

// The version comes back, for everybody.
await second.page.locator('[data-side="versions"]').click();
await second.page.locator('.versions li', { hasText: '原来的样子' }).locator('.acts button').nth(1).click();
await second.page.locator('.ask .yes').click();
await visitorSees(visitor, node, 'translation', before);
await shows(first, node, 'translation', before);

assertCalm(first, second, visitor);
await browser.close();
