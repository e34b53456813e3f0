/** Passkeys in this browser: asking its authenticators, and carrying bytes as base64url. */

/** What the server asks an authenticator for, as JSON (Web Authentication, level 3). */
export type Options = Record<string, unknown>;

/** An authenticator's answer as JSON. */
export type Answer = Record<string, unknown>;

/** Nothing came of it, and that is no error: the person changed their mind, or was too slow. */
export class Declined extends Error {}

/** The authenticator has a passkey of this account already. */
export class Known extends Error {}

/** Whether a passkey can be used here at all: not at an IP address, nor without TLS. */
export const isPossible = (): boolean =>
  typeof PublicKeyCredential === 'function' && window.isSecureContext && !isAddress(location.hostname);

export const isAddress = (host: string): boolean => /^\[|^\d{1,3}(\.\d{1,3}){3}$/.test(host);

export async function create(options: Options): Promise<Answer> {
  const { user, excludeCredentials } = options as { user: { id: string }; excludeCredentials?: { id: string }[] };
  const publicKey = {
    ...options, challenge: bytes(String(options['challenge'])), user: { ...user, id: bytes(user.id) },
    excludeCredentials: (excludeCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = await asked(navigator.credentials.create({ publicKey }));
  const response = made.response as AuthenticatorAttestationResponse;
  return answer(made, {
    clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
}

export async function request(options: Options, signal?: AbortSignal): Promise<Answer> {
  const { allowCredentials } = options as { allowCredentials?: { id: string }[] };
  const publicKey = {
    ...options, challenge: bytes(String(options['challenge'])),
    allowCredentials: (allowCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
  } as unknown as PublicKeyCredentialRequestOptions;
  const made = await asked(navigator.credentials.get({ publicKey, ...(signal ? { signal } : {}) }));
  const response = made.response as AuthenticatorAssertionResponse;
  return answer(made, {
    clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData),
    signature: text(response.signature), userHandle: response.userHandle ? text(response.userHandle) : null,
  });
}

async function asked(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const made = await asking;
    if (!made) throw new Declined();
    return made as PublicKeyCredential;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'InvalidStateError') throw new Known();
    if (name === 'NotAllowedError' || name === 'AbortError') throw new Declined();
    throw error;
  }
}

const answer = (made: PublicKeyCredential, response: Answer): Answer => ({
  id: made.id, rawId: text(made.rawId), type: made.type, response,
  authenticatorAttachment: made.authenticatorAttachment, clientExtensionResults: {},
});

export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.codePointAt(0)!);
}

export function text(data: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(data), (byte) => String.fromCodePoint(byte)).join('');
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** What to call a passkey that is made on this device. */
export function deviceName(agent = navigator.userAgent): string {
  const devices: [RegExp, string][] = [
    [/OculusBrowser|Quest/, 'Quest'], [/Pico/i, 'PICO'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
    [/Android/, 'Android'], [/Macintosh/, 'Mac'], [/Windows/, 'Windows'], [/CrOS/, 'Chromebook'], [/Linux/, 'Linux'],
  ];
  return devices.find(([mark]) => mark.test(agent))?.[1] ?? 'Passkey';
}
