/** An editor whose line is cut goes on: what was done meanwhile is kept, said, and saved afterwards. */

import assert from 'node:assert/strict';

import { staff } from './desk.mjs';
import { choose, edit, press, saved, SCREEN, seen, shown, shows } from './editor.mjs';
import { layCable, openBrowser, PATIENCE } from './park.mjs';

const HALL = process.env.EDIT_HALL;
const browser = await openBrowser();
const cable = await layCable();
const far = await staff(browser, { base: cable.base, context: SCREEN });
const near = await staff(browser, { context: SCREEN });
await Promise.all([edit(far, HALL, cable.base), edit(near, HALL)]);
const [node, other] = await near.page.evaluate(() => {
  const { nodes } = window.lingjingEditor.scene.value;
  return Object.keys(nodes).filter((id) => nodes[id].kind === 'plinth' && !nodes[id].parent);
});

await choose(far, node);
cable.cut();
await seen(far, () => window.lingjingEditor.status.value === 'away');
await press(far, 'ArrowRight');
await press(far, 'ArrowRight');
await press(far, 'PageUp');
const moved = await shown(far, node, 'translation');
await far.page.locator('.saved.away', { hasText: /1|2|3/ }).waitFor({ timeout: PATIENCE });

// Meanwhile somebody else works on.
await choose(near, other);
await press(near, 'PageUp');
await saved(near);
const theirs = await shown(near, other, 'translation');

cable.mend();
await far.page.locator('.saved button').click().catch(() => undefined);
await saved(far);
await shows(near, node, 'translation', moved);
await shows(far, other, 'translation', theirs);
await near.page.reload();
await seen(near, () => window.lingjingEditor?.status.value === 'live');
await shows(near, node, 'translation', moved);
assert.deepEqual(await shown(near, other, 'translation'), theirs);
cable.close();
await browser.close();
