/** What journeys of the scene editor share: opening it, reading what it shows, taking hold of its handles. */

import { PARK, PATIENCE, until } from './park.mjs';

/** A screen large enough for every panel, and no larger than software draws with ease. */
export const SCREEN = { viewport: { width: 960, height: 620 } };

/** Open a hall's editor on a page of staff, and wait until it is drawn and live. */
export async function edit(person, hall, base = PARK) {
  await person.page.goto(`${base}/desk/halls/${hall}`);
  await seen(person, () => window.lingjingEditor?.drawn.value && window.lingjingEditor.status.value === 'live');
  return person;
}

/** Wait until `fn(arg)` is true in the page of an editor. */
export async function seen({ page, name }, fn, arg) {
  try {
    await page.waitForFunction(fn, arg, { timeout: PATIENCE, polling: 50 });
  } catch (error) {
    const state = await page.evaluate(() => {
      const editor = window.lingjingEditor;
      return JSON.stringify(editor && {
        status: editor.status.value, trouble: editor.trouble.value, saving: editor.saving.value, draft: editor.draft.value,
        selection: editor.selection.value, others: editor.others.value, tool: editor.tool.value,
      });
    });
    throw new Error(`${name} waited in vain for ${fn} ${JSON.stringify(arg ?? null)}: ${error.message}\n${state}`);
  }
}

/** All that one did is durable. */
export const saved = (person) => seen(person, () => window.lingjingEditor.saving.value === 0 && window.lingjingEditor.status.value === 'live');

/** A property of a node as an editor shows it. */
export const shown = ({ page }, node, property) =>
  page.evaluate(([id, key]) => window.lingjingEditor.scene.value.nodes[id]?.[key] ?? null, [node, property]);

/** Wait until a node's property is this for an editor, numbers within a hair. */
export const shows = (person, node, property, value) => seen(person, ([id, key, wanted]) => {
  const now = window.lingjingEditor.scene.value.nodes[id]?.[key];
  return Array.isArray(wanted) ? now?.every((one, at) => Math.abs(one - wanted[at]) < 1e-4) : now === wanted;
}, [node, property, value]);

/** Wait until a connected visitor's world has a node so. */
export const visitorSees = (visitor, node, property, value) => until(visitor, ([id, key, wanted]) => {
  const now = window.lingjing.world.nodes.get(id)?.[key];
  return Array.isArray(wanted) ? now?.every((one, at) => Math.abs(one - wanted[at]) < 1e-4) : now === wanted;
}, [node, property, value]);

/** Choose a node in the tree. */
export async function choose({ page }, node) {
  const row = page.locator(`[data-node="${node}"]`);
  if (!(await row.count())) await page.evaluate((id) => window.lingjingEditor.select([id]), node);
  else await row.click();
}

/** Press a key on the canvas, where keys move what is chosen. */
export async function press({ page }, key) {
  await page.locator('.room canvas').focus();
  await page.keyboard.press(key);
}

/** Bring a node into the picture and drag the red handle of the gizmo along its axis; `held` is called before it is let go. */
export async function dragHandle(person, node, pixels = 90, held = async () => undefined) {
  const { page } = person;
  await page.locator('[data-tool="move"]').click();
  await page.evaluate((id) => window.lingjingEditor.view.focus([id]), node);
  const at = await settledHandle(person);
  for (let away = 24; away < 130; away += 8) {
    await page.mouse.move(at.x + at.dx * away, at.y + at.dy * away);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (await page.evaluate(() => window.lingjingEditor.bench.handle().axis) !== 'X') continue;
    await page.mouse.down();
    for (let step = 1; step <= 6; step += 1) await page.mouse.move(at.x + at.dx * (away + (pixels * step) / 6), at.y + at.dy * (away + (pixels * step) / 6));
    await held();
    await page.mouse.up();
    return;
  }
  throw new Error('the handle was not found');
}

/** Where the gizmo is on the page and which way its X axis points, once the view has come to rest. */
async function settledHandle({ page }) {
  let last = null;
  for (;;) {
    const now = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => {
      const { place } = window.lingjingEditor.bench.handle(), { left, top } = document.querySelector('.room canvas').getBoundingClientRect();
      const project = ([x, y, z]) => window.lingjingEditor.view.project([x, y, z]);
      const from = project(place), to = project([place[0] + 0.2, place[1], place[2]]);
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      done({ x: left + from.x, y: top + from.y, dx: (to.x - from.x) / length, dy: (to.y - from.y) / length });
    })));
    if (last && Math.hypot(now.x - last.x, now.y - last.y) < 0.5) return now;
    last = now;
  }
}
