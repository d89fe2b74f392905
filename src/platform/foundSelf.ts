import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { SealingKey, SigningKey } from '@manyhands/keys';
import type { DeviceEnrol } from '@manyhands/ledger';
import type { Replica, StoreFault } from '@manyhands/replica';
import type { StoredMembership as KeyringRow } from '@manyhands/storage';
import { enrolmentBy } from '@manyhands/community/devices';
import type { LaterKeys } from '@manyhands/community/devices';
import { seedOf } from '@manyhands/community/opened';
import type { Found, Search } from '@manyhands/community/recovery';

/** What somebody with words has in hand: their identity, and keys for a new device. */
export interface KeysInHand {
  readonly identity: SigningKey;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
}

/** A further device of somebody, with no first key: the words speak for them. */
export interface FoundSelf {
  readonly row: KeyringRow;
  readonly enrolment: DeviceEnrol;
  /** Puts what is known of the community onto the disk of the new place: all, or refused. */
  fill(replica: Replica): Promise<Result<unknown, StoreFault>>;
}

/** A search of this app's, which can tell what the found member's device begins with. */
export interface SelfSearch extends Search {
  /** Null while nobody is found. */
  self(): Promise<FoundSelf | null>;
  /** The new place is there: what stood in for it goes. */
  done(): Promise<void>;
}

/** Who speaks with these words, as far as this replica tells; null if nobody does. */
export function foundIn(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  { identity }: KeysInHand,
  communityName: string,
): Found | null {
  const [member] = ledger.membersWithKey(toHex(identity.publicKey));
  if (member === undefined || !ledger.isEverMember(member)) return null;
  return {
    member,
    seed: seedOf(member),
    name: board.profileOf(member)?.name ?? '',
    communityName: ledger.charter()?.name ?? communityName,
  };
}

export const laterKeysOf = ({ identity, device, sealing }: KeysInHand): LaterKeys => ({
  identity,
  device,
  box: sealing.publicKey,
});

/** The new device of whoever was found, certified by the words. */
export async function enrolledAs(
  { member, communityName }: Found,
  keys: KeysInHand,
  known: Pick<Replica, 'community' | 'ledger'>,
): Promise<Omit<FoundSelf, 'fill'>> {
  const enrolment = await enrolmentBy(known, member, laterKeysOf(keys));
  const now = Date.now();
  return {
    row: {
      community: known.community,
      device: enrolment.device,
      member,
      name: communityName,
      identity: null,
      signing: keys.device.stored,
      sealing: keys.sealing.stored,
      demo: false,
      addedAt: now,
      lastUsedAt: now,
    },
    enrolment,
  };
}
