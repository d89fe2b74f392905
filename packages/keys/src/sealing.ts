/**
 * Text that only a few devices can read (formats §6): one fresh key for the text, wrapped
 * once for each device under what a fresh X25519 key and its box agree on. Nobody is
 * authenticated here: the entry that carries it is signed. A recipient learns how many
 * others there are and the first bytes of their device keys; anyone learns the length.
 */
import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, equalBytes, malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { openAes, randomBytes, sealAes } from './webCrypto.ts';
import { deriveKey } from './hash.ts';
import { createSealingKey } from './sealingKey.ts';
import type { NotForMe, Recipient, Sealed, SealingKey, Wrapping } from './types.ts';

// Every key below encrypts exactly once, so the nonce may be the same each time. (A text's
// key is wrapped again under another wrapping key, and encrypts nothing more.)
const onceOnly = new Uint8Array(12);

const hintOf = (device: Uint8Array): Uint8Array => device.slice(0, 8);

const wrappingKey = (
  shared: Uint8Array,
  epk: Uint8Array,
  box: Uint8Array,
): Uint8Array => deriveKey(shared, 'seal', 32, concat(epk, box));

/**
 * `plain` for 1 to 32 devices, in their order. A device whose box is no key to agree
 * with gets no wrap: its certificate is its own doing and must not silence the others.
 */
export async function sealFor(
  recipients: readonly Recipient[],
  plain: Uint8Array,
): Promise<Sealed> {
  assert(
    recipients.length >= 1 && recipients.length <= 32,
    'sealed for 1 to 32 devices',
  );
  const key = randomBytes(32);
  const ciphertext = await sealAes(key, onceOnly, plain);
  return { ...(await wrapFor(recipients, key)), ciphertext };
}

async function wrapFor(
  recipients: readonly Recipient[],
  key: Uint8Array,
): Promise<Wrapping> {
  const passing = await createSealingKey();
  const wrapped = recipients.map(async ({ device, box }) => {
    const shared = await passing.agree(box);
    if (!shared.ok) return [];
    const wrapping = wrappingKey(shared.value, passing.publicKey, box);
    return [{ hint: hintOf(device), wrap: await sealAes(wrapping, onceOnly, key) }];
  });
  return { epk: passing.publicKey, wraps: (await Promise.all(wrapped)).flat() };
}

/**
 * The text, if this device is among those it is sealed for. Refuses `NotForMe` when no
 * wrap carries its hint, and `Malformed` when one does and nothing opens. Hints may
 * meet by chance, so each that fits is tried.
 */
export async function openSealed(
  sealed: Sealed,
  device: Uint8Array,
  key: SealingKey,
): Promise<Result<Uint8Array, NotForMe | Malformed>> {
  const opened = await openText(sealed, device, key);
  return opened.ok ? ok(opened.value.plain) : opened;
}

/**
 * The key of a text that this device can open, wrapped once more for others, 1 to 32: with
 * the ciphertext, which is not in it, they read what this device reads. Refuses as
 * `openSealed` does.
 */
export async function passOn(
  sealed: Sealed,
  recipients: readonly Recipient[],
  device: Uint8Array,
  key: SealingKey,
): Promise<Result<Wrapping, NotForMe | Malformed>> {
  const opened = await openText(sealed, device, key);
  return opened.ok ? ok(await wrapFor(recipients, opened.value.textKey)) : opened;
}

interface OpenedText {
  readonly textKey: Uint8Array;
  readonly plain: Uint8Array;
}

async function openText(
  sealed: Sealed,
  device: Uint8Array,
  key: SealingKey,
): Promise<Result<OpenedText, NotForMe | Malformed>> {
  const hint = hintOf(device);
  const mine = sealed.wraps.filter((each) => equalBytes(each.hint, hint));
  if (mine.length === 0) return err({ type: 'NotForMe' });
  const shared = await key.agree(sealed.epk);
  if (!shared.ok) return shared;
  const wrapping = wrappingKey(shared.value, sealed.epk, key.publicKey);
  for (const { wrap } of mine) {
    const textKey = await openAes(wrapping, onceOnly, wrap);
    if (textKey?.length !== 32) continue;
    const plain = await openAes(textKey, onceOnly, sealed.ciphertext);
    if (plain) return ok({ textKey, plain });
  }
  return err(malformed('sealed for another key, or changed'));
}
