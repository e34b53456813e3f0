/** What the journeys of staff share: signing in, uploading, looking at what is drawn. */

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { Transform } from 'node:stream';

import { faultsOf, lingjing, PARK, PATIENCE } from './park.mjs';

/** A page at the desk, with everything it complained of or asked others for. */
export async function staff(browser, options = {}) {
  const { path = '/desk', base = PARK, lang = 'zh-CN', context: more = {}, signedIn = true } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: lang, reducedMotion: 'reduce', ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults = faultsOf(page, base);
  if (signedIn) {
    const { said } = await lingjing('operator', 'link');
    const link = new URL(/\S+\/operator\?key=\S+/.exec(said)[0]);
    await page.goto(`${base}${link.pathname}${link.search}`);
    await page.waitForURL('**/desk/**');
  }
  if (!signedIn || path !== '/desk') await page.goto(base + path);
  return { page, name: 'staff', faults, context };
}

/** Choose files, or one folder, as a person does; the card of the last upload. */
export async function upload({ page }, ...files) {
  const isFolder = typeof files[0] === 'string' && statSync(files[0]).isDirectory();
  await page.locator(isFolder ? 'input.folder' : 'input.files').setInputFiles(isFolder ? files[0] : files);
  return page.locator('.parcel').first();
}

/** Wait until an upload's card says so. */
export async function reaches(parcel, ...states) {
  await parcel.and(parcel.page().locator(states.map((state) => `[data-state="${state}"]`).join())).waitFor({ timeout: PATIENCE })
    .catch(async (error) => {
      throw new Error(`waited in vain for ${states}: ${await parcel.innerText()}\n${error.message}`);
    });
}

/** How many colours a picture of an element has: one that shows nothing has a handful. */
export async function coloursOf(locator) {
  const png = (await locator.screenshot()).toString('base64');
  return locator.page().evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) colours.add(((pixels[i] >> 4) << 8) | ((pixels[i + 1] >> 4) << 4) | (pixels[i + 2] >> 4));
    return colours.size;
  }, png);
}

/** A GLB of one JSON chunk and one binary chunk, as a file to be chosen. */
export function glb(name, document, bin) {
  const text = JSON.stringify(document);
  const json = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const numbers = (...values) => Buffer.from(Uint32Array.from(values).buffer);
  const buffer = Buffer.concat([
    numbers(0x46546c67, 2, 28 + json.length + bin.length, json.length, 0x4e4f534a), json, numbers(bin.length, 0x004e4942), bin,
  ]);
  return { name, mimeType: 'model/gltf-binary', buffer };
}

/** The smallest exhibit: a sheet with three corners, of a colour. */
export function sheet(name, colour) {
  return glb(name, {
    asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0, name: 'sheet' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, material: 0 }] }],
    materials: [{ doubleSided: true, pbrMetallicRoughness: { baseColorFactor: [...colour, 1], metallicFactor: 0 } }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
      { bufferView: 1, componentType: 5126, count: 3, type: 'VEC3' },
    ],
    bufferViews: [{ buffer: 0, byteLength: 36 }, { buffer: 0, byteOffset: 36, byteLength: 36 }], buffers: [{ byteLength: 72 }],
  }, Buffer.from(Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1]).buffer));
}

/** Nothing lies beyond the right edge. */
export async function assertFits({ page }) {
  const { beyond, what } = await page.evaluate(() => {
    const edge = ({ right }) => right > innerWidth + 1;
    const far = [...document.body.querySelectorAll('*')].filter((one) => edge(one.getBoundingClientRect()));
    return { beyond: document.documentElement.scrollWidth - innerWidth, what: far.slice(0, 5).map((one) => `${one.tagName}.${one.className}`) };
  });
  assert.ok(beyond <= 0, `${page.url()} scrolls sideways by ${beyond}: ${what.join(', ')}`);
}

/** A cable that lets so many bytes a second through to the park, and can be cut and mended. */
export async function layThinCable(bytesPerSecond) {
  const { hostname, port } = new URL(PARK);
  const ends = new Set();
  const cable = { carried: 0, whole: true };
  const waiting = new Set();
  const thin = () => new Transform({
    transform(chunk, _encoding, done) {
      cable.carried += chunk.length;
      for (const look of waiting) look();
      setTimeout(() => done(null, chunk), (chunk.length / bytesPerSecond) * 1000);
    },
  });
  const server = createServer((socket) => {
    if (!cable.whole) return socket.destroy();
    const far = connect(Number(port), hostname);
    const middle = thin();
    for (const end of [socket, far, middle]) {
      ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        ends.delete(end);
        socket.destroy();
        far.destroy();
      });
    }
    socket.pipe(middle).pipe(far).pipe(socket);
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  return Object.assign(cable, {
    base: `http://localhost:${server.address().port}`,
    cut() {
      cable.whole = false;
      for (const end of ends) (end.resetAndDestroy ?? end.destroy).call(end);
    },
    mend: () => void (cable.whole = true),
    /** Wait until so many bytes have gone towards the park in all. */
    carries: (bytes) => new Promise((done) => {
      const look = () => cable.carried >= bytes && waiting.delete(look) && done();
      waiting.add(look);
      look();
    }),
    close: () => server.close(),
  });
}
