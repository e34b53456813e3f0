/** The proof that a request comes from this page, not from another site's (CSRF). */

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
let proof = '';
let renew: () => Promise<unknown> = async () => undefined;

/** Keep the proof that the server gave with the session; empty when there is no session. */
export function setForgery(token: string): void {
  proof = token;
}

/** How a new proof is had when the server no longer takes the one that is kept. */
export function onForgery(fn: () => Promise<unknown>): void {
  renew = fn;
}

export const renewForgery = (): Promise<unknown> => renew();

/** What a request of this method carries. */
export const forgery = (method: string): Record<string, string> =>
  proof && !SAFE.has(method.toUpperCase()) ? { 'X-CSRF-Token': proof } : {};
