/**
 * Takes the pictures of guides from a demo park of its own, whose data is changed (it needs a Chinese typeface):
 *   .venv/bin/lingjing demo --data FOLDER
 *   LINGJING_DATA=FOLDER .venv/bin/lingjing serve
 *   PARK_URL=http://localhost:8000 PARK_COMMAND='[".venv/bin/lingjing"]' LINGJING_DATA=FOLDER \
 *   CHROMIUM=/usr/bin/chromium .venv/bin/node tools/guide_pictures.mjs docs/images [NAME …]
 */

import { staff } from '../tests/flows/journeys/desk.mjs';
import { openBrowser, PARK, PATIENCE, settled, until, visit } from '../tests/flows/journeys/park.mjs';

const [folder, ...only] = process.argv.slice(2);
const DESK = { viewport: { width: 1280, height: 800 } };
const STAGE = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 375, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** Asked on the page before pictures of the desk are taken: some answered, some on no record. */
const TALKS = [
  ['厂房租金多少，承重多少？', '访客停车怎么收费？'],
  ['新能源企业有什么补贴？', '园区里有直升机停机坪吗？'],
  ['人才公寓单间多少钱？', '离地铁站有多远？'],
];
const browser = await openBrowser();

async function keep({ page, context }, name) {
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 84, timeout: PATIENCE });
  console.log(name);
  await context.close();
}
/** A page of the desk, as the operator. */
async function atDesk(path) {
  const one = await staff(browser, { path, context: DESK });
  await one.page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await one.page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('main [aria-busy="true"], .bone'), undefined, { polling: 100 });
  return one;
}
const send = async (path, body) => (await fetch(`${PARK}/api/v1/dialogues${path}`, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
}));
async function talked(questions) {
  const { token } = await (await send('', {})).json();
  for (const text of questions) await (await send(`/own/${token}/questions`, { text })).text();
}
/** A visitor who has asked the guide of a hall, and sees the answer. */
async function asked(question, acts) {
  const one = await visit(browser, { name: '林女士', path: '/h/exhibition', quality: 'high', context: STAGE });
  await settled(one);
  await until(one, () => window.lingjing.guide && window.lingjing.world.guides.here.length > 0);
  await one.page.keyboard.press('g');
  await one.page.waitForSelector('.talk-pane');
  await one.page.fill('.composer textarea', question);
  await one.page.keyboard.press('Enter');
  await until(one, (names) => {
    const done = [...window.lingjing.guide.turns.values()].flatMap(({ acts }) => acts).filter(({ state }) => state === 'done');
    return window.lingjing.guide.said.some(({ citations }) => citations.length)
      && names.every((name) => done.some(({ action }) => action === name));
  }, acts);
  return one;
}

const pictures = {
  async guide() {
    const one = await asked(TALKS[0][1], []);
    await one.page.waitForTimeout(2500);
    await keep(one, 'guide');
  },
  async 'guide-acts'() {
    await keep(await asked('六轴协同装配机器人能抓多重？把它拆开看看。', ['explode_exhibit']), 'guide-acts');
  },
  async 'guide-phone'() {
    const context = await browser.newContext({ ...PHONE, locale: 'zh-CN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${PARK}/guide`);
    await page.fill('.composer textarea', TALKS[0][0]);
    await page.tap('.composer .send');
    await page.waitForSelector('.source');
    await page.tap('.cite');
    await page.waitForTimeout(1500);
    await keep({ page, context }, 'guide-phone');
  },
  async 'guide-vr'() {
    const one = await visit(browser, { path: '/h/exhibition', headset: true, quality: 'high', context: STAGE });
    const { page } = one;
    await settled(one);
    await until(one, () => window.lingjing.guide && window.lingjing.world.guides.here.length > 0);
    // Turn to the guide first, as one would.
    await page.keyboard.press('g');
    await page.waitForSelector('.talk-pane');
    await page.waitForTimeout(1500);
    await page.click('.talk-pane [aria-label="关闭"]');
    await page.click('.vr.primary');
    await until(one, () => window.lingjing.stage.xr.active());
    await page.waitForTimeout(2000);
    await page.evaluate(() => {
      headset.controllers.left.position.set(-0.25, 1.25, -0.45);
      headset.controllers.right.position.set(0.25, 1.25, -0.45);
      headset.controllers.right.updateButtonValue('a-button', 1);
    });
    await page.waitForTimeout(3000);
    await page.evaluate(() => headset.controllers.right.updateButtonValue('a-button', 0));
    await page.waitForTimeout(3000);
    // The card stands aside, so that the guide goes on being seen: look between the two.
    await page.evaluate(() => {
      headset.quaternion.set(0, Math.sin(0.13), 0, Math.cos(0.13));
      headset.position.set(0.35, 1.6, 0);
    });
    await page.waitForTimeout(2500);
    await keep(one, 'guide-vr');
  },
  async 'desk-knowledge'() {
    await keep(await atDesk('/desk/knowledge'), 'desk-knowledge');
  },
  async 'desk-guide-bench'() {
    const one = await atDesk('/desk/guide-bench');
    await one.page.locator('.ask input').fill('访客停车怎么收费？');
    await one.page.keyboard.press('Enter');
    await one.page.locator('.said a.source').first().waitFor();
    await keep(one, 'desk-guide-bench');
  },
  async 'desk-personas'() {
    await keep(await atDesk('/desk/guides'), 'desk-personas');
  },
  async 'desk-dialogues'() {
    for (const questions of TALKS) await talked(questions);
    await keep(await atDesk('/desk/dialogues'), 'desk-dialogues');
  },
  async 'desk-open-questions'() {
    await keep(await atDesk('/desk/open-questions'), 'desk-open-questions');
  },
};

for (const [name, take] of Object.entries(pictures)) {
  if (only.length === 0 || only.includes(name)) await take();
}
await browser.close();
