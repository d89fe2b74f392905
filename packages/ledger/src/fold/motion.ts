import type { EntryId, MemberId } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { saidBy } from '../motionContent.ts';
import type { Matter, MotionOpen } from '../motionContent.ts';
import type { FoldedLog } from './logs.ts';
import { cutOf } from './presence.ts';

/** One word on a motion, at its place. */
interface Word {
  readonly seq: number;
  readonly id: EntryId;
  readonly yes: boolean;
}

/** A motion and all that was said to it; words may come before it does. */
export class Motion {
  readonly id: EntryId;
  matter: Matter | null = null;
  replaces: readonly EntryId[] = [];
  /** What it says of each of its subjects, to be compared. */
  said = '';
  opening: { readonly log: FoldedLog; readonly seq: number } | null = null;
  /** Of each log its words in the order of their places, then ids. */
  readonly #words = new Map<FoldedLog, Word[]>();
  readonly #yesBy = new Set<MemberId>();
  readonly #saidBy = new Set<MemberId>();
  /** Of each log where its first yes stands. */
  readonly #firstYes = new Map<FoldedLog, number>();

  constructor(id: EntryId) {
    this.id = id;
  }

  /** How many members ever said yes, wherever. */
  get saidYes(): number {
    return this.#yesBy.size;
  }

  /** Of one that was opened, which is a word on it: whether nobody else ever had any. */
  get isLonely(): boolean {
    return this.#saidBy.size === 1;
  }

  /** Whether its opening is the one word on it. */
  get isOnlyOpened(): boolean {
    const [only, ...others] = this.#words.values();
    return others.length === 0 && only?.length === 1;
  }

  open(log: FoldedLog, seq: number, { matter, replaces }: MotionOpen): void {
    if (this.matter !== null) return;
    this.matter = matter;
    this.replaces = replaces;
    this.said = toHex(encode(saidBy(matter)));
    this.opening = { log, seq };
    this.say(log, { seq, id: this.id, yes: true });
  }

  say(log: FoldedLog, word: Word): void {
    const words = this.#words.get(log) ?? [];
    this.#words.set(log, words);
    const at = indexOf(words, word);
    if (words[at]?.id === word.id) return;
    words.splice(at, 0, word);
    this.#saidBy.add(log.member);
    if (!word.yes) return;
    this.#yesBy.add(log.member);
    this.#firstYes.set(log, Math.min(word.seq, this.#firstYes.get(log) ?? word.seq));
  }

  /**
   * Each member's word (L20): yes if the last one of one of their logs with role 0, before
   * its cut, is yes. And of each such log where its first one stands.
   */
  words(): {
    readonly words: ReadonlyMap<MemberId, boolean>;
    readonly first: ReadonlyMap<FoldedLog, number>;
  } {
    const words = new Map<MemberId, boolean>();
    const first = new Map<FoldedLog, number>();
    for (const [log, said] of this.#words) {
      if (log.role !== 0) continue;
      const last = said[indexOf(said, { seq: cutOf(log), id: '' }) - 1];
      if (last === undefined) continue;
      first.set(log, said[0]?.seq ?? 0);
      words.set(log.member, last.yes || words.get(log.member) === true);
    }
    return { words, first };
  }

  /** Who said yes at some time, in a log with role 0 and before its cut, taken back or not. */
  everYes(): ReadonlyMap<MemberId, boolean> {
    const ever = new Map<MemberId, boolean>();
    for (const [log, seq] of this.#firstYes) {
      if (log.role === 0 && seq < cutOf(log)) ever.set(log.member, true);
    }
    return ever;
  }
}

/** The index of the first word that does not stand before this place. */
function indexOf(
  words: readonly Word[],
  { seq, id }: { seq: number; id: string },
): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    const isBefore =
      word !== undefined && (word.seq < seq || (word.seq === seq && word.id < id));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
