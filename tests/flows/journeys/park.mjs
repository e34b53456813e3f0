/** What every journey shares: a browser, visitors in pages, and the park they go to. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, connect } from 'node:net';

const fromWeb = createRequire(new URL('../../../clients/web/package.json', import.meta.url));
const { chromium } = fromWeb('playwright-core');

/** Where the park answers, and how its command line is called. */
export const PARK = process.env.PARK_URL;
const COMMAND = JSON.parse(process.env.PARK_COMMAND ?? '[]');
/** Slow machines stretch every wait by this. */
const SCALE = Number(process.env.TIME_SCALE ?? 1);
export const MS = (ms) => ms * SCALE;
export const PATIENCE = MS(80_000);

const RENDERERS = [
  ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist'],
  ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
];
const HEADSET = readFileSync(fromWeb.resolve('iwer').replace(/(build|lib)\/.*$/, 'build/iwer.min.js'), 'utf8');
const WEAR = `${HEADSET};
  window.headset = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
  headset.position.set(0, 1.6, 0);
  headset.installRuntime({ forceInstall: true });`;

/** Whoever was greeted before has agreed to the park's documents too. */
const AGREES = () => document.addEventListener('DOMContentLoaded', () => {
  const documents = document.querySelector('[data-documents]')?.dataset.documents;
  if (documents) localStorage.setItem('lingjing.agreed', documents);
});

/** Start a Chromium that can draw: by the machine's software renderer, else by its own. */
export async function openBrowser() {
  for (const renderer of RENDERERS) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM, headless: true, args: ['--no-sandbox', ...renderer],
    });
    const page = await browser.newPage();
    const draws = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
    await page.close();
    if (draws) return browser;
    await browser.close();
  }
  throw new Error('no renderer gives this Chromium WebGL 2');
}

/** What a page complained of, or asked others for, from now on. */
export function faultsOf(page, base = PARK) {
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== new URL(base).origin) faults.push(`asked ${url}`);
  });
  return faults;
}

/** A visitor: one page of its own, with everything it complained of or asked others for. */
export async function visit(browser, options = {}) {
  const { name = '访客', path = '/', base = PARK, headset = false, lang = 'zh-CN', context: more = {} } = options;
  const context = await browser.newContext({ viewport: { width: 400, height: 260 }, locale: lang, reducedMotion: 'reduce', ...more });
  const page = await context.newPage();
  const faults = faultsOf(page, base);
  if (headset) await page.addInitScript(WEAR);
  await page.addInitScript((settings) => {
    localStorage.setItem('lingjing.settings', JSON.stringify(settings));
  }, { greeted: options.greeted ?? true, quality: options.quality ?? 'low', name });
  if (options.greeted ?? true) await page.addInitScript(AGREES);
  await page.goto(base + path);
  const visitor = { page, name, faults, context };
  if (options.wait !== false) await until(visitor, () => window.lingjing?.marks.firstView > 0);
  return visitor;
}

/** Wait until `fn(arg)` is true in the page. Polls by timer: frames come slowly in software. */
export async function until({ page, name, faults }, fn, arg, timeout = PATIENCE) {
  try {
    return await (await page.waitForFunction(fn, arg, { timeout, polling: 40 })).jsonValue();
  } catch (error) {
    const about = `${name} waited in vain for ${fn} ${JSON.stringify(arg ?? null)}: ${error.message}`;
    throw new Error([about, `complaints: ${faults.join('; ')}`, `state: ${await stateOf(page)}`].join('\n'));
  }
}

/** How far a page has come, for whoever reads why a journey failed. */
function stateOf(page) {
  const asked = page.evaluate(() => JSON.stringify({
    splash: document.getElementById('splash-text').textContent, marks: window.lingjing?.marks,
    status: window.lingjing?.connection.status, progress: window.lingjing?.stage.progress(),
    drawn: window.lingjing?.stage.stats(),
  }));
  const late = new Promise((done) => setTimeout(() => done('the page does not answer'), MS(3000)));
  return Promise.race([asked, late]).catch(String);
}

/** Wait until everything is drawn and the costly light of the first frames is made. */
export async function settled(visitor) {
  await until(visitor, () => window.lingjing.marks.loaded > 0);
  await visitor.page.evaluate(() => new Promise((done) => {
    let frames = 0;
    window.lingjing.stage.onFrame(() => (frames += 1) === 6 && done());
  }));
}

/** Nobody complained, and nobody asked another host for anything. */
export function assertCalm(...visitors) {
  for (const { name, faults } of visitors) assert.deepEqual(faults, [], `${name} complained`);
}

/** Which id a visitor is known by to the others. */
export const idOf = ({ page }) => page.evaluate(() => window.lingjing.world.me);

/** The scene, the shared layer and the revision, as one visitor's mirror has them. */
export const snapshotOf = ({ page }) => page.evaluate(() => {
  const { scene, shared, revision } = window.lingjing.world.snapshot();
  return { scene, shared, revision };
});

/** Run `lingjing …` against the park; resolves with its output and when it ended. */
export function lingjing(...words) {
  const [program, ...before] = COMMAND;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.on('close', (code) => {
      if (code) reject(new Error(`lingjing ${words.join(' ')} ended with ${code}`));
      else resolve({ said, at: Date.now() });
    });
  });
}

/** Every exhibit of every hall, from the park's own interface. */
export async function exhibits() {
  const { halls } = await (await fetch(`${PARK}/api/v1/park`)).json();
  const found = [];
  for (const { id } of halls) {
    const { nodes } = await (await fetch(`${PARK}/api/v1/halls/${id}/scene`)).json();
    for (const [node, { kind, model }] of Object.entries(nodes)) {
      if (kind === 'exhibit') found.push({ hall: id, node, model });
    }
  }
  return found;
}

/** A cable between a visitor and the park, which can be cut and mended. */
export async function layCable() {
  const { hostname, port } = new URL(PARK);
  const ends = new Set();
  let whole = true;
  const server = createServer((socket) => {
    if (!whole) return socket.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [socket, far]) {
      ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        ends.delete(end);
        socket.destroy();
        far.destroy();
      });
    }
    socket.pipe(far).pipe(socket);
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  return {
    base: `http://localhost:${server.address().port}`,
    cut() {
      whole = false;
      for (const end of ends) end.resetAndDestroy();
    },
    mend() {
      whole = true;
    },
    close: () => server.close(),
  };
}
