/**
 * Takes the pictures of the staff desk from a running demo park of its own, whose data is changed:
 *   PARK_URL=http://localhost:8000 PARK_COMMAND='[".venv/bin/lingjing"]' CHROMIUM=/usr/bin/chromium \
 *   .venv/bin/node tools/desk_pictures.mjs docs/images [NAME …]
 * A few wandering visitors (`lingjing bots`) make them livelier. The first run in a park makes its
 * accounts; exhibits are uploaded once more, so that they have posters and a second revision.
 */

import { ask } from '../tests/flows/journeys/authenticator.mjs';
import { glb, reaches, staff, upload } from '../tests/flows/journeys/desk.mjs';
import { edit, seen } from '../tests/flows/journeys/editor.mjs';
import { openBrowser, PARK, PATIENCE } from '../tests/flows/journeys/park.mjs';
import { atWork, invited, people, report } from './desk_life.mjs';

const [folder, ...only] = process.argv.slice(2);
const WIDE = { viewport: { width: 1440, height: 900 } };
/** Twice the pixels, brought down again in the picture. */
const FINE = { ...WIDE, deviceScaleFactor: 2 };
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const AGAIN = ['train-bogie', 'solar-module', 'wind-turbine', 'inspection-drone', 'robot-arm', 'planetary-gearbox'];
const OF_EXHIBITS = ['desk-exhibits', 'desk-refused', 'desk-steps', 'desk-preview', 'desk-places', 'desk-versions', 'desk-phone'];
const OF_THE_EDITOR = ['desk-halls', 'desk-editor', 'desk-editor-review', 'desk-editor-hall'];
const wanted = (...names) => !only.length || names.some((name) => only.includes(name));

/** What a colleague has changed in the draft. */
const MOVED = [['plinth-03', 'translation', [6.4, 0, 3.6]], ['plinth-13', 'translation', [-7.4, 0, -8.8]]];

const browser = await openBrowser();
const first = await staff(browser, { context: WIDE });
const signedIn = await first.context.storageState();

/** What is under way in the page: upload a published level of an exhibit as its next revision. */
async function revise(id) {
  const exhibit = await (await fetch(`/api/v1/exhibits/${id}`)).json();
  if (exhibit.poster) return;
  const bytes = await (await fetch(`/assets/${exhibit.revisions[0].model.levels[0].asset}`)).arrayBuffer();
  const address = `/api/v1/exhibits?${new URLSearchParams({ exhibit: id, name: `${id}.glb`, publish: 'true', note: '换用压缩后的模型' })}`;
  const { csrf } = await (await fetch('/api/v1/session')).json();
  const job = await (await fetch(address, { method: 'POST', headers: { 'Content-Type': 'model/gltf-binary', 'X-CSRF-Token': csrf }, body: bytes })).json();
  for (let state = job.state; state === 'running' || state === 'waiting';) {
    ({ state } = await (await fetch(`/api/v1/jobs/${job.id}?wait=20`)).json());
  }
}
/** A machine without a graphics card would draw coarsely: pictures show what visitors with one see. */
const AS_DRAWN = () => {
  const ask = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) {
    return name === 0x9246 ? 'a graphics card' : ask.call(this, name);
  };
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 });
};

async function keep(page, name, scale = 'device') {
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 86, scale });
  console.log(name);
}
async function shoot(name, path, act = async () => undefined, context = WIDE, known = signedIn) {
  if (!wanted(name)) return;
  const { page, context: opened } = await staff(browser, { signedIn: false, path, context: { ...context, ...(known ? { storageState: known } : {}) } });
  await act(page);
  await keep(page, name);
  await opened.close();
}
/** Nothing of a page is still on its way. */
const still = async (page) => {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('main [aria-busy="true"], .bone'), undefined, { polling: 100 });
};

