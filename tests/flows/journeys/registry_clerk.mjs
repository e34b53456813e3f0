/**
 * A clerk's way with an application: claimed by keys alone, its documents looked at, two comments pinned and sent as
 * one list, persons shown for a reason, approved once the company has handed in again.
 */

import assert from 'node:assert/strict';

import { staff } from './desk.mjs';
import { assertCalm, openBrowser, PARK, PATIENCE } from './park.mjs';
import { granted, step } from './registration_kit.mjs';

const { CLERK, FIRM, APPLICATION, COMPANY } = process.env;
const signedIn = (value) => ({ storageState: { cookies: [{ name: 'lingjing', value, url: PARK }].map((one) => ({ ...one, url: undefined, domain: new URL(PARK).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' })), origins: [] } });
const browser = await openBrowser();
const clerk = await staff(browser, { signedIn: false, path: '/desk/applications', context: signedIn(CLERK) });
const { page } = clerk;
const stands = (state) => page.locator(`.head [data-state="${state}"]`).waitFor({ timeout: PATIENCE });

// By keys alone: down to the row, claim it, open it.
await page.locator(`[data-row="${APPLICATION}"]`).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.dataset.row ?? '');
for (let presses = 0; (await focused()) !== APPLICATION; presses++) {
  assert.ok(presses < 20, 'J comes to every row');
  await page.keyboard.press('j');
  await page.waitForFunction((before) => (document.activeElement?.closest('[data-row]')?.dataset.row ?? '') !== before, presses ? null : '', { timeout: 2000 }).catch(() => undefined);
}
await page.keyboard.press('c');
await page.locator(`[data-row="${APPLICATION}"] [data-state="in_review"]`).waitFor();
assert.equal(await focused(), APPLICATION, 'the row keeps the focus');
await page.keyboard.press('Enter');
await page.getByRole('heading', { name: COMPANY, level: 1 }).waitFor();
await stands('in_review');

// A PDF, drawn by the park: its second page, larger, turned.
await page.getByRole('button', { name: '集群注册住所承诺书', exact: true }).click();
const picture = page.locator('.viewer img');
const drawn = () => page.waitForFunction(() => document.querySelector('.viewer img')?.naturalWidth > 500, undefined, { timeout: PATIENCE });
await drawn();
const first = await picture.getAttribute('src');
await page.locator('.viewer .table').focus();
await page.keyboard.press('ArrowRight');
await page.waitForFunction((src) => document.querySelector('.viewer img')?.getAttribute('src') !== src, first);
await drawn();
const narrow = (await picture.boundingBox()).width;
await page.keyboard.press('+');
await page.waitForFunction((width) => document.querySelector('.viewer img').getBoundingClientRect().width > width * 1.2, narrow);
await page.keyboard.press('r');
assert.match(await picture.getAttribute('style'), /rotate\(90deg\)/);

// Persons are masked until somebody says why.
assert.ok(!(await page.locator('main').innerText()).includes('11010519491231'), 'masked');
await page.locator('[data-pointer="/fields/id_number"]').getByRole('button', { name: /查看/ }).click();
await page.getByLabel('用途').fill('与执照核对法定代表人');
await page.getByRole('button', { name: '记录并查看' }).click();
await page.locator('[data-pointer="/fields/id_number"] [data-shown="whole"]', { hasText: '11010519491231' }).waitFor();

// Two comments, one list, sent once.
const pin = async (opener, pointer, text) => {
  await opener.click();
  const field = page.locator(`[data-pin="${pointer}"] textarea`);
  await page.waitForFunction((at) => document.activeElement?.closest('[data-pin]')?.dataset.pin === at, pointer);
  await field.fill(text);
};
await pin(page.locator('[data-pointer="/fields/scope"] .pinner'), '/fields/scope', '与执照副本一致');
await page.getByRole('button', { name: '营业执照', exact: true }).click();
await pin(page.locator('.viewer .pinner'), '/documents/licence', '公章看不清，请重新扫描');
await page.locator('[data-verb="request_changes"]').click();
const letter = page.locator('.letter li');
await letter.nth(1).waitFor();
assert.deepEqual(await letter.allInnerTexts(), ['经营范围 · 与执照副本一致', '营业执照 · 公章看不清，请重新扫描']);
await page.getByRole('button', { name: '发出 2 项' }).click();
await stands('changes_requested');

// The company hands in again.
const firm = await staff(browser, { signedIn: false, path: '/legal/privacy', context: signedIn(FIRM) });
const { body: { version } } = await granted(firm, 'GET', `/applications/${APPLICATION}`);
await granted(firm, 'PATCH', `/applications/${APPLICATION}`, { version, fields: { scope: '软件开发；软件销售；信息技术咨询服务' } });
await step(firm, APPLICATION, 'submit', { note: '执照已是最清楚的一份' });

// What was asked stays beside what was changed; then the clerk approves.
await page.reload();
await stands('in_review');
await page.locator('[data-pointer="/fields/scope"] .said', { hasText: '与执照副本一致' }).waitFor();
await page.locator('[data-verb="approve"]').click();
await page.locator('.host.on').waitFor();
await page.locator('.el-dialog').getByRole('button', { name: '通过', exact: true }).click();
await stands('approved');

assertCalm(clerk, firm);
await browser.close();
