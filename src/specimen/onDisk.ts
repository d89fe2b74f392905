import { assert } from '@manyhands/base';
import type { DeviceKey, MemberId } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { openIdbStore } from '@manyhands/storage';
import { copy } from '../demo/village.ts';

/** Of no device there is. */
const nobody = '0'.repeat(64);

/**
 * How many bytes more this browser keeps once all that a replica holds has come to it page by
 * page, as it comes to a phone, and lies in its database.
 */
export async function bytesOnDisk(replica: Replica): Promise<number> {
  const before = await used();
  const { community } = replica;
  const place = { community, member: nobody as MemberId, device: nobody as DeviceKey };
  const store = await openIdbStore(place);
  assert(store.ok, 'a database opens');
  const phone = await openReplica({ community, store: store.value });
  assert(phone.ok, 'an empty replica opens');
  await copy(replica, phone.value);
  const settled = await store.value.settled();
  assert(settled.ok, 'it is written');
  assert(phone.value.digest() === replica.digest(), 'all of it has come');
  await phone.value.close();
  const after = await used();
  await store.value.destroy();
  return after - before;
}

async function used(): Promise<number> {
  const { usage } = await navigator.storage.estimate();
  assert(usage !== undefined, 'this browser says what it keeps');
  return usage;
}
