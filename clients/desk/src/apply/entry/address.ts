/** Whether what was typed looks like an e-mail address or a phone number; the park has the last word. */

export function addressKind(text: string): 'email' | 'phone' | null {
  const plain = text.normalize('NFKC').trim();
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(plain)) return 'email';
  return /^\+?\d{7,15}$/.test(plain.replace(/[\s()-]/g, '')) ? 'phone' : null;
}
