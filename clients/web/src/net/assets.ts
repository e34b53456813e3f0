/** Bytes by their name: immutable, so that browser and proxies may keep them for ever. */

const ATTEMPTS = 3;
const WAIT_MS = 600;

/**
 * Fetch an asset whole. `onBytes` hears how many bytes have come so far. Network failures are
 * tried again; a refusal of the server, or an abort, is not.
 */
export async function fetchAsset(
  sha: string,
  bytes: number,
  signal: AbortSignal,
  onBytes: (received: number) => void,
): Promise<ArrayBuffer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await download(`/assets/${sha}`, bytes, signal, onBytes);
    } catch (error) {
      if (signal.aborted || error instanceof AssetError || attempt === ATTEMPTS) throw error;
      await new Promise((done) => setTimeout(done, WAIT_MS * attempt));
    }
  }
}

export class AssetError extends Error {
  constructor(readonly status: number, url: string) {
    super(`${status} ${url}`);
    this.name = 'AssetError';
  }
}

async function download(
  url: string, bytes: number, signal: AbortSignal, onBytes: (received: number) => void,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new AssetError(response.status, url);
  const target = new Uint8Array(bytes);
  const reader = response.body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (received + value.length > bytes) throw new AssetError(response.status, url);
    target.set(value, received);
    onBytes((received += value.length));
  }
  return received === bytes ? target.buffer : target.slice(0, received).buffer;
}
