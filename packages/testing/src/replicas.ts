import { assert } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica, ReplicaOptions, Store } from '@manyhands/replica';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { MemoryDisk } from '@manyhands/storage';

export interface OnMemory {
  readonly replica: Replica;
  readonly store: Store;
  /** Outlives the replica: open the next one on it. */
  readonly disk: MemoryDisk;
}

/** A replica on a disk that is memory: a new one, or one that was there before. */
export async function openOnMemory(
  community: CommunityId,
  disk: MemoryDisk = createMemoryDisk(),
  options: Partial<ReplicaOptions> = {},
): Promise<OnMemory> {
  const store = createMemoryStore(disk);
  const replica = await openReplica({ community, store, ...options });
  assert(replica.ok, 'memory opens');
  return { replica: replica.value, store, disk };
}

/** The document as Yjs writes it whole: equal for equal sets of entries. */
export async function yjsBytesOf({ store, disk }: OnMemory): Promise<Uint8Array> {
  const written = await store.rewrite();
  assert(written.ok && disk.updates[0], 'memory has room');
  return disk.updates[0];
}
