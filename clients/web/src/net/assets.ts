/** Bytes by their name: immutable, so that browser and proxies may keep them for ever. */

const ATTEMPTS = 3;
const WAIT_MS = 600;
/** A line that brings nothing for this long is given up and tried anew. */
const STALL_MS = 12_000;

/** The server said no: trying again would not help. */
export class AssetError extends Error {
  constructor(readonly status: number, url: string) {
    super(`${status} ${url}`);
    this.name = 'AssetError';
  }
}

/**
 * Fetch an asset whole. `onBytes` hears how many bytes have come so far. Network failures and
 * stalls are tried again; a refusal of the server, or an abort, is not.
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

async function download(
  url: string, bytes: number, outer: AbortSignal, onBytes: (received: number) => void,
): Promise<ArrayBuffer> {
  const watch = new Watch(outer);
  try {
    const response = await fetch(url, { signal: watch.signal });
    if (!response.ok || !response.body) throw new AssetError(response.status, url);
    return await gather(response.body.getReader(), bytes, (received) => {
      watch.alive();
      onBytes(received);
    });
  } finally {
    watch.end();
  }
}

async function gather(
  reader: ReadableStreamDefaultReader<Uint8Array>, bytes: number, onBytes: (received: number) => void,
): Promise<ArrayBuffer> {
  const target = new Uint8Array(bytes);
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (received + value.length > bytes) throw new AssetError(200, 'longer than announced');
    target.set(value, received);
    onBytes((received += value.length));
  }
  return received === bytes ? target.buffer : target.slice(0, received).buffer;
}

/** Aborts when the caller does, or when nothing was heard for a while. */
class Watch {
  private readonly controller = new AbortController();
  private readonly follow = (): void => this.controller.abort();
  private timer = setTimeout(this.follow, STALL_MS);

  constructor(private readonly outer: AbortSignal) {
    outer.addEventListener('abort', this.follow);
    if (outer.aborted) this.follow();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  alive(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.follow, STALL_MS);
  }

  end(): void {
    clearTimeout(this.timer);
    this.outer.removeEventListener('abort', this.follow);
  }
}
