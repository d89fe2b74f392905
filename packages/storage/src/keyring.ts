import type { CommunityId, DeviceKey, MemberId, Result } from '@manyhands/base';
import type { KeyForm, StoredKey } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';

/** One person in one community on this phone. */
export interface StoredMembership {
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
  /** How much waited for its member's answer when it was last open; absent if never noted. */
  readonly waiting?: number;
}

/** How a membership was left. */
export type LastUse = Required<Pick<StoredMembership, 'lastUsedAt' | 'waiting'>>;

/** Keeps this phone's memberships and their keys. */
export interface Keyring {
  /** All memberships, last used first. One whose keys are gone from the disk is left out. */
  list(): Promise<Result<StoredMembership[], StoreFault>>;
  /** The memberships whose keys are gone from the disk: they can be named and removed. */
  keyless(): Promise<Result<MembershipRow[], StoreFault>>;
  /** Keeps `membership`, reads its keys back and signs with them before it says yes. */
  save(membership: StoredMembership): Promise<Result<void, StoreFault>>;
  /** Writes down how a membership was left. Its keys are not touched; one that is gone stays gone. */
  noteUse(
    community: CommunityId,
    device: DeviceKey,
    use: LastUse,
  ): Promise<Result<void, StoreFault>>;
  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>>;
  /**
   * Which keys this browser keeps, tried with some that are thrown away: those of its
   * own engine, or only such as are bytes (Firefox < 136, Safari 27). A fault when it
   * keeps neither: then nobody must become somebody here.
   */
  probe(): Promise<Result<KeyForm, StoreFault>>;
  close(): void;
}

/** The row of a membership without its keys: those lie one to a row of their own. */
export type MembershipRow = Omit<StoredMembership, KeyUse>;
export type KeyUse = 'identity' | 'signing' | 'sealing';
export const keyUses: readonly KeyUse[] = ['identity', 'signing', 'sealing'];

/** A membership and the key rows that belong to it, apart. */
export function toRows(membership: StoredMembership): {
  row: MembershipRow;
  keys: Map<KeyUse, StoredKey>;
} {
  const { identity, signing, sealing, ...row } = membership;
  const keys = new Map<KeyUse, StoredKey>([
    ['signing', signing],
    ['sealing', sealing],
  ]);
  if (identity) keys.set('identity', identity);
  return { row, keys };
}

/** Together again; null when a key that every device needs is not there. */
export function fromRows(
  row: MembershipRow,
  keys: ReadonlyMap<KeyUse, StoredKey>,
): StoredMembership | null {
  const signing = keys.get('signing');
  const sealing = keys.get('sealing');
  if (!signing || !sealing) return null;
  return { ...row, identity: keys.get('identity') ?? null, signing, sealing };
}

export const lastUsedFirst = (a: StoredMembership, b: StoredMembership): number =>
  b.lastUsedAt - a.lastUsedAt;
