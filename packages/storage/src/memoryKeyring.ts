import { ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Result } from '@manyhands/base';
import type { KeyForm } from '@manyhands/keys';
import type { StoreFault } from '@manyhands/replica';
import { lastUsedFirst, toRows } from './keyring.ts';
import type { Keyring, LastUse, StoredMembership, MembershipRow } from './keyring.ts';
import { tryKeys } from './tryKeys.ts';

/** A keyring that is gone with the page: for tests and for the demo. */
export const createMemoryKeyring = (): Keyring => new MemoryKeyring();

class MemoryKeyring implements Keyring {
  readonly #memberships = new Map<string, StoredMembership>();

  list(): Promise<Result<StoredMembership[], StoreFault>> {
    return Promise.resolve(ok([...this.#memberships.values()].sort(lastUsedFirst)));
  }

  keyless(): Promise<Result<MembershipRow[], StoreFault>> {
    return Promise.resolve(ok([]));
  }

  async save(membership: StoredMembership): Promise<Result<void, StoreFault>> {
    const { keys } = toRows(membership);
    const tried = await tryKeys(keys, keys);
    if (!tried.ok) return tried;
    const { community, device } = membership;
    this.#memberships.set(`${community}/${device}`, structuredClone(membership));
    return ok(undefined);
  }

  noteUse(
    community: CommunityId,
    device: DeviceKey,
    use: LastUse,
  ): Promise<Result<void, StoreFault>> {
    const name = `${community}/${device}`;
    const membership = this.#memberships.get(name);
    if (membership) this.#memberships.set(name, { ...membership, ...use });
    return Promise.resolve(ok(undefined));
  }

  remove(community: CommunityId, device: DeviceKey): Promise<Result<void, StoreFault>> {
    this.#memberships.delete(`${community}/${device}`);
    return Promise.resolve(ok(undefined));
  }

  probe(): Promise<Result<KeyForm, StoreFault>> {
    return Promise.resolve(ok('engine'));
  }

  close(): void {
    this.#memberships.clear();
  }
}
