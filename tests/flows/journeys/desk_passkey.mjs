/** Somebody is invited, accepts with a passkey, signs out, and signs in with it. */

import assert from 'node:assert/strict';

import { ask, authenticator, invite } from './authenticator.mjs';
import { assertFits, staff } from './desk.mjs';
import { assertCalm, openBrowser, PARK } from './park.mjs';

const browser = await openBrowser();
const operator = await staff(browser);
const path = await invite(operator.page, 'manager', { name: '王晓明' });

const guest = await staff(browser, { signedIn: false, path });
const { page } = guest;
const key = await authenticator(page);
await page.locator('input[name=name]').waitFor();
assert.equal(await page.inputValue('input[name=name]'), '王晓明');
assert.ok(await page.locator('.as').innerText().then((said) => said.includes('园区经理')));
await assertFits(guest);
assert.ok(await page.locator('.form > .el-button').isDisabled(), 'nobody joins without consent');
await page.locator('.consent input').check();
await page.locator('.form > .el-button').click();
await page.locator('.rail .who b', { hasText: '王晓明' }).waitFor();
assert.equal((await key.list()).length, 1);
assert.match(await page.locator('.rail .who small').innerText(), /园区经理/);

await page.locator('.rail .out').click();
await page.locator('.passkey').click();
await page.locator('.rail .who b', { hasText: '王晓明' }).waitFor();
const { body: me } = await ask(page, 'GET', '/session');
assert.deepEqual([me.name, me.role, me.account.passkeys, me.account.must_secure], ['王晓明', 'manager', 1, false]);

await page.goto(`${PARK}/desk/account`);
await page.locator('.passkeys .rows li').waitFor();
assert.equal(await page.locator('.sessions .rows li').count(), 1);
await page.locator('.passkeys .rows .bad').click();
await page.locator('.ask .yes').click();
await page.locator('.toast', { hasText: /最后一种/ }).waitFor();
guest.faults.splice(0, guest.faults.length, ...guest.faults.filter((fault) => !/409|401/.test(fault)));

// A finger that is not its owner's does not sign in, nor does a copy of the key.
await page.locator('.rail .out').click();
await page.locator('.passkey').waitFor();
await key.verifies(false);
await page.locator('.passkey').click();
await page.locator('.passkey:not(.is-loading)').waitFor();
assert.equal((await ask(page, 'GET', '/session')).body.id, 'visitor');
await key.verifies(true);
await key.rewind();
await page.locator('.passkey').click();
await page.locator('.trouble').waitFor();
assert.equal((await ask(page, 'GET', '/session')).body.id, 'visitor');
guest.faults.splice(0, guest.faults.length, ...guest.faults.filter((fault) => !/401/.test(fault)));

// The invitation was good once.
await page.goto(PARK + path);
await page.getByText('邀请已失效').waitFor();
guest.faults.splice(0, guest.faults.length, ...guest.faults.filter((fault) => !/40[134]|410|422/.test(fault)));
operator.faults.splice(0, operator.faults.length, ...operator.faults.filter((fault) => !/401/.test(fault)));
assertCalm(operator, guest);
await browser.close();
