/** Somebody with a headset asks a guide aloud, by holding a button of a controller, and hears the answer. */

import assert from 'node:assert/strict';

import { hearTone } from './microphone.mjs';
import { assertCalm, openBrowser, until, visit } from './park.mjs';

const browser = await openBrowser();
const wearer = await visit(browser, { name: '头显', path: '/h/exhibition', headset: true, wait: false });
const { page, context } = wearer;
await hearTone(context);
await page.reload();
await until(wearer, () => window.lingjing?.marks.firstView > 0 && window.lingjing.guide);
await page.click('.vr.primary');
await until(wearer, () => window.lingjing.stage.xr.active());

const press = (value) => page.evaluate((how) => headset.controllers.right.updateButtonValue('a-button', how), value);
await press(1);
await until(wearer, () => window.lingjing.guide.hearing === 'listening');
await until(wearer, () => performance.now() - (window.heldAt ??= performance.now()) > 600);
await press(0);
const answer = await until(wearer, () => {
  const turn = [...window.lingjing.guide.turns.values()].find(({ question, said }) => question === '请问租金是多少？' && said.length);
  return turn && { asker: turn.asker, me: window.lingjing.world.me };
});
assert.equal(answer.asker, answer.me);
await until(wearer, () => window.lingjing.guide.playing && window.lingjing.guide.samples() > 0.003);
if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
assertCalm(wearer);
await browser.close();
