/**
 * Staff teach a guide by a file, try a question and follow its citation to the very words; then they take a
 * visitor's talk over by text, and give it back. Pages with something on them keep nobody out.
 */

import assert from 'node:assert/strict';

import { examine } from './axe.mjs';
import { staff } from './desk.mjs';
import { assertCalm, openBrowser, PARK, PATIENCE } from './park.mjs';

const TEXT = '---\ntitle: 共享中试线\nlang: zh\n---\n# 共享中试线\n\n## 收费\n中试线每班次收费 4860 元，含一名操作员。\n\n## 预约\n至少提前 9 天预约。\n';
const QUESTION = '共享中试线每班次收费多少？';
const browser = await openBrowser();
const desk = await staff(browser, { path: '/desk/knowledge' });
const { page } = desk;

// a file is dropped, read, and in use
await page.locator('input.files').setInputFiles({ name: '共享中试线.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) });
const card = page.locator('article[data-state="done"]');
await card.waitFor();
assert.match(await card.innerText(), /共享中试线\.md[\s\S]*段/);
const document = await card.locator('a').getAttribute('href');

// it answers, and its citation leads to the words it rests on
await page.goto(`${PARK}/desk/guide-bench`);
await page.locator('.ask input').fill(QUESTION);
await page.keyboard.press('Enter');
const said = page.locator('.said', { hasText: '4860' });
await said.waitFor();
assert.match(await page.locator('.found').innerText(), /共享中试线/);
await said.locator('a.source').first().click();
await page.waitForURL(`**${document}?at=*`);
const cited = page.locator('mark');
await cited.waitFor();
assert.match(await cited.innerText(), /4860 元/);

// a visitor talks with a guide; the desk hears it at once
const visitor = async (path, body, method = 'POST') => {
  const answer = await fetch(`${PARK}/api/v1/dialogues${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer;
};
await page.goto(`${PARK}/desk/dialogues?tab=live`);
await page.locator('main h2').first().waitFor();
const { token } = await (await visitor('', {})).json();
const ask = async (text) => (await visitor(`/own/${token}/questions`, { text })).text();
await ask(QUESTION);
const live = page.locator('.live .one');
await live.locator('.turn', { hasText: '4860' }).waitFor();

// taken over: a question waits for whoever writes, and the visitor gets their words, not an AI's
await live.locator('.take .el-button--primary').click();
const field = live.locator('.take textarea');
await field.waitFor();
const waiting = ask('能便宜一点吗？');
await live.locator('.asked', { hasText: '能便宜一点吗' }).waitFor();
await field.fill('可以，三班以上每班 4500 元。');
await field.press('Enter');
const heard = await waiting;
assert.match(heard, /4500/);
assert.match(heard, /"by": ?"human"/);
await live.locator('.said.human', { hasText: '4500' }).waitFor();

// given back: the guide answers again
await live.locator('.take .el-button', { hasText: '交还' }).click();
await live.locator('.take .el-button', { hasText: '接管' }).waitFor();
assert.match(await ask('要提前几天预约中试线？'), /9 ?天/);
await live.locator('.turn', { hasText: '9' }).last().waitFor();

// what it answered stands beside the document
await page.goto(PARK + document);
await page.locator('#tab-asked').click({ timeout: PATIENCE });
await page.locator('.asked a', { hasText: QUESTION }).first().waitFor();
assertCalm(desk);

const { dialogues } = await page.evaluate(async () => (await fetch('/api/v1/dialogues')).json());
const paths = [document, `/desk/dialogues/${dialogues[0].id}`, '/desk/dialogues/statistics', '/desk/guides/xiaojing', '/desk/guide-bench?tab=tests'];
assert.deepEqual(await examine(browser, paths, await desk.context.storageState(), 2000), []);
await browser.close();
