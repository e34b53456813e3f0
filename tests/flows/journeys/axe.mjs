/**
 * Pages in both languages, on a desk and on a phone: nobody is kept out (axe-core finds nothing serious), nothing
 * lies beyond the edge, nothing complains. With PICTURES=folder each page's picture is kept there, for a person.
 */

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { assertFits, staff } from './desk.mjs';
import { assertCalm, PARK } from './park.mjs';

const fromDesk = createRequire(new URL('../../../clients/desk/package.json', import.meta.url));
const AXE = readFileSync(fromDesk.resolve('axe-core/axe.min.js'), 'utf8');
const { PICTURES = '' } = process.env;
const WIDE = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const LOOKS = [['zh-CN', WIDE, 'wide'], ['en', PHONE, 'phone'], ...(PICTURES ? [['en', WIDE, 'wide'], ['zh-CN', PHONE, 'phone']] : [])];

/** Look at pages as whoever `storageState` says; what is serious, in words. Pages that listen are never idle: `idle` is how long that is waited for. */
export async function examine(browser, paths, storageState, idle = 15_000) {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  const serious = [];
  for (const [lang, context, size] of LOOKS) {
    const reader = await staff(browser, { signedIn: false, lang, path: paths[0], context: { ...context, storageState } });
    await reader.page.context().addInitScript((chosen) => localStorage.setItem('lingjing.lang', chosen), lang);
    for (const path of paths) {
      await reader.page.goto(PARK + path);
      await reader.page.waitForLoadState('networkidle', { timeout: idle }).catch(() => undefined);
      await reader.page.locator('main, h1').first().waitFor();
      await reader.page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], .bone'), undefined, { timeout: 20_000, polling: 50 });
      const name = path.slice(1).replace(/\/e_[0-9a-f]{16}/, '').replaceAll(/[/?=]/g, '-');
      if (PICTURES) await reader.page.screenshot({ path: `${PICTURES}/${name}-${lang.slice(0, 2)}-${size}.png`, fullPage: !path.includes('/halls/') });
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
  return serious;
}
