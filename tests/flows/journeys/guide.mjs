/**
 * Somebody asks a guide aloud: it answers with its source, walks to the exhibit, points, takes it
 * apart; somebody else sees and hears the same; it falls silent when it is interrupted.
 */

import assert from 'node:assert/strict';

import { assertCalm, openBrowser, until, visit } from './park.mjs';

const HALL = '/h/exhibition', EXHIBIT = 'robot-arm';
const QUESTION = '请带我去看六轴协同装配机器人，指给我看，再把它拆开。它能抓多重？';
/** Mouths keep to their marks within this. */
const MOUTH_MS = 40;

const browser = await openBrowser();
const [asker, other] = await Promise.all([
  visit(browser, { name: '王工', path: HALL, context: { viewport: { width: 1024, height: 640 } } }),
  visit(browser, { name: '李工', path: HALL }),
]);
const both = [asker, other];
await Promise.all(both.map((visitor) => until(visitor, () => window.lingjing.guide && window.lingjing.world.guides.here.length > 0)));
// Browsers let a page sound only after a touch: here one of the sky.
await other.page.mouse.click(200, 3);
const before = await other.page.evaluate(() => {
  const { world } = window.lingjing;
  return world.sample(world.guides.here[0].person, performance.now())?.head.position;
});

/** Keep what the mouth is like in every frame, and how many clauses were known then. */
await Promise.all(both.map(({ page }) => page.evaluate(() => {
  window.mouths = [];
  window.lingjing.stage.onFrame(() => {
    const { guide } = window.lingjing;
    const { shape } = guide.mouth();
    window.mouths.push([performance.now(), shape, guide.said.length]);
  });
})));

await asker.page.keyboard.press('g');
await asker.page.waitForSelector('.talk-pane');
await asker.page.fill('.composer textarea', QUESTION);
await asker.page.keyboard.press('Enter');

// The label of a new talk: letters of at least a twentieth of the short side.
const letters = await until(asker, () => {
  const label = document.querySelector('.opening p');
  return label && { size: parseFloat(getComputedStyle(label).fontSize), side: Math.min(innerWidth, innerHeight), text: label.textContent };
});
assert.ok(letters.size * 0.7 >= letters.side * 0.05, `letters of ${letters.size} px`);
assert.match(letters.text, /人工智能生成合成/);

/** The first clause that rests on something, as one page has it. */
const cited = await Promise.all(both.map((visitor) => until(visitor, () => {
  const said = window.lingjing.guide.said.find(({ citations }) => citations.length);
  return said && { turn: said.turn, n: said.n, text: said.text, quote: said.citations[0].quote };
})));
assert.deepEqual(cited[0], cited[1]);
await asker.page.waitForSelector('.source');
assert.equal(await asker.page.textContent('.source blockquote'), cited[0].quote);
assert.match(await asker.page.textContent('.talk-label'), /AI.*生成/);

// Both hear it: the same samples, and none of them silent.
const key = `${cited[0].turn}/${cited[0].n}`;
const heard = await Promise.all(both.map((visitor) => until(visitor, (name) => {
  const { guide } = window.lingjing;
  const clip = guide.clips.get(name);
  return clip && guide.playing && guide.samples() > 0.003 && { ...clip };
}, key)));
assert.ok(heard[0].rms > 0.01);
assert.deepEqual(heard[0], heard[1]);
// Both read it.
await Promise.all(both.map((visitor) => until(visitor, () => /AI 生成合成/.test(window.lingjing.guide.caption()))));

// It goes there, points, takes it apart: before both.
for (const visitor of both) {
  for (const action of ['go_to', 'point_at', 'explode_exhibit']) {
    await until(visitor, (name) => [...window.lingjing.guide.turns.values()].some(({ acts }) => acts.some((act) => act.action === name && act.state === 'done')), action);
  }
  await until(visitor, (node) => window.lingjing.world.value(node, 'explode') > 0.99, EXHIBIT);
}
await until(other, ([x, , z]) => {
  const { world } = window.lingjing;
  const { head } = world.sample(world.guides.here[0].person, performance.now());
  return Math.hypot(head.position[0] - x, head.position[2] - z) > 1;
}, before);
if (process.env.PICTURE) await asker.page.screenshot({ path: process.env.PICTURE });

// Mouths moved as the marks wanted, give or take.
for (const { page, name } of both) {
  const { seen, moved, wrong } = await page.evaluate((ms) => {
    const { said, begins } = window.lingjing.guide;
    const isSaid = (clause, now) => begins(clause) <= now && now < begins(clause) + clause.ms;
    const during = window.mouths.filter(([now, , known]) => said.slice(0, known).some((clause) => isSaid(clause, now)));
    const shapeAt = (now) => {
      const clause = said.find((each) => isSaid(each, now));
      return clause ? (clause.marks.filter(([from]) => from <= now - begins(clause)).at(-1)?.[1] ?? 'sil') : 'sil';
    };
    const late = during.filter(([now, shape]) => {
      for (let away = -ms; away <= ms; away += 2) if (shapeAt(now + away) === shape) return false;
      return true;
    });
    return { seen: during.length, moved: new Set(during.map(([, shape]) => shape)).size, wrong: late };
  }, MOUTH_MS);
  assert.ok(seen > 5 && moved > 1, `${name} saw ${seen} mouths of ${moved} shapes`);
  assert.deepEqual(wrong, [], `${name}: ${wrong.length} of ${seen} mouths were not as the marks want them`);
}

// Asked anew, it leaves off. Interrupted, it falls silent: here before anything else happens, there as soon as they are told.
await asker.page.fill('.composer textarea', '园区有哪些空间可以租？请详细介绍。');
await asker.page.keyboard.press('Enter');
await Promise.all(both.map((visitor) => until(visitor, () => {
  const { guide } = window.lingjing, last = [...guide.turns.values()].at(-1);
  return /详细介绍/.test(last.question) && guide.clips.has(`${last.turn}/0`) && guide.playing && guide.samples() > 0.003;
})));
const silence = await asker.page.evaluate(async () => {
  const { guide } = window.lingjing;
  const began = performance.now();
  document.querySelector('.composer textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  const { playing } = guide, { shape } = guide.mouth().wanted;
  while (guide.samples() > 1e-4) await new Promise((done) => setTimeout(done, 5));
  return { playing, shape, ms: performance.now() - began };
});
assert.deepEqual([silence.playing, silence.shape], [false, 'sil']);
console.log(`silent after ${Math.round(silence.ms)} ms`);
await Promise.all(both.map((visitor) => until(visitor, () => {
  const { guide } = window.lingjing;
  return [...guide.turns.values()].at(-1).state === 'stopped' && !guide.playing && guide.samples() < 1e-4 && guide.mouth().shape === 'sil';
})));
assert.match(await asker.page.textContent('.turn:last-of-type'), /打断/);

assertCalm(...both);
await browser.close();
