/**
 * Takes the pictures of the README from a running park:
 *   PARK_URL=http://localhost:8000 CHROMIUM=/usr/bin/chromium .venv/bin/node tools/pictures.mjs docs/images
 * A few wandering visitors (`lingjing bots --count 12`) make them livelier.
 */

import { openBrowser, settled, until, visit } from '../tests/flows/journeys/park.mjs';

const folder = process.argv[2];
const only = process.argv[3];
const DESK = { viewport: { width: 1440, height: 810 } };
const FINE = { quality: 'high', context: DESK };
const browser = await openBrowser();

const frames = (visitor, count) => visitor.page.evaluate((wanted) => new Promise((done) => {
  let seen = 0;
  window.lingjing.stage.onFrame(() => (seen += 1) === wanted && done());
}), count);

const shoot = async (visitor, name, after = () => undefined) => {
  await settled(visitor);
  await frames(visitor, 12);
  await visitor.page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 84 });
  console.log(name, JSON.stringify(await visitor.page.evaluate(() => window.lingjing.stage.stats())));
  await after();
  await visitor.context.close();
};

const pictures = {
  async grounds() {
    const visitor = await visit(browser, { path: '/h/grounds', ...FINE });
    await shoot(visitor, 'grounds');
  },
  async exhibition() {
    const visitor = await visit(browser, { path: '/h/exhibition', ...FINE });
    await shoot(visitor, 'exhibition');
  },
  async gearbox() {
    const visitor = await visit(browser, { path: '/h/exhibition', ...FINE });
    const node = await visitor.page.evaluate(() => {
      const { world } = window.lingjing;
      return [...world.nodes.keys()].find((id) => id.startsWith('planetary'));
    });
    await visitor.page.evaluate((id) => window.lingjing.open(id), node);
    const explode = (op) => visitor.page.evaluate(([id, change]) => window.lingjing.connection
      .edit('shared', [{ path: `/nodes/${id}/explode`, ...change }]), [node, op]);
    await explode({ op: 'set', value: 1 });
    await until(visitor, (id) => window.lingjing.world.value(id, 'explode') === 1, node);
    await visitor.page.getByText('走近看').click();
    await frames(visitor, 40);
    await shoot(visitor, 'gearbox', () => explode({ op: 'unset' }));
  },
  async theatre() {
    const visitor = await visit(browser, { path: '/h/theatre', ...FINE });
    await shoot(visitor, 'theatre');
  },
  async service() {
    const visitor = await visit(browser, { path: '/h/service', ...FINE });
    await shoot(visitor, 'service');
  },
  async phone() {
    const visitor = await visit(browser, {
      path: '/h/grounds',
      context: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
    });
    await shoot(visitor, 'phone');
  },
  async vr() {
    const visitor = await visit(browser, { path: '/h/exhibition', headset: true, context: DESK });
    await settled(visitor);
    await visitor.page.click('.vr.primary');
    await until(visitor, () => window.lingjing.stage.xr.active());
    await visitor.page.evaluate(() => {
      headset.controllers.left.position.set(-0.25, 1.25, -0.45);
      headset.controllers.right.position.set(0.25, 1.25, -0.45);
    });
    await shoot(visitor, 'vr');
  },
};

for (const [name, take] of Object.entries(pictures)) {
  if (!only || only === name) await take();
}
await browser.close();
