/**
 * Look at a body from all sides, in a real browser: faces, visemes, gestures, steps, as PNG files.
 *
 *     node tests/avatars/bodies/turntable.mjs xiaojing FOLDER [--portrait]
 *
 * `--portrait` draws the portrait that the body comes with instead.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const fromWeb = createRequire(new URL('../../../clients/web/package.json', import.meta.url));
const { chromium } = fromWeb('playwright-core');
const { build } = fromWeb('vite');
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const [name = 'xiaojing', folder = '.', ...flags] = process.argv.slice(2);
const EYES = name === 'xiaoling' ? 1.63 : 1.522;
const FACE = { w: 620, h: 620, at: [0, EYES, 0], size: 0.33 };
const WHOLE = { w: 520, h: 900, at: [0, EYES * 0.54, 0], size: EYES * 1.22 };
const SHOTS = {
  front: FACE, half: { ...FACE, yaw: 0.6 }, side: { ...FACE, yaw: 1.57 },
  speaking: { ...FACE, yaw: 0.3, says: 1, state: 'speaking', seconds: 0.9 }, thinking: { ...FACE, yaw: -0.4, state: 'thinking' },
  standing: { ...WHOLE, yaw: 0.3 }, back: { ...WHOLE, yaw: 3.5 }, greeting: { ...WHOLE, says: 1, state: 'speaking', seconds: 1.1 },
  offering: { ...WHOLE, act: 'open_page', seconds: 1.1 }, apart: { ...WHOLE, act: 'explode_exhibit', seconds: 1.1 },
  pointing: { ...WHOLE, w: 700, yaw: 0.4, hand: [0.5, 1.3, -0.35], headYaw: -0.7 },
  ...Object.fromEntries([1, 1.15, 1.3, 1.45].map((seconds, step) => [`step${step}`, { ...WHOLE, yaw: 1.1, speed: 1.2, seconds }])),
};
const PORTRAIT = { w: 320, h: 320, at: [0, EYES - 0.075, 0], size: 0.5, yaw: 0.22, state: 'speaking', seconds: 1.4 };

const CODE = 'import sys; from avatars.bodies.build import vrm; sys.stdout.buffer.write(vrm(sys.argv[1]))';
const vrm = execFileSync('.venv/bin/python', ['-c', CODE, name], { cwd: ROOT, maxBuffer: 8e6 });
const { output } = await build({
  root: `${ROOT}clients/web`, configFile: false, logLevel: 'error', resolve: { alias: [{ find: /^three$/, replacement: `${ROOT}clients/node_modules/three/build/three.module.js` }] },
  build: { write: false, minify: false, target: 'esnext', lib: { entry: fileURLToPath(new URL('turntable_page.js', import.meta.url)), formats: ['es'] } },
}).then((built) => [built].flat()[0]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const page = await browser.newPage({ deviceScaleFactor: 1 });
page.on('pageerror', (error) => console.error(String(error)));
await page.addScriptTag({ content: output[0].code, type: 'module' });
await page.waitForFunction(() => window.ready);
await page.evaluate((base64) => window.take(base64), vrm.toString('base64'));
mkdirSync(folder, { recursive: true });
for (const [shot, how] of Object.entries(flags.includes('--portrait') ? { [name]: PORTRAIT } : SHOTS)) {
  const picture = await page.evaluate((one) => window.shoot(one), how);
  writeFileSync(`${folder}/${flags.includes('--portrait') ? name : `${name}-${shot}`}.png`, Buffer.from(picture.split(',')[1], 'base64'));
}
await browser.close();
