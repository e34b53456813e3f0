/** Staff bring a picture, a film and a document; a visitor sees them on boards in the hall. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { staff, upload } from './desk.mjs';
import { assertCalm, openBrowser, until, visit } from './park.mjs';

const { FOLDER, PAPER, EXHIBIT_HALL, SHOTS } = process.env;
const browser = await openBrowser();
const desk = await staff(browser, { path: '/desk/exhibits' });
const { page } = desk;
await page.goto(new URL('/desk/media', page.url()).href);
const shot = async (name, of = page) => SHOTS && of.screenshot({ path: join(SHOTS, `${name}.png`) });

/** A picture and a film of a second, as this browser makes them. */
const made = await page.evaluate(async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const brush = canvas.getContext('2d');
  const paint = (share) => {
    const sky = brush.createLinearGradient(0, 0, 640, 360);
    sky.addColorStop(0, '#0d5f4b');
    sky.addColorStop(1, '#d9a35c');
    brush.fillStyle = sky;
    brush.fillRect(0, 0, 640, 360);
    brush.fillStyle = '#fff';
    brush.fillRect(40 + 400 * share, 140, 120, 80);
  };
  paint(0.5);
  const blobs = [await new Promise((done) => canvas.toBlob(done, 'image/png'))];
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const over = new Promise((done) => (recorder.onstop = done));
  recorder.start();
  for (let i = 0; i <= 20; i++) {
    paint(i / 20);
    await new Promise((done) => setTimeout(done, 50));
  }
  recorder.stop();
  await over;
  blobs.push(new Blob(pieces));
  return Promise.all(blobs.map(async (blob) => [...new Uint8Array(await blob.arrayBuffer())]));
});
const [plan, tour] = ['plan.png', 'tour.webm'].map((name, at) => {
  const path = join(FOLDER, name);
  writeFileSync(path, Buffer.from(made[at]));
  return path;
});

await page.locator('.zone').waitFor();
await shot('media-empty');
await upload(desk, plan, tour, PAPER);
await page.waitForFunction(() => document.querySelectorAll('.parcel.done').length === 3);
await shot('media-done');
await page.waitForFunction(() => document.querySelectorAll('[data-medium]').length === 3);
await page.locator('.grid img').first().waitFor();
await shot('media-list');

/** Hang one on a new board in front of the hall's first viewpoint. */
const hang = async (id) => {
  await page.goto(new URL(`/desk/media/${id}`, page.url()).href);
  await page.locator('.boards .hall').click();
  const name = await page.evaluate(async (hall) => (await (await fetch(`/api/v1/halls/${hall}`)).json()).name.zh, EXHIBIT_HALL);
  await page.locator('.el-select-dropdown:visible .el-select-dropdown__item', { hasText: name }).first().click();
  await page.locator('.hang:not([disabled])').click();
  await page.locator('[data-board]').waitFor();
};
await hang('paper');
await shot('media-document');

const visitor = await visit(browser, { path: `/h/${EXHIBIT_HALL}` });
const board = await page.locator('[data-board]').getAttribute('data-board');
await until(visitor, (id) => window.lingjing.world.nodes.get(id)?.board?.media?.pages.length === 3, board);
const asset = await visitor.page.evaluate((id) => window.lingjing.world.nodes.get(id).board.media.pages[0].asset, board);
assert.equal(await visitor.page.evaluate(async (sha) => (await fetch(`/assets/${sha}`)).headers.get('content-type'), asset), 'image/webp');

await hang('tour');
await page.locator('video').waitFor();
assert.ok(await page.evaluate(() => new Promise((done) => {
  const film = document.querySelector('video');
  film.onerror = () => done(false);
  if (film.readyState >= 1) done(true);
  else film.onloadedmetadata = () => done(film.videoWidth === 640);
})), 'the film plays at the desk');
await shot('media-film');

await page.goto(new URL('/desk/media/paper', page.url()).href);
await page.locator('[data-board] .round').click();
await page.locator('.ask .yes').click();
await until(visitor, (id) => !window.lingjing.world.nodes.has(id), board);

assertCalm(desk, visitor);
await browser.close();
