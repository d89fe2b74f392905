import { isTombstone, readEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Claim } from './claims.ts';
import type { Draft } from './draft.ts';

/**
 * What the claim has whole and is a tombstone here. `shared` items of the claim are held, each
 * with this very body or the hash of it.
 */
export function* offersIn(
  draft: Draft,
  { log, logId, from, items }: Claim,
  shared: number,
): Generator<Entry> {
  for (let at = 0; at < shared; at++) {
    const tombstone = draft.at(logId, from + at);
    const item = items[at];
    if (!tombstone || !isTombstone(tombstone) || !(item instanceof Uint8Array))
      continue;
    const entry = readEntry(log, tombstone.seq, tombstone.prev, item);
    if (entry.ok) yield entry.value;
  }
}
