import type { EntryId, LogId } from '@manyhands/base';
import { isOfHours, isWhole } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { indexFrom } from './ascending.ts';
import type { GateOutcome } from './draft.ts';
import type { Erasures } from './erasures.ts';
import type { Growth } from './holdings.ts';
import type { Pair } from './pairs.ts';

/** Places of one log that are taken in without a pause, at least; a signature ends them. */
const pieceLength = 256;

/**
 * What came to the ends of logs, cut where a page of its own could have ended: behind a place
 * whose signature was looked at. One after the other they come to the same (A6).
 */
export function* piecesOf(growths: readonly Growth[]): Generator<Growth> {
  for (const growth of growths) yield* piecesOfOne(growth);
}

/** Whether erases have a say in it (H3): not before the whole page is folded. */
export const concernsErases = (
  { log, logId, items, tail }: Growth,
  erasures: Pick<Erasures, 'isNaming'>,
): boolean =>
  log.kind === 'board' &&
  (tail.length > 0 || erasures.isNaming(logId) || !items.every(isWhole));

function* piecesOfOne(growth: Growth): Generator<Growth> {
  const { from, items, signedAt, tail } = growth;
  let [done, signed] = [0, 0];
  while (items.length - done > pieceLength) {
    const last = indexFrom(signedAt, from + done + pieceLength - 1);
    const end = (signedAt[last] ?? Number.POSITIVE_INFINITY) + 1 - from;
    if (end >= items.length) break;
    yield {
      ...growth,
      from: from + done,
      items: items.slice(done, end),
      signedAt: signedAt.slice(signed, last + 1),
      tail: [],
    };
    [done, signed] = [end, last + 1];
  }
  yield done === 0
    ? growth
    : {
        ...growth,
        from: from + done,
        items: items.slice(done),
        signedAt: signedAt.slice(signed),
        tail,
      };
}

/** Of a verdict, what comes with which of its entries. */
export class BroughtEntries {
  readonly #growths = new Map<LogId, Growth>();
  readonly #certified = new Map<EntryId, Pair[]>();
  /** Pairs that are certified by what is held already, or comes alone. */
  readonly certifiedBefore: (readonly [Pair, Entry])[] = [];

  constructor({ growths, certificates }: GateOutcome) {
    for (const growth of growths) this.#growths.set(growth.logId, growth);
    for (const [pair, entry] of certificates) {
      if (!this.inChain(entry)) this.certifiedBefore.push([pair, entry]);
      else {
        const known = this.#certified.get(entry.id);
        if (known) known.push(pair);
        else this.#certified.set(entry.id, [pair]);
      }
    }
  }

  inChain({ logId, seq, id }: Entry): boolean {
    const growth = this.#growths.get(logId);
    return growth?.items[seq - growth.from]?.id === id;
  }

  /** The pairs that one of these certifies, which all are in their chain. */
  *certifiedBy(entries: readonly Entry[]): Generator<readonly [Pair, Entry]> {
    if (this.#certified.size === 0) return;
    for (const entry of entries) {
      if (isOfHours(entry)) continue;
      for (const pair of this.#certified.get(entry.id) ?? []) yield [pair, entry];
    }
  }
}
