import { inTurns } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import type { Holdings } from './holdings.ts';

/** What is told before all else (P7), and how it is made. */
export class Evidence {
  readonly #held: Holdings;
  readonly #ledger: Ledger;
  readonly #proofs: () => Iterable<Entry>;
  #told: readonly Uint8Array[] | null = null;

  /** `proofs`: the entries with the earliest proof of each log that is forked. */
  constructor(held: Holdings, ledger: Ledger, proofs: () => Iterable<Entry>) {
    this.#held = held;
    this.#ledger = ledger;
    this.#proofs = proofs;
  }

  /** Something came, went, or counts otherwise. */
  forget(): void {
    this.#told = null;
  }

  /**
   * All of it (H7): what everybody's identity rests on, then erases that hold, then proofs;
   * in each, members in turn.
   */
  told(): readonly Uint8Array[] {
    this.#told ??= [
      ...inTurns(this.#identities(), (entry) => memberIn(entry) ?? entry.log.member),
      ...inTurns(this.#held.erasesApart(), ({ log }) => log.member),
      ...inTurns(this.#proofs(), (entry) => memberIn(entry) ?? entry.log.member),
    ]
      .filter((entry) => this.#held.isChecked(entry))
      .map(travelling);
    return this.#told;
  }

  /** What stands in logs that somebody who knows less may think at an end. */
  #identities(): Entry[] {
    return this.#ledger.identityEvidence().flatMap((id) => {
      const entry = this.#held.entries.get(id);
      if (entry === undefined) return [];
      const about = memberIn(entry) ?? entry.log.member;
      return about === entry.log.member || this.#held.isApart(entry) ? [entry] : [];
    });
  }
}

const encoded = new WeakMap<Entry, Uint8Array>();

/** The same bytes, not only equal ones, each time: who has told them need not compare. */
function travelling(entry: Entry): Uint8Array {
  const bytes = encoded.get(entry) ?? encodeTravelling(entry);
  encoded.set(entry, bytes);
  return bytes;
}

/** Whom an entry is about, if it names somebody. */
export const memberIn = ({ content }: Entry): MemberId | null =>
  'member' in content ? content.member : null;
