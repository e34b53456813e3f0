/**
 * Takes the pictures of companies from a park of its own, whose data is changed (it needs a Chinese typeface):
 *   .venv/bin/python -m tests.flows.pictured FOLDER
 *   LINGJING_DATA=FOLDER .venv/bin/lingjing serve 2> LOG
 *   PARK_URL=http://localhost:8000 PARK_COMMAND='[".venv/bin/lingjing"]' LINGJING_DATA=FOLDER PARK_LOG=LOG \
 *   CHROMIUM=/usr/bin/chromium .venv/bin/node tools/company_pictures.mjs docs/images [NAME …]
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { staff } from '../tests/flows/journeys/desk.mjs';
import { openBrowser, PARK, PATIENCE, settled, until, visit } from '../tests/flows/journeys/park.mjs';
import { asking, choose, granted, saved, signUp } from '../tests/flows/journeys/registration_kit.mjs';

const [folder, ...only] = process.argv.slice(2);
const DESK = { viewport: { width: 1440, height: 900 } };
const STAGE = { viewport: { width: 1440, height: 810 } };
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** Draws the first page of a PDF: 110 dots to an inch are fine enough to read it. */
const PRINT = "import sys, pypdfium2; pypdfium2.PdfDocument(sys.argv[1])[0].render(scale=110 / 72).to_pil().convert('RGB').save(sys.argv[2], quality=88)";
/** Who left a contact: name, telephone, company, wishes, and how far each has come. */
const LEADS = [
  ['周启明', '13800010001', '启明精密', '想看 800 平方米以上的厂房', []],
  ['何雨桐', '13800010002', '雨桐设计', '工位 6 个，下月入驻', []],
  ['陆一帆', '13800010003', '一帆储能', '实验室，需要 200 kW', ['contacted']],
  ['许静', '13800010004', '静观生物', '洁净实验室', ['contacted', 'visited']],
  ['高远', '13800010005', '高远航空', '整层办公', ['contacted', 'visited', 'negotiating']],
];
const browser = await openBrowser();
const { companies } = await (await fetch(`${PARK}/api/v1/companies`)).json();
const company = companies.find(({ name }) => name.includes('云帆')) ?? companies[0];

const still = (page) => page.evaluate(() => Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)));
async function keep({ page, context }, name) {
  await still(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 84, timeout: PATIENCE });
  console.log(name);
  await context.close();
}
/** A page of the desk, as the operator. */
async function atDesk(path, context = DESK) {
  const one = await staff(browser, { path, context });
  await one.page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await one.page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('main [aria-busy="true"], .bone'), undefined, { polling: 100 });
  return one;
}
const come = (path, context = STAGE, quality = 'high') => visit(browser, { name: '林女士', path, quality, context });
/** A form on its way: the first page filled in, with one wrong figure in the credit code. */
async function applying(context, address) {
  const firm = await staff(browser, { signedIn: false, path: '/desk/apply', context });
  await signUp(firm, address, '沈知远');
  const { page } = firm;
  await page.getByText('已有营业执照').click();
  await page.locator('input[name=credit_code]').fill('9132 0594 MA1K 9X2T 70');
  await page.locator('input[name=credit_code]').blur();
  await page.locator('#credit_code-wrong').waitFor();
  await page.locator('input[name=name]').fill('苏州澄明光学科技有限公司');
  await page.locator('input[name=name]').blur();
  await saved(firm);
  return firm;
}
const newest = async (desk, query) => (await granted(desk, 'GET', `/applications?${query}`)).body.applications[0];

