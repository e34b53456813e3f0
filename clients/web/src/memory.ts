/** What the page remembers between visits; a browser that forbids it simply forgets. */

const PREFIX = 'lingjing.';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Private windows and full stores refuse: the choice then lasts as long as the page.
  }
}
