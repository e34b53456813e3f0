/**
 * An investor looks for space: in the colours of its status, reserved by somebody else before their
 * eyes; leaves a contact; books a visit and cancels it; holds another by a code, and gives it back.
 * LETTERS is a file with what the park sent. PICTURES=folder keeps pictures.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { asker, assertCalmBut404, assertOpen, shot, WIDE } from './business.mjs';
import { staff } from './desk.mjs';
import { openBrowser, PARK, until, visit } from './park.mjs';

const browser = await openBrowser();
const desk = await staff(browser);
const api = asker(desk);
const visitor = await visit(browser, { name: '投资人', context: WIDE });
const { page } = visitor;
const card = page.locator('.pane.detail');
await page.locator('.dock').waitFor();
await page.keyboard.press('u');
await page.locator('[data-unit]').first().waitFor();
const all = await page.locator('[data-unit]').count();
await page.locator('.pane.list .chip', { hasText: '实验室' }).click();
await until(visitor, (before) => document.querySelectorAll('[data-unit]').length < before, all);
await until(visitor, () => window.lingjing.stage.bench().scene.children.some(({ material, visible }) => visible && material?.name === 'unit'));
await shot(visitor, 'units');
await assertOpen(visitor, 'space to let');
const lab = page.locator('[data-unit]').first();
const unit = await lab.getAttribute('data-unit');
await lab.click();
await card.locator('.facts').waitFor();
await card.locator('.pane-foot .secondary').first().click();
await shot(visitor, 'unit');
await assertOpen(visitor, 'card of a unit');

// Somebody else holds it meanwhile: the card says so at once, and so does the list.
assert.equal((await api('POST', `/units/grounds/${unit}/holds`, {})).status, 201);
await card.locator('.notice.held').waitFor();
await until(visitor, (held) => document.querySelector(`[data-unit="${held}"] .badge.held`) !== null, unit);
await shot(visitor, 'unit-held');

// --- a contact, and a visit -----------------------------------------------------------------------

const sheet = page.locator('.sheet');
await card.locator('.pane-foot .primary').click();
await sheet.locator('button[type=submit]').click();
assert.equal(await sheet.locator('.fault:visible').count(), 3, 'every error at once');
await shot(visitor, 'contact-errors');
await assertOpen(visitor, 'contact');
await sheet.locator('input[name=name]').fill('王工');
await sheet.locator('input[name=phone]').fill('13800138000');
await sheet.locator('.consent input').check();
await sheet.locator('button[type=submit]').click();
await sheet.locator('.receipt').waitFor();
await page.keyboard.press('Escape');

await page.locator('.dock [data-act=visit]').click();
await sheet.locator('.day').first().waitFor();
await shot(visitor, 'visit');
await assertOpen(visitor, 'visit');
await sheet.locator('.time:not([disabled])').first().click();
await sheet.locator('input[name=name]').fill('王工');
await sheet.locator('input[name=email]').fill('wang@example.com');
await sheet.locator('.consent input').check();
await sheet.locator('button[type=submit]').click();
await sheet.locator('.receipt code').waitFor();
await shot(visitor, 'visit-booked');
const own = new URL(await sheet.locator('.receipt code').innerText());
assert.equal((await fetch(PARK + own.pathname)).status, 200);
const calendar = await sheet.locator('a[download]').getAttribute('href');
assert.match(await (await fetch(PARK + calendar)).text(), /BEGIN:VEVENT/);
await sheet.locator('button', { hasText: '查看我的预约' }).click();
await sheet.locator('.secondary.danger').click();
await sheet.locator('.primary.danger').click();
await sheet.locator('.status-line', { hasText: '已取消' }).waitFor();
await shot(visitor, 'visit-cancelled');

// --- another unit, held by whoever proves an address ----------------------------------------------

/** The code of the last letter to an address. */
const codeFor = (address) => readFileSync(process.env.LETTERS, 'utf8').split('\n').filter((line) => line.includes(address))
  .map((line) => /\b\d{6}\b/.exec(line.split('text=')[1] ?? '')?.[0]).findLast(Boolean);
await page.keyboard.press('Escape');
await page.locator('.pane.list .badge.free').first().click();
await card.locator('.pane-foot .primary', { hasText: '预留' }).click();
await sheet.locator('input[name=name]').fill('李工');
await sheet.locator('input[name=email]').fill('li@example.com');
await sheet.locator('.consent input').check();
const { hold_days: days } = (await api('GET', '/units')).body;
assert.match(await sheet.innerText(), new RegExp(`${days} 天内`));
await sheet.locator('button[type=submit]').click();
await sheet.locator('#business-code').waitFor();
await shot(visitor, 'hold-code');
let code;
while (!(code = codeFor('li@example.com'))) await page.waitForTimeout(100);
await sheet.locator('#business-code').fill(code);
await sheet.locator('button[type=submit]').click();
await sheet.locator('.done-mark').waitFor();
await page.keyboard.press('Escape');
await card.locator('.status-line', { hasText: '您已预留' }).waitFor();
await shot(visitor, 'hold-mine');
await assertOpen(visitor, 'a unit of one\'s own');
await card.locator('button', { hasText: '取消预留' }).click();
await sheet.locator('.primary.danger').click();
await sheet.locator('.done-mark').waitFor();
await page.keyboard.press('Escape');
await card.locator('.pane-foot .primary', { hasText: '预留' }).waitFor();

assertCalmBut404(visitor, desk);
await browser.close();
