import { toHex } from '@manyhands/codec';
import { signingKeyFromSeed } from '@manyhands/keys';
import { encodeDeviceLink, linkKeySeedOf } from '@manyhands/ledger';
import type { DeviceLink } from '@manyhands/ledger';
import type { ShownLink } from '../threshold/index.ts';
import { lobbyAddressOf } from '../admission/index.ts';
import type { Place } from '../opened/index.ts';

/** How long a device link opens the door, and its code can be typed. */
export const linkMinutes = 10;

/** The link for one more device of this member; null before anybody has let us in. */
export async function makeDeviceLink(place: Place): Promise<ShownLink | null> {
  const address = lobbyAddressOf(place);
  if (!address) return null;
  const { member } = place.membership;
  const link: DeviceLink = { ...address, seed: toHex(place.randomBytes(16)), member };
  const { publicKey } = await signingKeyFromSeed(linkKeySeedOf(link));
  return { link, text: encodeDeviceLink(link), linkPub: toHex(publicKey) };
}
