import type { StoredMembership as KeyringRow, Vault } from '@manyhands/storage';
import { openIdbStore } from '@manyhands/storage';
import type { MembershipLock } from '../phone/places.ts';
import { membershipOf } from './membershipOf.ts';
import { readSecret } from './placeNotes.ts';

/** The secret of one membership, looked up on its disk without opening the place. */
export async function lockOf(
  row: KeyringRow,
  vault: Vault | null,
): Promise<MembershipLock | null> {
  const store = await openIdbStore(row);
  if (!store.ok) return null;
  const secret = await readSecret(store.value.notes, vault);
  await store.value.close();
  if (!secret) return null;
  const { community } = row;
  return { community, secret: secret.secret, membership: membershipOf(row) };
}
