/**
 * The pages of the registry desk, full of work, and of promotion, with a lead and a visit, as a manager: nobody is kept
 * out, nothing lies beyond the edge.
 */

import assert from 'node:assert/strict';

import { examine } from './axe.mjs';
import { openBrowser, PARK } from './park.mjs';

const { MANAGER, APPLICATIONS, ONLY = '' } = process.env;
const cookie = { name: 'lingjing', value: MANAGER, domain: new URL(PARK).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' };
const paths = [
  '/desk/applications', '/desk/applications?view=all', '/desk/applications/statistics', '/desk/companies', '/desk/seats', '/desk/seats?tab=seats', '/desk/seats?tab=booths',
  '/desk/leads', '/desk/bookings', '/desk/space',
  ...APPLICATIONS.split(',').map((id) => `/desk/applications/${id}`),
].filter((path) => path.includes(ONLY));

/** What a visitor leaves behind. */
async function leave(path, more = {}) {
  const contact = { name: '王芳', phone: '138 0013 8000', company: '晨光精密', wants: '300 平方米实验室', source: { kind: 'page', ref: '' }, consent: { version: 0 }, lang: 'zh-CN' };
  const answer = await fetch(`${PARK}/api/v1${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...contact, ...more }) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
}
const { slots } = await (await fetch(`${PARK}/api/v1/bookings/slots?days=30`)).json();
await leave('/leads');
await leave('/bookings', { starts: slots[0].starts, people: 3, name: 'Anna Schmidt', company: 'Bremer Messtechnik GmbH', phone: '138 0013 8001' });
const browser = await openBrowser();
assert.deepEqual(await examine(browser, paths, { cookies: [cookie], origins: [] }), []);
await browser.close();
