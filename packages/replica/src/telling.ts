import type { Hex } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { zeroId } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';
import type { WantedSignatures } from './mending.ts';
import { vectorShape } from './page.ts';
import type { Ask, WireHead } from './page.ts';
import type { LogHead } from './types.ts';

/** What a replica says of what it holds: a function of entries, erases and cuts alone. */
export class Telling {
  readonly #held: Holdings;
  readonly #wanted: WantedSignatures;
  #vector: LogHead[] | null = null;
  #wireVector: WireHead[] | null = null;
  #digest: Hex | null = null;

  constructor(held: Holdings, wanted: WantedSignatures) {
    this.#held = held;
    this.#wanted = wanted;
  }

  /** Something came or went. */
  forget(): void {
    this.#vector = this.#wireVector = null;
    this.#digest = null;
  }

  vector(): LogHead[] {
    this.#vector ??= [...this.#held.logs.values()]
      // A log that nobody else would take is not announced.
      .filter(({ log }) => this.#held.isCertified(log))
      .map((held) => ({ held, length: this.#held.toldLengthOf(held) }))
      .filter(({ length }) => length > 0)
      .map(({ held: { logId, log, items }, length }) => ({
        logId,
        log,
        length,
        head: items[length - 1]?.id ?? zeroId,
      }));
    return this.#vector;
  }

  wireVector(): WireHead[] {
    this.#wireVector ??= this.vector().map(({ logId, length, head }) => ({
      log: logId.slice(0, 32),
      length,
      head: head.slice(0, 16),
    }));
    return this.#wireVector;
  }

  digest(): Hex {
    if (this.#digest === null) {
      const sorted = [...this.wireVector()].sort((a, b) => (a.log < b.log ? -1 : 1));
      this.#digest = toHex(taggedHash('vector', encode(vectorShape.write(sorted))));
    }
    return this.#digest;
  }

  /** Holes known to follow a log need not be asked for; they are held behind it. */
  lacks(theirs: readonly WireHead[]): Ask[] {
    const asks: Ask[] = [];
    const wanted = new Map(this.#wanted.asks().map((ask) => [ask.log, ask]));
    for (const { log, length } of theirs) {
      const held = this.#held.called(log);
      const end = held ? held.items.length + held.tail.length : 0;
      const cut = Math.min(length, this.#held.cutCalled(log));
      const mend = wanted.get(log);
      const isMending = mend !== undefined && mend.from < length;
      const from = isMending ? mend.from : end;
      const to =
        cut > end ? cut : isMending ? Math.min(length, mend.from + mend.max) : 0;
      if (to > from) asks.push({ log, from, max: to - from });
    }
    return asks;
  }
}
