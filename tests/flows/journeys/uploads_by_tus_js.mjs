/** The client that the desk uploads with: a file that stops and goes on, in every way that it knows. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const tus = createRequire(new URL('../../../clients/package.json', import.meta.url))('tus-js-client');
const { PARK_URL, OPERATOR_KEY } = process.env;
const endpoint = `${PARK_URL}/api/v1/uploads`;
const signedIn = await fetch(`${PARK_URL}/api/v1/session`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ token: OPERATOR_KEY }),
});
const secret = signedIn.headers.get('set-cookie').split(';')[0].split('=')[1];
const headers = { Authorization: `Bearer ${secret}` };
const data = Buffer.from(Array.from({ length: 500_000 }, (_, index) => index % 251));
const sha256 = createHash('sha256').update(data).digest('hex');
const metadata = { filename: '水泵.glb', filetype: 'model/gltf-binary' };

const send = (options, stopAt = Infinity) => new Promise((resolve, reject) => {
  const upload = new tus.Upload(data, {
    endpoint, headers, metadata, retryDelays: [0, 50], chunkSize: 100_000, ...options,
    onError: reject,
    onSuccess: () => resolve(upload.url),
    onChunkComplete: (_, sent) => { if (sent >= stopAt) void upload.abort().then(() => resolve(upload.url)); },
  });
  upload.start();
});
const told = async (url) => (await fetch(url, { headers })).json();

const url = await send({}, 200_000);
assert.equal((await told(url)).offset, 200_000);
assert.equal(await send({ uploadUrl: url }), url);
for (const options of [{ uploadDataDuringCreation: true }, { overridePatchMethod: true }, { chunkSize: Infinity }]) {
  const whole = await told(await send(options));
  assert.deepEqual([whole.sha256, whole.name], [sha256, '水泵.glb']);
}
assert.equal((await told(url)).sha256, sha256);
await tus.Upload.terminate(url, { headers });
assert.equal((await fetch(url, { headers })).status, 404);
console.log('ok');
