/**
 * A hall's life at the desk: made as a copy of another, changed in the draft with a mistake on the
 * way, published with a note, compared with a version and brought back to it, opened, deleted.
 */

import assert from 'node:assert/strict';

import { assertFits, staff } from './desk.mjs';
import { edit, saved, seen } from './editor.mjs';
import { assertCalm, openBrowser, PARK } from './park.mjs';

const HALL = 'east';
const browser = await openBrowser();
const person = await staff(browser, { path: '/desk/halls' });
const { page } = person;
const sceneOf = async () => (await page.evaluate((hall) => fetch(`/api/v1/halls/${hall}/scene`).then((r) => r.json()), HALL));
const plinth = await page.evaluate(async () => {
  const { nodes } = await (await fetch('/api/v1/halls/exhibition/scene')).json();
  return Object.keys(nodes).find((id) => nodes[id].kind === 'plinth');
});

await page.locator('[data-hall="exhibition"] .acts .round').click();
await page.locator('.el-dropdown-menu__item:visible', { hasText: '复制展厅' }).click();
await page.getByLabel('中文名称').fill('东展厅');
await page.getByLabel('英文名称').fill('East');
assert.equal(await page.getByLabel('网址标识').inputValue(), HALL, 'an id is suggested from the name');
await page.locator('.save').click();
await page.waitForURL(`**/desk/halls/${HALL}`);
await edit(person, HALL);

// A number that the park refuses is told at its field; a sound one is drafted.
await page.evaluate((id) => window.lingjingEditor.select([id], 'only'), plinth);
const radius = page.getByRole('textbox', { name: '半径', exact: true });
const before = await radius.inputValue();
await radius.fill('999');
await radius.press('Enter');
await page.locator('.properties .trouble', { hasText: '0.05..100' }).waitFor();
await radius.fill('1.25');
await radius.press('Enter');
await seen(person, (id) => window.lingjingEditor.scene.value.nodes[id].plinth.radius === 1.25, plinth);
await saved(person);
assert.equal(String((await sceneOf()).nodes[plinth].plinth.radius), before, 'visitors do not see the draft');

// A version of what is published, then the draft over it.
await page.locator('[data-side="versions"]').click();
await page.locator('.keep input').fill('开业布置');
await page.locator('.keep button').click();
await page.locator('[data-version="1"]').waitFor();
await page.locator('.bar .publish').click();
await page.locator('.review [data-how="changed"]', { hasText: '1.25 m' }).waitFor();
await page.locator('.review .field input').fill('加大展台');
await page.locator('.review .yes').click();
await seen(person, (id) => window.lingjingEditor.published.value.nodes[id].plinth.radius === 1.25, plinth);

await page.locator('[data-version="1"] .acts button').first().click();
await page.locator('[data-version="1"] [data-how="changed"]', { hasText: `${before} m` }).waitFor();
await page.locator('[data-version="1"] .acts .plain').click();
await page.locator('.ask .yes').click();
await seen(person, ([id, was]) => String(window.lingjingEditor.published.value.nodes[id].plinth.radius) === was, [plinth, before]);
await page.locator('#tab-history').click();
await page.locator('.edits li', { hasText: '加大展台' }).waitFor();
await page.locator('.edits li', { hasText: '恢复' }).first().waitFor();

// Opened to visitors, and taken away for good.
await page.goto(`${PARK}/desk/halls`);
const row = page.locator(`[data-hall="${HALL}"]`);
await row.locator('.door').click();
await row.locator('.pill.good').waitFor();
await assertFits(person);
await row.locator('.acts .round').click();
await page.locator('.el-dropdown-menu__item:visible', { hasText: '删除展厅' }).click();
await page.locator('.ask .yes').click();
await row.waitFor({ state: 'detached' });
assertCalm(person);
await browser.close();