const pictures = {
  async street() {
    const one = await come('/h/street');
    await settled(one);
    await one.page.evaluate(() => window.lingjing.travel.jump([-1.5, 0, 20.5], 0.58, 0.03));
    await one.page.waitForTimeout(4000);
    await keep(one, 'street');
  },
  async company() {
    const one = await come(`/h/street?company=${company.id}`);
    await one.page.locator('.pane.detail h2', { hasText: company.name }).waitFor();
    await settled(one);
    await one.page.waitForTimeout(4000);
    await keep(one, 'company');
  },
  async 'space-to-let'() {
    const desk = await atDesk('/desk/space');
    // Some held and one let, so that all three colours are seen. A second time they are already.
    for (const unit of ['g-01', 'f-301']) await asking(desk, 'POST', `/units/grounds/unit-${unit}/holds`, {});
    await asking(desk, 'PUT', '/units/grounds/unit-g-02/status', { status: 'let' });
    await desk.context.close();
    const one = await come('/h/grounds');
    await one.page.locator('.dock').waitFor();
    await one.page.keyboard.press('u');
    await one.page.locator('[data-unit]', { hasText: 'Z-1601' }).click();
    await one.page.locator('.pane.detail .facts').waitFor();
    await settled(one);
    await one.page.evaluate(() => {
      document.querySelector('[data-unit]').scrollIntoView({ block: 'center' });
      window.lingjing.viewer.yaw -= 0.3;
      window.lingjing.viewer.pitch += 0.1;
    });
    await one.page.mouse.move(720, 700);
    await one.page.waitForTimeout(4000);
    await keep(one, 'space-to-let');
  },
  async 'apply-form'() {
    const firm = await applying(DESK, `chengming${Date.now()}@example.com`);
    await choose(firm, 'legal_form', '有限责任公司');
    await firm.page.waitForTimeout(1500);
    await saved(firm);
    await keep(firm, 'apply-form');
  },
  async 'apply-phone'() {
    const firm = await applying(PHONE, `guangxue${Date.now()}@example.com`);
    await firm.page.evaluate(() => scrollTo(0, 0));
    await keep(firm, 'apply-phone');
  },
  async 'registry-queue'() {
    await keep(await atDesk('/desk/applications'), 'registry-queue');
  },
  async 'registry-application'() {
    const one = await atDesk('/desk/applications');
    const { id } = await newest(one, 'state=in_review');
    await one.page.goto(`${PARK}/desk/applications/${id}`);
    await one.page.locator('.viewer img').waitFor();
    await one.page.waitForFunction(() => document.querySelector('.viewer img')?.naturalWidth > 500, undefined, { timeout: PATIENCE });
    await keep(one, 'registry-application');
  },
  async 'registry-seats'() {
    await keep(await atDesk('/desk/seats'), 'registry-seats');
  },
  async 'company-home'() {
    await keep(await atDesk(`/desk/company/${company.id}`), 'company-home');
  },
  async leads() {
    const one = await atDesk('/desk/leads');
    const { body: { leads } } = await granted(one, 'GET', '/leads');
    for (const [name, phone, from, wants, steps] of LEADS.slice(leads.length)) {
      await granted(one, 'POST', '/leads', { name, phone, company: from, wants, source: { kind: 'unit', ref: 'grounds/unit-f-101' }, consent: { version: 0 } });
      const { body } = await granted(one, 'GET', '/leads');
      for (const state of steps) {
        await granted(one, 'PATCH', `/leads/${body.leads[0].id}`, { state });
      }
    }
    await one.page.reload();
    await one.page.locator('.board').waitFor();
    await keep(one, 'leads');
  },
  async certificate() {
    const one = await atDesk('/desk/companies');
    const bytes = await one.page.evaluate(async (id) => {
      const sheet = await (await fetch(`/api/v1/applications/${id}/certificate.pdf`)).arrayBuffer();
      return btoa(Array.from(new Uint8Array(sheet), (byte) => String.fromCodePoint(byte)).join(''));
    }, company.id);
    const apart = mkdtempSync(join(tmpdir(), 'sheet-'));
    writeFileSync(join(apart, 'sheet.pdf'), Buffer.from(bytes, 'base64'));
    execFileSync(new URL('../.venv/bin/python', import.meta.url).pathname, ['-c', PRINT, join(apart, 'sheet.pdf'), `${folder}/certificate.jpg`]);
    rmSync(apart, { recursive: true });
    console.log('certificate');
    await one.context.close();
  },
  async verify() {
    const desk = await atDesk('/desk/companies');
    const { body } = await granted(desk, 'GET', `/applications/${company.id}`);
    await desk.context.close();
    const context = await browser.newContext({ ...PHONE, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(`${PARK}/verify/${body.certificate.number}`);
    await keep({ page, context }, 'verify-phone');
  },
};

for (const [name, take] of Object.entries(pictures)) if (!only.length || only.includes(name)) await take();
await browser.close();
