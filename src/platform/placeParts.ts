import type { DeviceKey, MinuteOfTime, Result } from '@manyhands/base';
import type { SealingKey, SigningKey, StoredKey } from '@manyhands/keys';
import type { Charter } from '@manyhands/ledger';
import type { Replica, Store, StoreFault, Writer } from '@manyhands/replica';
import type { Lock, Vault } from '@manyhands/storage';
import type { Membership, CommunitySecret } from '@manyhands/community/opened';
import type { KeptAcks } from './placeNotes.ts';

/** What an open place is made of. */
export interface PlaceParts {
  readonly membership: Membership;
  readonly store: Store;
  readonly replica: Replica;
  readonly writer: Writer;
  readonly device: SigningKey;
  readonly sealing: SealingKey;
  /** K0, while this device keeps it; null on a further one. */
  readonly identity: StoredKey | null;
  readonly lock: Lock;
  /** What was known of others' copies when the place was last closed. */
  readonly acks: readonly KeptAcks[];
  /** When which other device was last linked with this one. */
  readonly met: ReadonlyMap<DeviceKey, MinuteOfTime>;
  readonly secret: CommunitySecret | null;
  /** What seals it on the disk. */
  readonly vault: Vault | null;
  /** The invite this phone came with, while it is kept. */
  readonly knock: string | null;
  /** What it was told of the community since it knocked. */
  readonly told: Charter | null;
  /** Forgets the membership's keys; the rest of it the place erases itself. */
  readonly forget: () => Promise<void>;
  /** Takes K0 from the keyring; the other keys stay. */
  readonly wipe: () => Promise<Result<void, StoreFault>>;
}
