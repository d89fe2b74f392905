import { isHole, readEntry } from '@manyhands/ledger';
import { isSigned } from './authentic.ts';
import type { Claim } from './claims.ts';
import type { Draft } from './draft.ts';

/**
 * Notes what the claim has whole and is a hole here: it may fill a gap (H3), and an erase
 * takes its place again in any case (B1), so it explains others from now on. `shared` items
 * of the claim are held, each with this very body or the hash of it.
 */
export async function offerBytes(
  draft: Draft,
  { log, logId, from, items }: Claim,
  shared: number,
): Promise<void> {
  for (let at = 0; at < shared; at++) {
    const hole = draft.at(logId, from + at);
    const item = items[at];
    if (!hole || !isHole(hole) || !(item instanceof Uint8Array)) continue;
    const entry = readEntry(log, hole.seq, hole.prev, item);
    if (!entry.ok) continue;
    draft.offers.push(entry.value);
    const isErase = entry.value.content.type === 'erase';
    if (isErase && (await isSigned(entry.value))) draft.hear(entry.value);
  }
}
