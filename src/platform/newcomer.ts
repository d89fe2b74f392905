import type { CommunityId, DeviceKey, MemberId, Minutes } from '@manyhands/base';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey, randomBytes } from '@manyhands/keys';
import type { KeyForm, SealingKey, SigningKey } from '@manyhands/keys';
import { draftCharter } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import type { StoredMembership as KeyringRow } from '@manyhands/storage';
import type { Founding } from '../phone/places.ts';

/** The keys of somebody new on this phone: one set per community and person. */
export interface OwnKeys {
  readonly identity: SigningKey;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
}

/** New keys, of the kind that this browser's disk keeps. */
export async function newKeys(kept: KeyForm): Promise<OwnKeys> {
  const [identity, device, sealing] = await Promise.all([
    createSigningKey(kept),
    createSigningKey(kept),
    createSealingKey(kept),
  ]);
  return { identity, device, sealing };
}

/** The keys of one more device: who it belongs to is said by another one. */
export type DeviceKeys = Omit<OwnKeys, 'identity'>;

/** The row that will keep them, once the community's own disk holds what it should. */
export const rowOf = (
  community: CommunityId,
  name: string,
  keys: OwnKeys,
  demo: boolean,
): KeyringRow => ({
  ...furtherRowOf(
    { community, name, member: toHex(keys.identity.publicKey) as MemberId },
    keys,
  ),
  identity: keys.identity.stored,
  demo,
});

/** The row of a device that another one of the same member lets in. */
export const furtherRowOf = (
  { community, name, member }: Pick<KeyringRow, 'community' | 'name' | 'member'>,
  keys: DeviceKeys,
): KeyringRow => ({
  community,
  device: toHex(keys.device.publicKey) as DeviceKey,
  member,
  name,
  identity: null,
  signing: keys.device.stored,
  sealing: keys.sealing.stored,
  demo: false,
  addedAt: Date.now(),
  lastUsedAt: Date.now(),
});

/** The agreement a founder begins with; two things in it are random, so it is unique. */
export function charterOf(
  founding: Founding,
  keys: Pick<OwnKeys, 'identity' | 'device'>,
  relays: readonly string[],
): Charter {
  const charter = draftCharter({
    random: toHex(randomBytes(16)),
    founder: toHex(keys.identity.publicKey) as MemberId,
    device: toHex(keys.device.publicKey) as DeviceKey,
    name: founding.communityName.trim(),
    unit: founding.unit.trim(),
    limit: (founding.limitHours * 60) as Minutes,
    relays: [...new Set([...relays, ...(founding.relays ?? [])])],
    ice: founding.ice ?? [],
    language: founding.language,
    words: founding.words.trim(),
  });
  // The form holds its fields to the charter's limits before it lets anybody found.
  assert(charter.ok, `a charter that does not fit: ${JSON.stringify(charter)}`);
  return charter.value;
}
