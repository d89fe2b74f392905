import type { StoredMembership as KeyringRow, Vault } from '@manyhands/storage';
import { openIdbStore } from '@manyhands/storage';
import type { MembershipLock } from '../phone/places.ts';
import { membershipOf } from './membershipOf.ts';
import { readSecret, readSecretsBefore } from './placeNotes.ts';

/**
 * The secrets of one membership, looked up on its disk without opening the place: the newest,
 * and those of before, which somebody who was away may still use.
 */
export async function locksOf(
  row: KeyringRow,
  vault: Vault | null,
): Promise<MembershipLock[]> {
  const store = await openIdbStore(row);
  if (!store.ok) return [];
  const { notes } = store.value;
  const newest = await readSecret(notes, vault);
  const { before } = await readSecretsBefore(notes, vault, newest);
  await store.value.close();
  if (!newest) return [];
  const { community } = row;
  const membership = membershipOf(row);
  return [newest, ...before].map(({ secret }) => ({ community, secret, membership }));
}
