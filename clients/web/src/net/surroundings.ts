/** What the outside world gives to a live connection; tests give their own. */

export interface Surroundings {
  open(url: string, protocol: string): WebSocket;
  now(): number;
  later(fn: () => void, ms: number): () => void;
  online(): boolean;
}

export const browser: Surroundings = {
  open: (url, protocol) => new WebSocket(url, protocol),
  now: () => performance.now(),
  later: (fn, ms) => {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
  online: () => navigator.onLine,
};
