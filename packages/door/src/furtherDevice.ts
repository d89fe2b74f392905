import type { DeviceKey } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { deriveKey, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { inviteStatement, linkKeySeedOf } from '@manyhands/ledger';
import type { DeviceLink, DeviceRequest } from '@manyhands/ledger';

/**
 * Twelve digits (D4) that both screens show, so that their owner sees that the device which
 * asks is the one in their hand. Whoever photographed the link could ask as well, and
 * knows the other's key by then; so there are too many to search in ten minutes.
 */
export function checkDigits({ seed }: Pick<DeviceLink, 'seed'>, device: DeviceKey) {
  const bytes = deriveKey(fromHex(seed), 'device/check', 8, fromHex(device));
  const number = BigInt(`0x${toHex(bytes)}`) % 1_000_000_000_000n;
  return (String(number).padStart(12, '0').match(/.{4}/g) ?? []).join(' ');
}

/** What the new device says at the door: who it is to be, and that it holds the link. */
export async function requestDevice(
  link: DeviceLink,
  keys: { readonly device: Signer; readonly box: Uint8Array },
): Promise<DeviceRequest> {
  const key = await signingKeyFromSeed(linkKeySeedOf(link));
  const { community, member } = link;
  const device = toHex(keys.device.publicKey) as DeviceKey;
  const statement = inviteStatement({ community, member, device });
  return {
    type: 'device',
    member,
    device,
    box: toHex(keys.box),
    linkPub: toHex(key.publicKey),
    proof: toHex(await key.sign(statement)),
  };
}
