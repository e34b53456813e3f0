/** Registered capital as it is typed: an amount and the unit it is counted in. */

export const UNITS = ['万元', '元'] as const;
export type Unit = (typeof UNITS)[number];

export interface Capital {
  amount: string;
  unit: Unit;
}

/** What the form holds, taken apart; what nobody can read stays an amount, to be put right. */
export function apart(text: string): Capital {
  const plain = text.normalize('NFKC').replaceAll(/[\s,人民币]/g, '');
  if (plain.endsWith('万元') || plain.endsWith('万')) return { amount: plain.replace(/万元?$/, ''), unit: '万元' };
  if (plain.endsWith('元')) return { amount: plain.slice(0, -1), unit: '元' };
  return { amount: plain, unit: plain === '' ? '万元' : '元' };
}

export const together = ({ amount, unit }: Capital): string => {
  const plain = amount.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return plain === '' ? '' : `${plain}${unit}`;
};

const YUAN: Record<Unit, number> = { 万元: 10_000, 元: 1 };

/** In fen; null while it is no number. */
export function inFen({ amount, unit }: Capital): number | null {
  const plain = amount.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const fen = Math.round(Number(plain) * YUAN[unit] * 100);
  return Number.isSafeInteger(fen) ? fen : null;
}

/** Fen, as the park keeps them, in the unit that suits. */
export const fromFen = (fen: number): Capital =>
  fen !== 0 && fen % 1_000_000 === 0 ? { amount: String(fen / 1_000_000), unit: '万元' } : { amount: String(fen / 100), unit: '元' };

/** The amount in yuan with separators, as one would say it aloud; nothing while it is no number. */
export function inYuan(capital: Capital, lang: string): string {
  const fen = inFen(capital);
  return fen === null ? '' : (fen / 100).toLocaleString(lang, { maximumFractionDigits: 2 });
}
