/** Every page of an applicant, and then of a resident company, as somebody with other eyes or hands meets it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { examine } from './axe.mjs';
import { staff } from './desk.mjs';
import { openBrowser } from './park.mjs';
import { granted, handIn, signUp, step, WHOLE } from './registration_kit.mjs';

const { PAPER } = process.env;
const browser = await openBrowser();
const clerk = await staff(browser);
await clerk.page.locator('#rail a').first().waitFor();
const { body: host } = await granted(clerk, 'POST', '/custodians', { title: { zh: '云谷托管', en: 'Yungu' }, place: { zh: '星湖街 328 号', en: '328 Xinghu Street' }, seats: 3 });

const serious = await examine(browser, ['/desk/apply'], undefined);
const firm = await staff(browser, { signedIn: false, path: '/desk/apply' });
const id = await signUp(firm, 'chen@yunfan.example', '陈云帆');
const state = await firm.context.storageState();
const form = `/desk/company/${id}/form?step=`;
const { body: { version } } = await granted(firm, 'GET', `/applications/${id}`);
await granted(firm, 'PATCH', `/applications/${id}`, { version, fields: { ...WHOLE, credit_code: '914403001922038217', website: 'www' } });
serious.push(...(await examine(browser, ['/desk/company', ...['firm', 'representative', 'contact', 'booth', 'consents', 'documents', 'review'].map((name) => form + name)], state)));

const { body: half } = await granted(firm, 'GET', `/applications/${id}`);
await granted(firm, 'PATCH', `/applications/${id}`, { version: half.version, fields: WHOLE });
for (const kind of ['licence', 'legal_rep_id', 'commitment']) await handIn(firm, id, kind, readFileSync(PAPER));
await step(firm, id, 'submit');
await step(clerk, id, 'claim');
await step(clerk, id, 'request_changes', { items: [{ pointer: '/fields/scope', text: '请补充。' }, { pointer: '/documents/licence', text: '请重拍。' }] });
serious.push(...(await examine(browser, ['/desk/company', `${form}firm`, `${form}review`], state)));
await step(firm, id, 'submit', { note: '执照即如此。' });
await step(clerk, id, 'approve', { custodian: host.id });
serious.push(...(await examine(browser, ['/desk/company'], state)));
const { body: { agreement } } = await granted(firm, 'GET', `/applications/${id}`);
await step(firm, id, 'activate', { agreement: agreement.version });
const { body: { booth, certificate } } = await granted(firm, 'GET', `/applications/${id}`);
const booths = `/desk/halls/${booth.hall}?booth=${booth.node}`;
serious.push(...(await examine(browser, ['/desk/company', '/desk/exhibits', booths, `/verify/${certificate.number}`, '/desk/account'], state)));
await step(clerk, id, 'suspend', { reason: 'unreachable' });
serious.push(...(await examine(browser, ['/desk/company'], state)));
assert.deepEqual(serious, []);
await browser.close();
