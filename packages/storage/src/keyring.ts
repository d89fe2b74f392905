import type { CommunityId, DeviceKey, MemberId, Result } from '@manyhands/base';
import type { StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';

/** One person in one community on this phone. */
export interface Membership {
  readonly community: CommunityId;
  readonly device: DeviceKey;
  readonly member: MemberId;
  /** The community's name, for the list of communities. */
  readonly name: string;
  /** The identity key K0; null on a device that never had it. */
  readonly identity: StoredKey | null;
  readonly signing: StoredKey;
  readonly sealing: StoredKey;
  readonly demo: boolean;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly lastUsedAt: number;
}

/** Keeps this phone's memberships and their keys. */
export interface Keyring {
  /** All memberships, last used first. One whose keys do not open is left out. */
  list(): Promise<Result<Membership[], StoreFault>>;
  /** Keeps `membership`, reads its keys back and signs with them before it says yes. */
  save(membership: Membership): Promise<Result<void, StoreFault>>;
  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>>;
  /** Whether this browser will keep keys at all: tried with keys that are thrown away. */
  probe(): Promise<Result<void, StoreFault>>;
  close(): void;
}
