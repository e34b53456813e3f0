/** Keeps the screen lit while the page is seen (Screen Wake Lock), where the browser can. */

export function stayAwake(): void {
  const ask = (): void => {
    if (document.hidden || !('wakeLock' in navigator)) return;
    // A battery that is low, or a policy, may refuse: the screen then sleeps as it is set to.
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

/** Nothing on a screen leads out of the park: no link, no menu, no new window. */
export function stayHere(): void {
  document.addEventListener('click', (event) => {
    if ((event.target as Element | null)?.closest?.('a[href]')) event.preventDefault();
  }, true);
  document.addEventListener('contextmenu', (event) => event.preventDefault());
  document.addEventListener('dragstart', (event) => event.preventDefault());
  window.open = () => null;
}
