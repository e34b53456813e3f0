/** One's own account. */

import type { Answer } from '@/account/credential';

import type { Ceremony, Entered } from './door';
import { ask, get, segment } from './http';
import type { InvitationShown, LinkedAnswer, OwnAccount, OwnSession, PairingShown, Passkey, TotpBegun } from './types';

export const getAccount = (): Promise<OwnAccount> => get('/account');
export const changeAccount = (change: { name?: string; lang?: string }): Promise<OwnAccount> => ask('PATCH', '/account', { body: change });
export const changePassword = (current: string, password: string): Promise<OwnAccount> =>
  ask('PUT', '/account/password', { body: { current, password } });

/** The password or a code, shown again before what decides who gets in; nothing soon after signing in. */
export type Proof = { password?: string; code?: string };

export const beginTotp = (proof: Proof): Promise<TotpBegun> => ask('POST', '/account/totp', { body: proof });
export const confirmTotp = (code: string): Promise<{ codes: string[] }> => ask('PUT', '/account/totp', { body: { code } });
export const removeTotp = (proof: Proof): Promise<OwnAccount> => ask('DELETE', '/account/totp', { body: proof });
export const makeCodes = (proof: Proof): Promise<{ codes: string[] }> => ask('POST', '/account/recovery-codes', { body: proof });

export const getPasskeys = async (): Promise<Passkey[]> => (await get<{ passkeys: Passkey[] }>('/account/passkeys')).passkeys;
export const beginNewPasskey = (proof: Proof): Promise<Ceremony> => ask('POST', '/account/passkeys/options', { body: proof });
export const keepPasskey = (id: string, credential: Answer, name: string): Promise<Passkey> =>
  ask('POST', '/account/passkeys', { body: { id, credential, name } });
export const renamePasskey = (id: string, name: string): Promise<Passkey> => ask('PATCH', `/account/passkeys/${segment(id)}`, { body: { name } });
export const removePasskey = (id: string, proof: Proof): Promise<void> => ask('DELETE', `/account/passkeys/${segment(id)}`, { body: proof });

export const getLinked = (): Promise<LinkedAnswer> => get('/account/oidc');
export const unlink = (): Promise<void> => ask('DELETE', '/account/oidc');

export const getSessions = async (): Promise<OwnSession[]> => (await get<{ sessions: OwnSession[] }>('/account/sessions')).sessions;
export const endOne = (id: string): Promise<void> => ask('DELETE', `/account/sessions/${segment(id)}`);
export const endOthers = (): Promise<{ ended: number }> => ask('DELETE', '/account/sessions');

/** Everything that the park knows of oneself, as a zip. */
export const ownCopy = '/api/v1/privacy/export';
export const askAboutData = (words: string): Promise<unknown> => ask('POST', '/privacy/requests', { body: { kind: 'correct', words } });
export const erase = (proof: Proof): Promise<void> => ask('DELETE', '/privacy', { body: proof });

export const lookAtPairing = (code: string): Promise<PairingShown> => get(`/pairing/${segment(code)}`);
export const decidePairing = (code: string, approve: boolean): Promise<PairingShown> =>
  ask('POST', `/pairing/${segment(code)}`, { body: { approve } });

/** Accept for the account that the invited address has already. */
export const acceptForAccount = (secret: string): Promise<void> => ask('POST', `/invitations/${segment(secret)}/acceptance/account`);
export const getInvitation = (secret: string): Promise<InvitationShown> => get(`/invitations/${segment(secret)}/acceptance`);
export const acceptByPassword = (secret: string, body: { name: string; email: string; password: string; lang: string }): Promise<Entered> =>
  ask('POST', `/invitations/${segment(secret)}/acceptance`, { body });
export const beginAccepting = (secret: string, name: string): Promise<Ceremony> =>
  ask('POST', `/invitations/${segment(secret)}/acceptance/passkey/options`, { body: { name } });
export const acceptByPasskey = (
  secret: string, body: { id: string; credential: Answer; name: string; passkey_name: string; email: string; lang: string },
): Promise<Entered> => ask('POST', `/invitations/${segment(secret)}/acceptance/passkey`, { body });
