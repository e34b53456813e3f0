/**
 * Visitors among companies: found by name, walked to, read about; and a sign that goes and comes for
 * a second page. With PICTURES=folder each moment's picture is kept there.
 */

import assert from 'node:assert/strict';

import { asker, assertCalmBut404, assertOpen, PHONE, shot, WIDE } from './business.mjs';
import { staff } from './desk.mjs';
import { openBrowser, PARK, settled, until, visit } from './park.mjs';

const browser = await openBrowser();
const { companies } = await (await fetch(`${PARK}/api/v1/companies`)).json();
assert.ok(companies.length >= 2);
const [company] = companies.filter(({ name }) => name.includes('云帆'));
const { hall, node } = company.booth;

// --- found, walked to, read about -----------------------------------------------------------------

const [visitor, other] = await Promise.all([
  visit(browser, { name: '投资人', context: WIDE }), visit(browser, { name: '在街上', path: `/h/${hall}`, context: WIDE }),
]);
const { page } = visitor;
await page.locator('.dock').waitFor();
await page.keyboard.press('c');
await page.locator('[data-company]').first().waitFor();
await shot(visitor, 'directory');
await assertOpen(visitor, 'directory');
await page.locator('.pane.list input[type=search]').fill('没有这样的企业');
await page.locator('.nothing').waitFor();
await page.locator('.pane.list input[type=search]').fill('云帆');
await until(visitor, () => document.querySelectorAll('[data-company]').length === 1);
await page.locator(`[data-company="${company.id}"]`).click();
const card = page.locator('.pane.detail');
await card.locator('h2', { hasText: company.name }).waitFor();
await card.locator('.proof.valid').waitFor();
await shot(visitor, 'card');
await assertOpen(visitor, 'card of a company');
const website = card.locator('a.website');
assert.match(await website.getAttribute('rel'), /noopener/);
assert.equal(await website.getAttribute('target'), '_blank');

await card.locator('.pane-foot .primary').click();
await until(visitor, (wanted) => window.lingjing.world.hall.id === wanted, hall);
await until(visitor, (booth) => {
  const { world, viewer, stage } = window.lingjing;
  const place = stage.bench().view.entries.get(booth)?.group.matrixWorld.elements;
  if (!place || world.hall.id === undefined) return false;
  const [dx, dz] = [place[12] - viewer.feet[0], place[14] - viewer.feet[2]];
  const away = Math.hypot(dx, dz);
  // Before its open side, with the sign ahead.
  return away < 9 && (dx * -Math.sin(viewer.yaw) + dz * -Math.cos(viewer.yaw)) / away > 0.95;
}, node);
await settled(visitor);
await shot(visitor, 'there');
const proof = await card.locator('.proof').getAttribute('href');
assert.equal((await fetch(PARK + proof)).status, 200);

// The same by an address that somebody was sent, on a phone.
const phone = await visit(browser, { name: '手机', path: `/h/${hall}?company=${company.id}`, context: PHONE });
await phone.page.locator('.pane.detail h2', { hasText: company.name }).waitFor();
await until(phone, () => !location.search.includes('company'));
await shot(phone, 'phone-card');
await assertOpen(phone, 'card on a phone');

// --- the sign, before a second page's eyes --------------------------------------------------------

const desk = await staff(browser);
const api = asker(desk);
const turn = async (verb, more = {}) => {
  const { body: { version } } = await api('GET', `/applications/${company.id}`);
  return api('POST', `/applications/${company.id}/transitions`, { verb, version, ...more });
};

/** Whether the sign hangs: its boards are drawn, its words are written. */
const hangs = (booth) => {
  const { view } = window.lingjing.stage.bench();
  const entry = view.entries.get(booth);
  return Boolean(entry?.node.tenant) && entry.group.visible;
};
await until(other, hangs, node);
const reasons = (await api('GET', '/registration/form')).body.reasons;
const hidden = await turn('suspend', { reason: (Array.isArray(reasons) ? reasons[0]?.code : Object.keys(reasons)[0]) ?? 'other', note: '核查中' });
assert.equal(hidden.status, 200, JSON.stringify(hidden.body));
await until(other, (booth) => window.lingjing.world.value(booth, 'visible') === false, node);
assert.equal((await fetch(`${PARK}/api/v1/companies/${company.id}`)).status, 404);
const told = other.page.evaluate((booth) => new Promise((done) => {
  const { world } = window.lingjing;
  const off = world.on('nodes', () => {
    if (world.value(booth, 'visible') === false) return;
    off();
    done(performance.timeOrigin + performance.now());
  });
}), node);
const restored = await turn('restore');
const answered = Date.now();
assert.equal(restored.status, 200, JSON.stringify(restored.body));
const late = (await told) - answered;
console.log(`the sign came ${Math.round(late)} ms after the answer`);
assert.ok(late < 1000, `the sign came ${late} ms after the answer`);
await until(other, hangs, node);
await other.page.evaluate(([x, z]) => window.lingjing.travel.jump([x, 0, z], Math.PI / 2, 0.02), [2.2, 18.5]);
await shot(other, 'sign');

assertCalmBut404(visitor, phone, other, desk);
await browser.close();
