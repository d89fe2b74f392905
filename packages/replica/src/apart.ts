import { toHex } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import { evidenceLimit, pageLimit } from './limits.ts';
import { pageOf } from './page.ts';
import type { Replica } from './types.ts';

/**
 * What no run of `replica` brings: proofs of cuts, facts beyond them, entries without
 * their chain. Whoever writes down all that it holds adds these.
 */
export function apartOf(replica: Replica): Uint8Array[] {
  const facts = [...replica.forks.toRepeat()].map(({ entry }) =>
    encodeTravelling(entry),
  );
  const alone = [...replica.detached(), ...replica.forks.erasesApart()];
  return distinct([
    ...replica.forks.evidence(),
    ...facts,
    ...alone.map(encodeTravelling),
  ]);
}

/** The same travelling entries, each once, where it stood first. */
export const distinct = (evidence: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(evidence.map((entry) => [toHex(entry), entry])).values(),
];

/** As much of `evidence` on each page as there is room for. */
export function* evidencePages(evidence: readonly Uint8Array[]): Generator<Uint8Array> {
  let page: Uint8Array[] = [];
  let bytes = pageRoom;
  for (const entry of evidence) {
    const isFull = page.length === evidenceLimit || bytes < entry.length + itemBytes;
    if (isFull && page.length > 0) {
      yield pageOf(page);
      page = [];
      bytes = pageRoom;
    }
    page.push(entry);
    bytes -= entry.length + itemBytes;
  }
  if (page.length > 0) yield pageOf(page);
}

// What CBOR adds at most: the heads of the page and its lists, and of each entry.
const pageRoom = pageLimit - 16;
const itemBytes = 5;
