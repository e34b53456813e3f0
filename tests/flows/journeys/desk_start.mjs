/** From an empty folder to an opened park, by the guide alone; then a visitor walks in. */

import assert from 'node:assert/strict';

import { assertFits, staff } from './desk.mjs';
import { assertCalm, openBrowser, PARK, PATIENCE } from './park.mjs';

const NAME = '江南智造产业园';
const browser = await openBrowser();
const one = await staff(browser);
const { page } = one;
const step = (name) => page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
const press = (name) => page.getByRole('button', { name, exact: true }).last().click();

await page.waitForURL('**/desk/start');
await step('您的账号');
await assertFits(one);
await page.getByLabel('姓名').fill('王敏');
await page.getByLabel('电子邮箱（用来登录）').fill('wang@example.cn');
await page.locator('input[name=new-password]').fill('vermilion-teapot-43-orbit');
await press('创建账号');

await step('名称与标志');
await page.locator('input[lang=zh]').fill(NAME);
await page.locator('input[lang=en]').fill('Jiangnan Industrial Park');
await press('下一步');

await step('语言');
await press('下一步');

await step('起始场景');
await page.getByText('一间空展厅').click();
await press('开始');

// Left in the middle, the guide goes on where it was.
await step('第一件展品');
await page.goto(`${PARK}/desk/start`);
await step('第一件展品');
await press('先跳过');

await step('邀请同事');
await press('生成邀请');
const link = await page.locator('.link code').innerText();
assert.match(link, /\/invitation\/[\w-]{20,}$/);
await press('下一步');

await step('开放园区');
await page.setViewportSize({ width: 375, height: 740 });
await assertFits(one);
await press('开放园区');
await page.getByText('园区已经开放').waitFor();

const visitor = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
await visitor.goto(PARK);
await visitor.locator('.sheet.welcome').waitFor({ timeout: PATIENCE });
assert.match(await visitor.locator('.sheet.welcome h2').innerText(), new RegExp(NAME));
assert.equal(await visitor.locator('#foot a').first().innerText(), '隐私政策');

// The guide is over: it leads nobody any more, and its place in the rail is gone.
await page.setViewportSize({ width: 1280, height: 800 });
await press('去工作台');
await page.waitForURL((url) => !url.pathname.endsWith('/start'));
assert.equal(await page.locator('.rail a[href="/desk/start"]').count(), 0);
assertCalm(one);
await browser.close();
