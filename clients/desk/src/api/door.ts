/** Signing in: what the park is asked before it knows who somebody is. */

import type { Answer, Options } from '@/account/credential';

import type { Proof } from './account';
import { ask, get, segment } from './http';
import type { Session } from './types';

export type Method = 'totp' | 'passkey' | 'recovery';

/** A second factor is due: which ones this account has. */
export interface Step {
  step: string;
  methods: Method[];
}

export type Entered = Session | Step;

/** Which ways in this park has. */
export interface Ways {
  passkey: boolean;
  oidc: string | null;
  codes: boolean;
}

/** What an authenticator is to be asked, and by which id its answer goes back. */
export interface Ceremony {
  id: string;
  options: Options;
}

export const isStep = (entered: Entered): entered is Step => 'step' in entered;

export const getWays = (): Promise<Ways> => get('/session/ways');
export const byLink = (token: string): Promise<Entered> => ask('POST', '/session', { body: { token } });
export const byPassword = (email: string, password: string): Promise<Entered> => ask('POST', '/session', { body: { email, password } });
export const byStep = (step: string, code: string): Promise<Entered> => ask('POST', '/session', { body: { step, code } });
export const sendCode = (address: string): Promise<void> => ask('POST', '/session/codes', { body: { address } });
export const byCode = (address: string, code: string): Promise<Entered> => ask('POST', '/session', { body: { address, code } });

export const beginPasskey = (): Promise<Ceremony> => ask('POST', '/session/passkey/options');
export const byPasskey = (id: string, credential: Answer): Promise<Entered> => ask('POST', '/session/passkey', { body: { id, credential } });

export type Purpose = 'sign_in' | 'link' | 'invitation';
export const beginOidc = (purpose: Purpose, invitation = '', proof?: Proof): Promise<{ url: string }> =>
  ask('POST', '/session/oidc/begin', { body: { purpose, invitation, proof } });
export const byOidc = (code: string, state: string, iss: string | null, error: string | null = null): Promise<Entered> =>
  ask('POST', '/session/oidc', { body: { code, state, iss, error } });

export const askRecovery = (email: string): Promise<void> => ask('POST', '/recovery', { body: { email } });
export const getRecovery = (token: string): Promise<unknown> => get(`/recovery/${segment(token)}`);
export const recover = (token: string, password: string): Promise<Entered> =>
  ask('POST', `/recovery/${segment(token)}`, { body: { password } });
