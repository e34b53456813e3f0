/** Addresses in the park that are handed to people: by link, by QR code, on a screen. */

export interface ScreenWish {
  hall: string;
  /** Seconds without a touch after which it goes back to its tour. */
  idle: number;
  /** Seconds with each thing. */
  stay: number;
  lang: '' | 'zh-CN' | 'en';
}

/** Where a hall's screen begins. */
export function screenPath({ hall, idle, stay, lang }: ScreenWish): string {
  const asked = new URLSearchParams({ kiosk: '1', idle: String(idle), stay: String(stay) });
  if (lang) asked.set('lang', lang);
  return `/h/${hall}?${asked}`;
}

export const hallPath = (hall: string): string => `/h/${hall}`;
/** Before an exhibit, where it stands. */
export const exhibitPath = (hall: string, node: string): string => `/h/${hall}?at=${encodeURIComponent(node)}`;

/** The picture of a QR code that leads to a page of this park. */
export const qrUrl = (path: string): string => `/api/v1/qr.svg?path=${encodeURIComponent(path)}`;

export const SIZES = ['large', 'medium', 'small'] as const;
export type Size = (typeof SIZES)[number];
/** Codes on one A4 sheet. */
export const ON_A_SHEET: Record<Size, number> = { large: 4, medium: 9, small: 20 };

/** Codes as they come on sheets. */
export function sheets<T>(codes: readonly T[], size: Size): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < codes.length; at += ON_A_SHEET[size]) found.push(codes.slice(at, at + ON_A_SHEET[size]));
  return found;
}
