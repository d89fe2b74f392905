import type { MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { earlier } from './earlier.ts';

/** What two people say of each other on the board, and which of them have said it. */
export interface BothSigned<C> {
  readonly content: C;
  readonly signedBy: readonly MemberId[];
  /** It has happened: each of the two has written it, to the letter. */
  readonly isBoth: boolean;
  /** Earliest first. */
  readonly entries: readonly Entry[];
}

/**
 * What needs the word of both and moves no hours: a thing handed over, help as a gift.
 * Each of the two counts once, whatever they repeat; whoever is neither says nothing.
 */
export class SignedByBoth<C extends object> {
  readonly #twoOf: (content: C) => readonly [MemberId, MemberId];
  readonly #said = new Map<string, { content: C; entries: Entry[] }>();

  constructor(twoOf: (content: C) => readonly [MemberId, MemberId]) {
    this.#twoOf = twoOf;
  }

  take(content: C, entry: Entry): void {
    const [one, other] = this.#twoOf(content);
    const { member } = entry.log;
    if (one === other || (member !== one && member !== other)) return;
    const name = JSON.stringify(content);
    const held = this.#said.get(name) ?? { content, entries: [] };
    this.#said.set(name, held);
    held.entries.push(entry);
  }

  clear(): void {
    this.#said.clear();
  }

  /** In the order in which the first of the two wrote. */
  all(): BothSigned<C>[] {
    return [...this.#said.values()]
      .map(({ content, entries }) => {
        const signedBy = [...new Set(entries.map(({ log }) => log.member))].sort();
        const isBoth = signedBy.length === 2;
        return { content, signedBy, isBoth, entries: entries.toSorted(earlier) };
      })
      .sort(({ entries: [a] }, { entries: [b] }) => (a && b ? earlier(a, b) : 0));
  }
}
