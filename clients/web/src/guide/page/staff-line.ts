/** The line by which staff speak to a page between two questions: opened when they were called. */

import { eventsPath } from '../api';

const KINDS = ['officer', 'turn', 'say'] as const;

export class StaffLine {
  private source: EventSource | null = null;
  private token = '';

  constructor(private readonly hear: (event: unknown) => void, private readonly make = (path: string): EventSource => new EventSource(path)) {}

  /** Listen, unless one listens already. A line that is cut is mended by the browser, one that is refused is not. */
  open(token: string): void {
    if (!token || (this.source && this.token === token)) return;
    this.close();
    const source = this.make(eventsPath(token));
    this.source = source;
    this.token = token;
    for (const kind of KINDS) source.addEventListener(kind, (event) => this.source === source && this.hear(JSON.parse((event as MessageEvent<string>).data)));
    source.addEventListener('error', () => {
      if (source.readyState === CLOSED && this.source === source) this.source = null;
    });
  }

  close(): void {
    this.source?.close();
    this.source = null;
  }
}

/** `EventSource.CLOSED`, without asking a browser that has none. */
const CLOSED = 2;
