/** A headset shows a code; somebody on a phone says yes; the wearer is known by name in the hall. */

import assert from 'node:assert/strict';

import { ask, authenticator, invite } from './authenticator.mjs';
import { assertFits, staff } from './desk.mjs';
import { assertCalm, exhibits, idOf, openBrowser, PARK, until, visit } from './park.mjs';

const PHONE = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true };
const browser = await openBrowser();
const [{ hall }] = await exhibits();
const path = `/h/${hall}`;

// Somebody with an account, on a phone.
const operator = await staff(browser);
const link = await invite(operator.page, 'presenter', { name: '周讲解' });
const phone = await staff(browser, { signedIn: false, path: link, context: PHONE });
await authenticator(phone.page);
await phone.page.locator('.consent input').check();
await phone.page.locator('.form > .el-button').click();
await phone.page.waitForURL(/desk\/(?!invitation)/);

// A headset whose wearer is a visitor: nothing is asked of the park that others are not asked.
const [watcher, wearer] = await Promise.all([visit(browser, { name: '甲', path }), visit(browser, { name: '头显', path, headset: true })]);
const asked = [];
wearer.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
await wearer.page.click('.vr.primary');
await until(wearer, () => window.lingjing.stage.xr.active());
assert.deepEqual(asked.filter((one) => one.startsWith('/api/v1/session') || one.includes('ticket')), []);

const begun = wearer.page.waitForResponse((answer) => answer.url().endsWith('/api/v1/pairing'));
await wearer.page.evaluate(() => headset.controllers.right.updateButtonValue('b-button', 1));
const { user_code: code, verification_uri_complete: where } = await (await begun).json();
await wearer.page.evaluate(() => headset.controllers.right.updateButtonValue('b-button', 0));
assert.match(code, /^[B-Z]{4}-[B-Z]{4}$/);
if (process.env.PICTURES) await wearer.page.screenshot({ path: `${process.env.PICTURES}/headset.png` });

// The phone's camera opens the address; its owner sees what asks, and says yes.
assert.equal(new URL(where).origin, new URL(PARK).origin);
await phone.page.goto(where);
await phone.page.locator('.check strong', { hasText: code }).waitFor();
await assertFits(phone);
await phone.page.locator('.yes').click();
await phone.page.locator('.mark.done').waitFor();

// The wearer is the phone's owner now, for the others too, where they stood.
await until(wearer, () => document.cookie.includes('lingjing_known=1'));
const wearerId = await idOf(wearer);
await until(watcher, () => [...window.lingjing.world.people.values()].some(({ name, role }) => name === '周讲解' && role === 'presenter'));
await until(wearer, () => window.lingjing.connection.role === 'presenter');
assert.ok(wearerId !== null && await wearer.page.evaluate(() => window.lingjing.stage.xr.active()));

// The headset has a session of its own, which its owner can end from the phone.
const { body: { sessions } } = await ask(phone.page, 'GET', '/account/sessions');
const paired = sessions.find(({ how }) => how.startsWith('pairing'));
assert.ok(paired && !paired.current && sessions.length === 2);
assert.equal((await ask(phone.page, 'DELETE', `/account/sessions/${paired.id}`)).status, 204);
await until(wearer, () => window.lingjing.connection.role === 'visitor' && window.lingjing.connection.status === 'online');
await until(watcher, () => ![...window.lingjing.world.people.values()].some(({ name }) => name === '周讲解'));

// A code is good once, and a made-up one finds nothing.
assert.equal((await ask(phone.page, 'GET', `/pairing/${code}`)).status, 404);
phone.faults.splice(0, phone.faults.length, ...phone.faults.filter((fault) => !/40[014]/.test(fault)));
operator.faults.splice(0, operator.faults.length, ...operator.faults.filter((fault) => !/401/.test(fault)));
wearer.faults.splice(0, wearer.faults.length, ...wearer.faults.filter((fault) => !/40[01]/.test(fault)));
assertCalm(operator, phone, watcher, wearer);
await browser.close();
