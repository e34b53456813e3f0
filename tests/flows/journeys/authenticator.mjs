/** A virtual authenticator of Chromium's (DevTools protocol, WebAuthn), and an invitation. */

import { PARK } from './park.mjs';

/** Give a page an authenticator with a finger on it; `list()` tells what it holds. */
export async function authenticator(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return {
    list: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    verifies: (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** Put a counter back, as a copy of the key would have it. */
    rewind: async () => {
      for (const credential of (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials) {
        await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId });
        await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 1 } });
      }
    },
  };
}

/** Ask the API as whoever is signed in on a page. */
export const ask = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const { csrf } = await (await fetch('/api/v1/session')).json();
  const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf };
  const answer = await fetch(`/api/v1${where}`, { method: how, headers, body: what === undefined ? undefined : JSON.stringify(what) });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
}, [method, path, body]);

/** A link that invites somebody as a role; its path. */
export async function invite(page, role, more = {}) {
  const { status, body } = await ask(page, 'POST', '/invitations', { grants: [{ role }], ...more });
  if (status !== 201) throw new Error(`no invitation: ${JSON.stringify(body)}`);
  return new URL(body.url, PARK).pathname;
}
