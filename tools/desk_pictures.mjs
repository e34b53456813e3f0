/**
 * Takes the pictures of the staff desk from a running demo park whose data may be changed:
 *   PARK_URL=http://localhost:8000 PARK_COMMAND='[".venv/bin/lingjing"]' CHROMIUM=/usr/bin/chromium \
 *   .venv/bin/node tools/desk_pictures.mjs docs/images
 * The park's own exhibits are uploaded once more, so that they have posters and a second revision.
 */

import { glb, reaches, staff, upload } from '../tests/flows/journeys/desk.mjs';
import { openBrowser } from '../tests/flows/journeys/park.mjs';

const [folder, only] = process.argv.slice(2);
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const AGAIN = ['train-bogie', 'solar-module', 'wind-turbine', 'inspection-drone', 'robot-arm', 'planetary-gearbox'];

const browser = await openBrowser();
const first = await staff(browser, { context: WIDE });

/** What is under way in the page: upload a published level of an exhibit as its next revision. */
async function revise(id) {
  const exhibit = await (await fetch(`/api/v1/exhibits/${id}`)).json();
  if (exhibit.poster) return;
  const bytes = await (await fetch(`/assets/${exhibit.revisions[0].model.levels[0].asset}`)).arrayBuffer();
  const address = `/api/v1/exhibits?${new URLSearchParams({ exhibit: id, name: `${id}.glb`, publish: 'true', note: '换用压缩后的模型' })}`;
  const job = await (await fetch(address, { method: 'POST', headers: { 'Content-Type': 'model/gltf-binary' }, body: bytes })).json();
  for (let state = job.state; state === 'running' || state === 'waiting';) {
    ({ state } = await (await fetch(`/api/v1/jobs/${job.id}?wait=20`)).json());
  }
}
for (const id of AGAIN) await first.page.evaluate(revise, id);
const signedIn = await first.context.storageState();

async function shoot(name, path, act = async () => undefined, context = WIDE) {
  if (only && only !== name) return;
  const { page, context: opened } = await staff(browser, { signedIn: false, path, context: { ...context, storageState: signedIn } });
  await act(page);
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 86 });
  console.log(name);
  await opened.close();
}

const drawn = (page) => page.locator('.preview canvas[data-level="0"]').waitFor();
const pictured = (page) => page.waitForFunction(() => [...document.querySelectorAll('.card img')].slice(0, 3).every((image) => image.complete && image.naturalWidth));
const RING = glb('pump.glb', {
  asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ children: [1], mesh: 0 }, { children: [0] }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }], images: [{ uri: '../../photos/paint.png' }],
  accessors: [{ bufferView: 0, componentType: 5126, count: 999, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 1] }],
  bufferViews: [{ buffer: 0, byteLength: 36 }], buffers: [{ byteLength: 36 }],
}, Buffer.alloc(36));

await shoot('desk-exhibits', '/desk/exhibits', async (page) => {
  await page.locator('.card').first().waitFor();
  await pictured(page);
});
await shoot('desk-refused', '/desk/exhibits', async (page) => reaches(await upload({ page }, RING), 'refused'));
await shoot('desk-steps', '/desk/exhibits', async (page) => {
  const bytes = await page.evaluate(async () => {
    const { revisions } = await (await fetch('/api/v1/exhibits/gas-turbine')).json();
    const file = await (await fetch(`/assets/${revisions.at(-1).model.levels[0].asset}`)).arrayBuffer();
    return btoa(Array.from(new Uint8Array(file), (byte) => String.fromCodePoint(byte)).join(''));
  });
  await upload({ page }, { name: '燃气轮机.glb', mimeType: 'model/gltf-binary', buffer: Buffer.from(bytes, 'base64') });
  await page.locator('.steps li.running', { hasText: /分级|核对|封面/ }).first().waitFor();
});
await shoot('desk-preview', '/desk/exhibits/planetary-gearbox', async (page) => {
  await drawn(page);
  await page.locator('.preview .el-slider__button-wrapper').focus();
  await page.keyboard.press('End');
  await page.locator('.whole').click();
});
await shoot('desk-places', '/desk/exhibits/robot-arm', async (page) => {
  await drawn(page);
  await page.click('#tab-places');
  await page.locator('.stands li').first().waitFor();
});
await shoot('desk-versions', '/desk/exhibits/planetary-gearbox', async (page) => {
  await drawn(page);
  await page.click('#tab-versions');
  await page.locator('.history li').first().waitFor();
});
await shoot('desk-phone', '/desk/exhibits/planetary-gearbox', drawn, PHONE);
// What was only uploaded to be seen on its way goes again.
await first.page.evaluate(async () => {
  const { exhibits } = await (await fetch('/api/v1/exhibits?limit=200')).json();
  for (const { id, title } of exhibits) if (title.zh === '燃气轮机') await fetch(`/api/v1/exhibits/${id}`, { method: 'DELETE' });
});
await browser.close();
