/** An upload whose line is cut, whose page is reloaded, goes on from where it was. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { layThinCable, reaches, staff, upload } from './desk.mjs';
import { assertCalm, openBrowser } from './park.mjs';

const SIZE = 6_000_000;
const browser = await openBrowser();
const desk = await staff(browser, { path: '/desk/exhibits' });
const cookies = await desk.context.cookies();
await desk.context.close();

const cable = await layThinCable(2_000_000);
const { hostname } = new URL(cable.base);
const far = await staff(browser, { base: cable.base, signedIn: false });
await far.context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: hostname })));
const { page } = far;
await page.goto(`${cable.base}/desk/exhibits`);
await page.locator('input.files').waitFor({ state: 'attached' });

const folder = await mkdtemp(join(tmpdir(), 'desk-'));
const file = join(folder, 'long.glb');
await writeFile(file, Buffer.alloc(SIZE, 7));
const [begun, offsets] = [[], []];
page.on('request', (request) => {
  if (!request.url().includes('/uploads')) return;
  if (request.method() === 'POST') begun.push(request.url());
  if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
});
const before = cable.carried;
const parcel = await upload(far, file);
await cable.carries(before + SIZE / 4);
cable.cut();
await reaches(parcel, 'retrying');
cable.mend();
await reaches(parcel, 'sending');

await parcel.locator('.pause').click();
await reaches(parcel, 'paused');
await page.reload();
await page.locator('.parcel .hint').waitFor();
await upload(far, file);
await reaches(page.locator('.parcel').first(), 'refused');
assert.equal(await page.locator('.parcel').count(), 1, 'the same upload went on');
assert.equal(begun.length, 1, 'one upload was begun');
const [first, ...later] = offsets;
assert.equal(first, 0);
assert.ok(later.length >= 2 && later.every((offset) => offset > 0), `went on from ${offsets}`);

// What the browser itself says of cut lines and of answers that say no is not a fault of the page: bytes that were
// under way when the line was cut may still come in after the page has asked how far it is (409), and it asks again.
far.faults = far.faults.filter((fault) => !/net::ERR_|401|409|422|423/.test(fault));
assertCalm(far);
await browser.close();
cable.close();
await rm(folder, { recursive: true });
console.log(JSON.stringify({ offsets }));
