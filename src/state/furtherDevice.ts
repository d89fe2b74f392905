import type { DeviceKey } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { randomBytes, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { encodeDeviceLink, inviteStatement, linkKeySeedOf } from '@manyhands/ledger';
import type { DeviceLink, DeviceRequest } from '@manyhands/ledger';
import type { ShownLink } from './deviceDoor.ts';
import { doorwayOf } from './doorway.ts';
import type { Place } from './place.ts';

/** How long a device link opens the door, and its code can be typed. */
export const linkMinutes = 10;

/** The link for one more device of this member; null before anybody has let us in. */
export async function makeDeviceLink(place: Place): Promise<ShownLink | null> {
  const doorway = doorwayOf(place);
  if (!doorway) return null;
  const { member } = place.membership;
  const link: DeviceLink = { ...doorway, seed: toHex(randomBytes(16)), member };
  const { publicKey } = await signingKeyFromSeed(linkKeySeedOf(link));
  return { link, text: encodeDeviceLink(link), linkPub: toHex(publicKey) };
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
