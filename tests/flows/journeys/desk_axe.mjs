/**
 * Every page of the desk, in both languages, on a desk and on a phone: nobody is kept out (axe-core
 * finds nothing serious), nothing lies beyond the edge, nothing complains.
 * With PICTURES=folder each page's picture is kept there, for a person to look at.
 */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { assertFits, staff } from './desk.mjs';
import { assertCalm, openBrowser, PARK } from './park.mjs';

const fromDesk = createRequire(new URL('../../../clients/desk/package.json', import.meta.url));
const AXE = readFileSync(fromDesk.resolve('axe-core/axe.min.js'), 'utf8');
const { PICTURES = '', ONLY = '' } = process.env;
const WIDE = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const LOOKS = [['zh-CN', WIDE, 'wide'], ['en', PHONE, 'phone'], ...(PICTURES ? [['en', WIDE, 'wide'], ['zh-CN', PHONE, 'phone']] : [])];
/** Pages that no link of the rail leads to. */
const INNER = ['/desk/account', '/desk/people/roles', '/desk/start', '/desk/halls/service', '/desk/exhibits/gas-turbine', '/legal/privacy', '/legal/terms'];

const browser = await openBrowser();
const first = await staff(browser);
await first.page.locator('#rail a').first().waitFor();
const railed = await first.page.$$eval('#rail a[href^="/desk"]', (links) => links.map((link) => link.getAttribute('href')));
const signedIn = await first.context.storageState();
await first.context.close();
const paths = [...new Set([...railed, ...INNER])].filter((path) => path.includes(ONLY));
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

const serious = [];
for (const [lang, context, size] of LOOKS) {
  const reader = await staff(browser, { signedIn: false, lang, path: paths[0], context: { ...context, storageState: signedIn } });
  await reader.page.context().addInitScript((chosen) => localStorage.setItem('lingjing.lang', chosen), lang);
  for (const path of paths) {
    await reader.page.goto(PARK + path);
    await reader.page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
    await reader.page.locator('main, h1').first().waitFor();
    await reader.page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], .bone'), undefined, { timeout: 20_000, polling: 50 });
    if (PICTURES) await reader.page.screenshot({ path: `${PICTURES}/${path.slice(1).replaceAll('/', '-')}-${lang.slice(0, 2)}-${size}.png`, fullPage: !path.includes('/halls/') });
    await assertFits(reader);
    await reader.page.evaluate(AXE);
    const { violations } = await reader.page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      serious.push(`${path} (${lang}, ${size}): ${id}: ${nodes.slice(0, 4).map(({ target }) => target.join(' ')).join(' | ')}`);
    }
  }
  assertCalm(reader);
  await reader.context.close();
}
assert.deepEqual(serious, []);
await browser.close();
