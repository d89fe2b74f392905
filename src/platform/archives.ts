import type { Archive, ArchiveRefused, Filled } from '@manyhands/archive';
import { err } from '@manyhands/base';
import type { Result, Work } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica, StoreFault } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';

// Hardly anybody opens an archive: its code comes when somebody does.
const load = () => import('@manyhands/archive');

/** The archive in a file, once a replica in memory has taken all of it. */
export async function checkArchive(
  file: Blob,
  work: Work,
): Promise<Result<Archive, ArchiveRefused>> {
  const { archiveLimit, fillReplica, readArchive } = await load();
  if (file.size > archiveLimit) return err({ type: 'TooLarge', limit: 'bytes' });
  const bytes = await bytesOf(file);
  if (bytes === null) return err({ type: 'NotAnArchive' });
  const archive = await readArchive(bytes, work);
  if (!archive.ok) return archive;
  const { community } = archive.value.manifest;
  const replica = await openReplica({ community, store: createMemoryStore() });
  if (!replica.ok) throw new Error('Bug: memory does not open');
  const filled = await fillReplica(replica.value, archive.value, work);
  await replica.value.close();
  return filled.ok ? archive : filled;
}

/** Hands an archive's pages to a replica; what it took is on its disk afterwards. */
export async function fillFrom(
  archive: Archive,
  replica: Replica,
  work: Work,
): Promise<Result<Filled, ArchiveRefused | StoreFault>> {
  const { fillReplica } = await load();
  const filled = await fillReplica(replica, archive, work);
  if (!filled.ok) return filled;
  const settled = await replica.settled();
  return settled.ok ? filled : settled;
}

/** Null for a file that was moved or taken away since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
