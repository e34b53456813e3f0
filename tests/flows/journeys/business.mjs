/** What the journeys among companies share: looking, being let in, asking as the operator. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { assertCalm } from './park.mjs';

const fromDesk = createRequire(new URL('../../../clients/desk/package.json', import.meta.url));
const AXE = readFileSync(fromDesk.resolve('axe-core/axe.min.js'), 'utf8');
const { PICTURES = '' } = process.env;
/** Large where somebody looks; a machine that draws by software is spared the rest. */
export const WIDE = { viewport: PICTURES ? { width: 1280, height: 800 } : { width: 960, height: 640 } };
export const PHONE = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true };
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

/** Wait until what comes up has come, and what that sets going in turn: what is on its way is half there. */
const still = (page) => page.evaluate(async () => {
  for (let calm = 0; calm < 2;) {
    const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    await new Promise(requestAnimationFrame);
    calm = moving.length ? 0 : calm + 1;
  }
});

/** Keep a picture, where somebody wants to look. */
export async function shot({ page }, name) {
  if (!PICTURES) return;
  await still(page);
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** Nobody is kept out of what lies over the park, and nothing of it lies beyond the edge. */
export async function assertOpen({ page }, what) {
  await page.evaluate(AXE);
  await still(page);
  const { violations } = await page.evaluate(() => window.axe.run(document.querySelectorAll('.dock, .pane, .sheet'), { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${what}: ${id}: ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any.map(({ message }) => message).join()}`).join(' | ')}`);
  assert.deepEqual(serious, []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} fits`);
}

/** Ask the park as whoever is signed in on a page. */
export const asker = ({ page }) => (method, path, body) => page.evaluate(async ([verb, where, what]) => {
  const { csrf } = await (await fetch('/api/v1/session')).json();
  const answer = await fetch(`/api/v1${where}`, {
    method: verb, headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf }, ...(what ? { body: JSON.stringify(what) } : {}),
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}, [method, path, body]);

/** What was asked for and was not there is told by the browser; it is no fault of a page. */
export function assertCalmBut404(...visitors) {
  for (const one of visitors) one.faults.splice(0, one.faults.length, ...one.faults.filter((fault) => !/40[149]/.test(fault)));
  assertCalm(...visitors);
}
