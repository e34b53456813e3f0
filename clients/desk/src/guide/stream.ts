/** Server-sent events, taken up again when the line was cut. */

export interface Stream {
  close(): void;
}

export interface Heard {
  event(name: string, data: unknown): void;
  /** Whether the line is open. */
  line(open: boolean): void;
}

/** The part of a browser's `EventSource` that is used. */
export interface Source {
  onopen: ((event: Event) => unknown) | null;
  onerror: ((event: Event) => unknown) | null;
  addEventListener(name: string, fn: (event: MessageEvent<string>) => void): void;
  close(): void;
  readonly readyState: number;
}

const CLOSED = 2;
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000];

/** Listen to the events of these names. A browser gives up after a refusal: then it is asked anew. */
export function listen(url: string, names: readonly string[], heard: Heard, open = (at: string): Source => new EventSource(at)): Stream {
  let source: Source | null = null;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    source = open(url);
    source.onopen = () => {
      failures = 0;
      heard.line(true);
    };
    source.onerror = () => {
      heard.line(false);
      if (source?.readyState !== CLOSED) return;
      again = setTimeout(begin, AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)]);
    };
    for (const name of names) source.addEventListener(name, ({ data }) => heard.event(name, parsed(data)));
  };
  begin();
  return {
    close() {
      clearTimeout(again);
      source?.close();
    },
  };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
