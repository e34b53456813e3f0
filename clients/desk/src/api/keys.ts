/** API keys, and the actions that they can be for. */

import { ask, get, segment } from './http';
import type * as printed from './printed';

export type ApiKey = printed.KeyAnswer;
export type Action = printed.ActionShown;

export const getKeys = async (): Promise<ApiKey[]> => (await get<{ keys: ApiKey[] }>('/keys')).keys;
export const makeKey = (name: string, scopes: string[], days: number | null): Promise<{ key: ApiKey; secret: string }> =>
  ask('POST', '/keys', { body: { name, scopes, days } });
export const removeKey = (id: string): Promise<void> => ask('DELETE', `/keys/${segment(id)}`);
export const getActions = async (): Promise<Action[]> => (await get<{ actions: Action[] }>('/policy')).actions;
