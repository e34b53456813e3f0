/** What a value may be, as the server describes its own checks (`printed.ts`). */

interface Plain {
  nullable?: boolean;
}

export type Shape = Plain & (
  | { type: 'number' | 'integer' | 'text'; min: number; max: number }
  | { type: 'boolean' | 'quaternion' }
  | { type: 'match'; pattern: string; code?: string }
  | { type: 'choice'; values: readonly string[] }
  | { type: 'list'; of: Shape; min: number; max: number }
  | { type: 'record'; fields: Readonly<Record<string, Shape>>; needs: readonly string[] }
  | { type: 'map'; of: Shape; max: number }
);
