import { deriveKey, randomBytes } from '@manyhands/keys';
import { mayHavePasskeys } from './mayHavePasskeys.ts';

/**
 * A passkey as a lock: WebAuthn's PRF extension (WebAuthn 3 §10.1.4) answers 32 bytes
 * that only this passkey gives for a salt, after its owner was verified by the device.
 * The signature it also gives is for servers, and nobody looks at it.
 */

/**
 * Whether this device itself verifies its owner, so that a passkey is what to offer first;
 * false where it is known that it could not lock anything. Never throws.
 */
export async function hasPasskeys(): Promise<boolean> {
  if (!mayHavePasskeys()) return false;
  try {
    const own = PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
    return (await own) && (await able())['extension:prf'] !== false;
  } catch {
    return false;
  }
}

/** What a newer browser says of itself; an older one says nothing. */
function able(): Promise<Partial<Record<string, boolean>>> {
  const asked = PublicKeyCredential as { getClientCapabilities?: typeof able };
  return asked.getClientCapabilities?.() ?? Promise.resolve({});
}

const given = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

/** Makes a passkey for somebody called `name`; null if none came of it. */
export async function makePasskey(name: string): Promise<Uint8Array | null> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { name: 'Manyhands' },
    user: { id: given(randomBytes(16)), name, displayName: name },
    challenge: given(randomBytes(32)),
    // Ed25519, ECDSA P-256, RSA: whatever it signs with is not used.
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    extensions: { prf: {} },
  };
  try {
    const made = await navigator.credentials.create({ publicKey });
    if (!(made instanceof PublicKeyCredential)) return null;
    const { prf } = made.getClientExtensionResults();
    return prf?.enabled === true ? new Uint8Array(made.rawId) : null;
  } catch {
    return null; // The person said no, or the device cannot.
  }
}

/** What a passkey answers to a salt, as a wrapping key; null when it does not. */
export async function askPasskey(
  credential: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array | null> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: given(randomBytes(32)),
    allowCredentials: [{ type: 'public-key', id: given(credential) }],
    userVerification: 'required',
    extensions: { prf: { eval: { first: given(salt) } } },
  };
  try {
    const answer = await navigator.credentials.get({ publicKey });
    if (!(answer instanceof PublicKeyCredential)) return null;
    const first = answer.getClientExtensionResults().prf?.results?.first;
    if (!(first instanceof ArrayBuffer)) return null;
    return deriveKey(new Uint8Array(first), 'lock', 32);
  } catch {
    return null;
  }
}