// A new operator is led by the guide, whose first step is over once there is an account.
await shoot('desk-start', '/desk/start', still);
const isNew = await first.page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).first_run);
if (isNew) await people(browser, first.page);
const colleague = isNew || wanted(...OF_THE_EDITOR) ? await invited(browser, first, 'manager', '周宁', `zhou.ning${isNew ? '' : Date.now()}`, WIDE) : null;
const reported = isNew ? await report(browser, 'exhibition') : null;
await shoot('desk-signin', '/desk', still, WIDE, null);

if (wanted(...OF_THE_EDITOR)) {
  await ask(first.page, 'DELETE', '/halls/exhibition/draft');
  await atWork(colleague, 'exhibition', MOVED, ['gas-turbine']);
  const { page, context } = await staff(browser, { signedIn: false, path: '/desk/halls', context: { ...FINE, storageState: signedIn } });
  await page.addInitScript(AS_DRAWN);
  await still(page);
  await keep(page, 'desk-halls', 'css');
  const own = { page, name: 'operator' };
  await edit(own, 'exhibition');
  await page.evaluate(() => window.lingjingEditor.select(['machining-centre']));
  await page.locator('[data-tool="move"]').click();
  await page.evaluate(() => window.lingjingEditor.view.focus(['machining-centre', 'gas-turbine']));
  await seen(own, () => window.lingjingEditor.others.value.some(({ nodes }) => nodes.length));
  await page.waitForTimeout(6000);
  await keep(page, 'desk-editor', 'css');
  await page.locator('.publish').click();
  await page.locator('.review').waitFor();
  await keep(page, 'desk-editor-review', 'css');
  await page.keyboard.press('Escape');
  await page.locator('[data-side="hall"]').click();
  await page.waitForTimeout(2500);
  await keep(page, 'desk-editor-hall', 'css');
  await context.close();
}
await shoot('desk-editor-phone', '/desk/halls/service', (page) => seen({ page, name: 'phone' }, () => window.lingjingEditor?.drawn.value), PHONE);
const inTheHall = async (page) => {
  await still(page);
  await page.getByRole('tab', { name: /展览馆/ }).first().click();
  await page.waitForTimeout(3000);
};
await shoot('desk-overview', '/desk/overview', inTheHall);
await shoot('desk-overview-phone', '/desk/overview', inTheHall, PHONE);
await shoot('desk-statistics', '/desk/overview', async (page) => {
  await still(page);
  await page.locator('canvas').last().scrollIntoViewIfNeeded({ timeout: PATIENCE });
  await page.waitForTimeout(2500);
});
for (const [name, path] of [['desk-people', 'people'], ['desk-roles', 'people/roles'], ['desk-visitors', 'visitors'], ['desk-audit', 'audit'],
  ['desk-privacy', 'privacy'], ['desk-inbox', 'inbox']]) {
  await shoot(name, `/desk/${path}`, still);
}
// Which folder this park lies in is nobody's business.
await shoot('desk-settings', '/desk/settings', async (page) => {
  await still(page);
  await page.locator('.search input').fill('登录');
});
await colleague?.context.close();
await reported?.context.close();
if (wanted('kiosk')) {
  const { page, context } = await staff(browser, { signedIn: false, path: '/legal/terms', context: FINE });
  await page.addInitScript(AS_DRAWN);
  await page.goto(`${PARK}/h/exhibition?kiosk=1&idle=60&stay=30`);
  await page.waitForFunction(() => window.lingjing?.marks.firstView > 0, undefined, { timeout: PATIENCE });
  await page.waitForTimeout(30_000);
  await keep(page, 'kiosk', 'css');
  await context.close();
}

if (wanted(...OF_EXHIBITS)) for (const id of AGAIN) await first.page.evaluate(revise, id);

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
const { body } = await ask(first.page, 'GET', '/exhibits?limit=200');
for (const { id, title } of body.exhibits) if (title.zh === '燃气轮机' && id !== 'gas-turbine') await ask(first.page, 'DELETE', `/exhibits/${id}`);
await browser.close();
