/**
 * How long until the park is seen, on a plain line: 10 Mbit/s, 40 ms, nothing cached.
 *
 * node first_view.mjs URL [runs]: prints JSON. Bytes are those on the wire (heads included) until
 * the first frame that shows the coarse level of all that is in view; milliseconds are counted
 * from navigation. Draw calls are the most of a frame at each viewpoint once all has loaded.
 */

import { chromium } from 'playwright-core';

const [url, runs = '3'] = process.argv.slice(2);
const LINE = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const RENDERERS = {
  'gl-egl': ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist'],
  swiftshader: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
};
const VIEWPORT = { width: 1280, height: 720 };
const PATIENCE = 120_000;

async function openBrowser() {
  for (const words of Object.values(RENDERERS)) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM, headless: true, args: ['--no-sandbox', ...words],
    });
    const page = await browser.newPage();
    const name = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const about = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl && String(gl.getParameter(about ? about.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    });
    await page.close();
    if (name) return { browser, renderer: name };
    await browser.close();
  }
  throw new Error('no renderer gives this Chromium WebGL 2');
}

async function openPage(browser, path) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    localStorage.setItem('lingjing.settings', JSON.stringify({ greeted: true, name: 'bench' }));
  });
  return { context, page, path };
}

/** What one visit costs: bytes by kind, moments, how many requests. */
async function firstView(browser) {
  const { context, page } = await openPage(browser);
  const wire = await page.context().newCDPSession(page);
  const kinds = new Map();
  const bytes = {};
  let requests = 0;
  let counting = true;
  const count = (kind, amount) => counting && (bytes[kind] = (bytes[kind] ?? 0) + amount);
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const kind = new URL(response.url).pathname.startsWith('/assets/') ? 'assets' : response.mimeType;
    kinds.set(requestId, kind);
    requests += 1;
    count(kind, response.encodedDataLength);
  });
  wire.on('Network.dataReceived', ({ requestId, encodedDataLength }) => count(kinds.get(requestId), encodedDataLength));
  wire.on('Network.webSocketFrameReceived', ({ response: { opcode, payloadData } }) =>
    count('live', opcode === 2 ? Math.ceil((payloadData.length * 3) / 4) : payloadData.length));
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.emulateNetworkConditions', LINE);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.lingjing?.marks.firstView, null, { timeout: PATIENCE, polling: 20 });
  counting = false;
  const marks = await page.evaluate(() => window.lingjing.marks);
  const received = await page.evaluate((end) => Math.max(...performance.getEntriesByType('resource')
    .map(({ responseEnd }) => responseEnd).filter((at) => at <= end)), marks.firstView);
  await context.close();
  const total = Object.values(bytes).reduce((sum, amount) => sum + amount, 0);
  return { bytes: total, kinds: bytes, requests, ms: marks.firstView, received_ms: received, marks };
}

/** Draw calls and triangles at the viewpoints of every open hall. */
async function drawCalls(browser) {
  const { context, page } = await openPage(browser);
  await page.goto(url);
  const { halls } = await (await fetch(new URL('/api/v1/park', url))).json();
  const found = [];
  for (const { id } of halls.filter(({ state }) => state === 'open')) {
    await page.goto(new URL(`/h/${id}`, url).href);
    await page.waitForFunction(() => window.lingjing?.marks.loaded, null, { timeout: PATIENCE, polling: 100 });
    const views = await page.evaluate(() => window.lingjing.world.hall.viewpoints ?? []);
    for (const view of [null, ...views]) found.push({ hall: id, ...(await sample(page, view)) });
  }
  await context.close();
  return found;
}

function sample(page, view) {
  return page.evaluate(async (wanted) => {
    const { travel, stage } = window.lingjing;
    if (wanted) travel.view(wanted);
    let most = { drawCalls: 0, triangles: 0 };
    await new Promise((done) => {
      let frames = 0;
      stage.onFrame(() => {
        const now = stage.stats();
        frames += 1;
        if (frames > 2 && now.drawCalls > most.drawCalls) most = now;
        if (frames === 10) done();
      });
    });
    return { viewpoint: wanted?.name.zh ?? '到达处', draw_calls: most.drawCalls, triangles: most.triangles };
  }, view);
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const { browser, renderer } = await openBrowser();
const visits = [];
for (let run = 0; run < Number(runs); run++) visits.push(await firstView(browser));
const median = visits.find(({ ms }) => ms === middle(visits.map((visit) => visit.ms)));
const views = await drawCalls(browser);
await browser.close();
console.log(JSON.stringify({
  line: { mbit_per_second: 10, round_trip_ms: 40, cache: 'empty' },
  renderer, viewport: VIEWPORT, runs: visits.length,
  first_view: {
    bytes: median.bytes, ms: Math.round(median.ms), received_ms: Math.round(median.received_ms),
    all_ms: visits.map(({ ms }) => Math.round(ms)), requests: median.requests, bytes_by_kind: median.kinds,
    marks: Object.fromEntries(Object.entries(median.marks).map(([name, at]) => [name, Math.round(at)])),
  },
  viewpoints: views, most_draw_calls: Math.max(...views.map((view) => view.draw_calls)),
}, null, 1));
