import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import { sumsOf } from './createArchive.ts';
import type { Work } from './inSlices.ts';
import type { Archive } from './readArchive.ts';
import type { ArchiveRefused } from './refused.ts';

/** What came of it. */
export interface Filled {
  /** Entries that were not here before. */
  readonly added: number;
}

/**
 * Hands every page to `replica`, which believes what proves itself (V6). A replica that
 * held nothing must come to the sums of the manifest; one that held something keeps it,
 * and takes what it lacks, so that a second time changes nothing.
 */
export async function fillReplica(
  replica: Replica,
  { manifest, pages }: Archive,
  { report, signal }: Work = {},
): Promise<Result<Filled, ArchiveRefused>> {
  const isEmpty = replica.vector().length === 0;
  let added = 0;
  for (const [at, { file, bytes }] of pages.entries()) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' });
    report?.({ done: at, of: pages.length });
    const received = await replica.receive(bytes, { type: 'message' });
    if (received.refused !== null) return err({ type: 'Unproven', file });
    added += received.added.length + received.loose.length;
  }
  report?.({ done: pages.length, of: pages.length });
  if (isEmpty && !comesTo(replica, manifest)) return err({ type: 'Differs' });
  return ok({ added });
}

function comesTo(replica: Replica, manifest: Archive['manifest']): boolean {
  if (replica.community !== manifest.community) return false;
  const { stateHash, boardHash, vectorHash } = sumsOf(replica);
  // An archive of a version whose boards had no sum is not held to one.
  const isBoardKnown = manifest.boardHash !== null && boardHash !== null;
  return (
    stateHash === manifest.stateHash &&
    vectorHash === manifest.vectorHash &&
    (!isBoardKnown || boardHash === manifest.boardHash)
  );
}
