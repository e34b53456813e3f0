/** Where this page is, and where its live socket. */

export const DEFAULT_HALL = 'grounds';

/** The hall that the address names: `/h/<hall>`, or the grounds. */
export function hallOfAddress(): string {
  const [, hall] = /^\/h\/([a-z0-9][a-z0-9_-]{0,63})\/?$/.exec(location.pathname) ?? [];
  return hall ?? DEFAULT_HALL;
}

export function liveUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`;
}
