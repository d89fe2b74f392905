import { err, ok } from '@manyhands/base';
import type { Result, Work } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import { sumsOf } from './createArchive.ts';
import type { Sums } from './createArchive.ts';
import { inSlices } from './inSlices.ts';
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
    const received = await replica.receive(bytes, { type: 'archive' });
    if (received.refused !== null) return err({ type: 'Unproven', file });
    added += received.added.length + received.detached.length;
  }
  report?.({ done: pages.length, of: pages.length });
  if (!isEmpty) return ok({ added });
  const sums = await inSlices(sumsOf(replica), { signal });
  if (!sums.ok) return sums;
  const isIt =
    replica.community === manifest.community && comesTo(sums.value, manifest);
  return isIt ? ok({ added }) : err({ type: 'Differs' });
}

function comesTo({ stateHash, boardHash, vectorHash }: Sums, manifest: Sums): boolean {
  return (
    stateHash === manifest.stateHash &&
    vectorHash === manifest.vectorHash &&
    boardHash === manifest.boardHash
  );
}
