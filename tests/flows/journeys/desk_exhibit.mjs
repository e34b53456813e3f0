/** Staff bring a file in, watch it go through, look at it, publish it, and see it in the hall. */

import assert from 'node:assert/strict';

import { coloursOf, reaches, sheet, staff, upload } from './desk.mjs';
import { assertCalm, openBrowser, PARK, settled, until, visit } from './park.mjs';

const browser = await openBrowser();
const { EXHIBIT, EXHIBIT_HALL } = process.env;
const desk = await staff(browser, { path: '/desk/exhibits' });
const { page } = desk;

const parcel = await upload(desk, EXHIBIT);
await reaches(parcel, 'done');
assert.deepEqual(await parcel.locator('.steps li').evaluateAll((all) => all.map((one) => one.className).filter((name) => name !== 'done' && name !== 'skipped')), []);

await parcel.locator('footer a').click();
await page.waitForURL('**/desk/exhibits/*');
const id = page.url().split('/').pop();
const canvas = page.locator('.preview canvas');
await page.locator('.preview canvas[data-level="0"]').waitFor();
await page.locator('.view[aria-busy="false"]').waitFor();
const colours = await coloursOf(canvas);
assert.ok(colours > 12, `the preview shows ${colours} colours`);
const coarsest = page.locator('.levels button').last();
await coarsest.click();
await page.locator('.levels button:last-of-type[aria-pressed="true"]').waitFor();

await page.click('#tab-card');
await page.fill('input[name="title-zh"]', '来自工作台的展品');
await page.fill('input[name="title-en"]', 'From the desk');
await page.click('.form footer .el-button--primary');
await page.locator('h1', { hasText: '来自工作台的展品' }).waitFor();

await page.click('.head .publish');
await page.fill('.ask input', '首次展出');
await page.click('.ask .yes');
await page.locator('.head [data-state="published"]').waitFor();

await page.click('#tab-places');
await page.locator('.new .hall').click();
const hallName = (await (await fetch(`${PARK}/api/v1/park`)).json()).halls.find((hall) => hall.id === EXHIBIT_HALL).name.zh;
await page.locator('.el-select-dropdown__item:visible', { hasText: hallName }).click();
await page.locator('.put:enabled').click();
const node = await page.locator('.stands li').first().getAttribute('data-node');

const visitor = await visit(browser, { path: `/h/${EXHIBIT_HALL}` });
await settled(visitor);
const card = await until(visitor, (name) => window.lingjing.world.nodes.get(name)?.card, node);
assert.equal(card.title.zh, '来自工作台的展品');

// Taken away and put back by the one word that undoes it.
await page.locator('.stands .round').click();
await page.click('.ask .yes');
await page.locator('.stands li').waitFor({ state: 'detached' });
await until(visitor, (name) => !window.lingjing.world.nodes.has(name), node);
await page.locator('.toast .undo').last().click();
await page.locator('.stands li').waitFor();

// A new revision stays a draft until it is published; then everyone has it, and can have the old one back.
const shown = () => until(visitor, (name) => window.lingjing.world.nodes.get(name)?.exhibit?.revision, back);
const back = await page.locator('.stands li').first().getAttribute('data-node');
assert.equal(await shown(), 1);
await page.locator('.head .acts .el-button').first().click();
await page.locator('.el-dialog:visible input.files').setInputFiles(sheet('第二版.glb', [0.1, 0.5, 0.3]));
await page.locator('.head [data-state="newer"]').waitFor();
assert.equal(await shown(), 1);
await page.click('.head .publish');
await page.click('.ask .yes');
await until(visitor, (name) => window.lingjing.world.nodes.get(name)?.exhibit?.revision === 2, back);
await page.click('#tab-versions');
await page.locator('[data-revision="1"] .publish').click();
await page.click('.ask .yes');
await until(visitor, (name) => window.lingjing.world.nodes.get(name)?.exhibit?.revision === 1, back);

// Deleted: gone from the desk and from the hall.
await page.locator('.head .acts .round').click();
await page.locator('.el-dropdown-menu__item.bad').click();
await page.click('.ask .yes');
await page.waitForURL('**/desk/exhibits');
await until(visitor, (name) => !window.lingjing.world.nodes.has(name), back);
assert.equal(await page.locator(`[data-exhibit="${id}"]`).count(), 0);

assertCalm(desk, visitor);
await browser.close();
console.log(JSON.stringify({ id, node, colours }));
