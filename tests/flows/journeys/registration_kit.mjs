/** What the journeys of companies share: codes out of the park's log, a form filled in, steps of the registry desk. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { MS, PATIENCE } from './park.mjs';

/** Where a park that sends nothing writes its letters. */
const LOG = process.env.PARK_LOG ?? `${process.env.LINGJING_DATA}/../log`;

/** The code that the park, whose letters go to its log, sent last to an address. */
export async function codeFor(address) {
  for (const end = Date.now() + MS(20_000); Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    const letters = readFileSync(LOG, 'utf8').split('\n').filter((line) => line.includes(`to=${address} `));
    const code = /text='\D*(\d{6})\D/.exec(letters.at(-1) ?? '')?.[1];
    if (code) return code;
  }
  throw new Error(`no code came to ${address}`);
}

/** Ask the park as whoever is signed in on a page; its answer with the status. */
export function asking({ page }, method, path, body) {
  return page.evaluate(async ([verb, url, what]) => {
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const headers = { Accept: 'application/json', 'X-CSRF-Token': csrf, ...(what ? { 'Content-Type': 'application/json' } : {}) };
    const answer = await fetch(`/api/v1${url}`, { method: verb, headers, body: what ? JSON.stringify(what) : undefined });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null, at: Date.now() };
  }, [method, path, body ?? null]);
}

/** Ask, and insist on a good answer. */
export async function granted(who, method, path, body) {
  const answer = await asking(who, method, path, body);
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 600)}`);
  return answer;
}

/** Do one verb of the workflow by the newest version. */
export async function step(who, id, verb, more = {}) {
  const { body: { version } } = await granted(who, 'GET', `/applications/${id}`);
  return granted(who, 'POST', `/applications/${id}/transitions`, { verb, version, ...more });
}

/** Sign up at the door of applicants; the id of the draft. */
export async function signUp({ page }, address, name) {
  await page.locator('input[name=address]').fill(address);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.locator('input[name=code]').fill(await codeFor(address));
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=consent]').check();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL('**/company/*/form**');
  return /e_[0-9a-f]{16}/.exec(page.url())[0];
}

/** Take a refusal that was asked for off what a page complained of, once the page has told of it. */
export async function expected({ faults }, status) {
  const told = () => faults.findIndex((fault) => fault.includes(`status of ${status} `));
  for (const end = Date.now() + MS(20_000); told() < 0 && Date.now() < end; await new Promise((done) => setTimeout(done, 20)));
  assert.ok(told() >= 0, `no page told of ${status}`);
  faults.splice(told(), 1);
}

/** Everything is with the park. */
export const saved = ({ page }) => page.locator('[data-standing="saved"]').waitFor({ timeout: PATIENCE });

/** Go on to the next step of the form. */
export async function next(who, title) {
  await who.page.locator('footer .next').click();
  await who.page.getByRole('heading', { name: title, level: 2 }).waitFor();
}

/** Choose from a list that opens. */
export async function choose({ page }, field, words) {
  await page.locator(`#field-${field}`).click();
  await page.getByRole('option', { name: words }).first().click();
}

/** A form that is right in every field. */
export const WHOLE = {
  case: 'existing', credit_code: '9144030071526726XG', name: '苏州云帆软件有限公司', name_en: 'Suzhou Yunfan Software Co., Ltd.', legal_form: 'limited', industry: '65',
  scope: '软件开发；信息技术咨询服务', capital: '500万元', established: '2019-04-18', registered_address: '江苏省苏州市吴中区灵岩路 1 号',
  legal_rep: '李小境', id_kind: 'resident_id', id_number: '11010519491231002X', contact_name: '李小境', phone: '138 0013 8000', email: 'li@zhixing.example',
  wants_booth: true, brief: '面向中小工厂的协作机器人。', brief_en: 'Collaborative robots for small factories.', website: 'https://www.zhixing.example',
  consent_truth: true, consent_privacy: true, consent_identity: true,
};

/** Hand in a file as a document without the form. */
export async function handIn({ page }, id, kind, bytes) {
  const upload = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0));
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const answer = await fetch('/api/v1/uploads', {
      method: 'POST', body: data,
      headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(data.length), 'Upload-Metadata': `filename ${btoa('paper.pdf')}`, 'Content-Type': 'application/offset+octet-stream', 'X-CSRF-Token': csrf },
    });
    return answer.headers.get('Location').split('/').at(-1);
  }, bytes.toString('base64'));
  await granted({ page }, 'POST', `/applications/${id}/documents`, { upload, kind });
}
