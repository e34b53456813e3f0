/** Server-sent events out of an answer's body (WHATWG HTML, section 9.2): one JSON in each. */

/** Cuts a stream of text into the data of its events, whatever pieces it comes in. */
export class EventCutter {
  private left = '';

  /** The data of every event that is whole now. */
  feed(piece: string): string[] {
    // A CR at the very end may be half of a CRLF: it waits.
    const text = this.left + piece, whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const events = whole.replace(/\r\n?/g, '\n').split('\n\n');
    this.left = events.pop()! + (whole === text ? '' : '\r');
    return events.map(dataOf).filter((data) => data !== '');
  }
}

const dataOf = (event: string): string =>
  event.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5).replace(/^ /, '')).join('\n');

/** Every event of an answer as it comes. */
export async function* eventsOf(answer: Response): AsyncGenerator<unknown> {
  const cutter = new EventCutter();
  // Some browsers inside apps have no streams: then all comes at once.
  if (!answer.body) {
    for (const data of cutter.feed(`${await answer.text()}\n\n`)) yield JSON.parse(data);
    return;
  }
  const reader = answer.body.getReader(), decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    for (const data of cutter.feed(done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }))) yield JSON.parse(data);
    if (done) return;
  }
}
