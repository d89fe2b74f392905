import type { Hex, LogId } from '@manyhands/base';
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
      ...this.#gapsIn(logId),
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

  #gapsIn(logId: LogId): Pick<WireHead, 'gaps'> {
    const log = this.#held.logs.get(logId);
    const gaps = log ? this.#held.gapsOf(log) : null;
    return gaps === null ? {} : { gaps: gaps.hash };
  }

  /**
   * What they have that is lacking here: gaps, places to mend, and what comes behind all
   * that is known. One ask for each log, from the first such place to the last.
   */
  lacks(theirs: readonly WireHead[]): Ask[] {
    const asks: Ask[] = [];
    const toMend = new Map(this.#wanted.asks().map((ask) => [ask.log, ask]));
    for (const head of theirs) {
      const { log, length } = head;
      const held = this.#held.called(log);
      const known = held ? this.#held.knownLengthOf(held) : 0;
      const end = Math.min(length, this.#held.cutCalled(log));
      const spans: [number, number][] = [[known, end]];
      const gaps = held ? this.#held.gapsOf(held) : null;
      if (gaps !== null && gaps.hash !== head.gaps) {
        spans.push([gaps.first, Math.min(length, gaps.last + 1)]);
      }
      const mend = toMend.get(log);
      if (mend) spans.push([mend.from, Math.min(length, mend.from + mend.max)]);
      const lacking = spans.filter(([from, to]) => from < to);
      if (lacking.length === 0) continue;
      const from = Math.min(...lacking.map(([first]) => first));
      asks.push({ log, from, max: Math.max(...lacking.map(([, to]) => to)) - from });
    }
    return asks;
  }
}
