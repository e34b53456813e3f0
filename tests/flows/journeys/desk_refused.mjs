/** A file that cannot come in: every finding in words, in the reader's language, to be copied. */

import assert from 'node:assert/strict';

import { glb, reaches, staff, upload } from './desk.mjs';
import { assertCalm, openBrowser } from './park.mjs';

/** An accessor reaches beyond its buffer, and nodes go round in a ring. */
const BROKEN = glb('损坏.glb', {
  asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ children: [1], mesh: 0 }, { children: [0] }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
  accessors: [{ bufferView: 0, componentType: 5126, count: 999, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 1] }],
  bufferViews: [{ buffer: 0, byteLength: 36 }], buffers: [{ byteLength: 36 }],
}, Buffer.alloc(36));

const browser = await openBrowser();
for (const [lang, letters] of [['zh-CN', /\p{Script=Han}/u], ['en', /^[^\p{Script=Han}]*$/u]]) {
  const desk = await staff(browser, { lang, path: '/desk/exhibits', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const parcel = await upload(desk, BROKEN);
  await reaches(parcel, 'refused');
  const codes = await parcel.locator('.findings li.error .about code:first-child').allTextContents();
  assert.ok(codes.includes('ACCESSOR_TOO_LONG') && codes.includes('NODE_LOOP'), `told ${codes}`);
  for (const words of await parcel.locator('.findings li p:first-child').allTextContents()) assert.match(words, letters);
  await parcel.locator('.findings .acts button').last().click();
  const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /ACCESSOR_TOO_LONG\t\/accessors\/0/);

  // It shows how far the file came, and tells it all again in the other language.
  await parcel.locator('.steps li.failed').waitFor();
  if (lang === 'zh-CN') {
    await desk.page.locator('.language').click();
    await desk.page.waitForFunction(() => !/\p{Script=Han}/u.test(document.querySelector('.findings ul').innerText));
    await desk.page.locator('.language').click();
  }

  // A foreign format is not even sent: its owner reads how to make glTF.
  const foreign = await upload(desk, { name: 'pump.step', mimeType: '', buffer: Buffer.from('ISO-10303-21;') });
  await reaches(foreign, 'refused');
  assert.match(await foreign.locator('.guide').innerText(), /FreeCAD/);

  desk.faults = desk.faults.filter((fault) => !fault.includes('422'));
  assertCalm(desk);
  await desk.context.close();
}
await browser.close();
