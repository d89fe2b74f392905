import { ok } from '@manyhands/base';
import type { CommunityId, LogId, MemberId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import { isOfHours, isWhole } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import { Allotment } from './allotment.ts';
import { Asking } from './asking.ts';
import type { GateOutcome } from './draft.ts';
import type { Holdings } from './holdings.ts';
import type { Ask } from './page.ts';
import { Shares } from './shares.ts';
import type { Notes, StoreFault } from './store.ts';
import type { ShareView, Source, WaitingMember } from './types.ts';

interface SharingOptions {
  readonly community: CommunityId;
  readonly store: { readonly notes: Notes };
  readonly own?: { readonly member: MemberId };
  readonly clock?: () => number;
}

const noteName = 'shares';
/** Bytes taken until what was taken is noted: what a crash may give again. */
const noteEvery = 2 ** 20;

const safe = integer(0, Number.MAX_SAFE_INTEGER);
const noteLimit = 2 ** 26;
const most = 2 ** 20;
const noteShape = tuple({
  passed: safe,
  last: safe,
  levels: list(tuple({ member: hex<MemberId>(32), bytes: safe, at: safe }), 0, most),
  since: safe,
  guests: list(tuple({ member: hex<MemberId>(32), bytes: safe }), 0, most),
});

/** R11 as a replica has it: what is taken, asked for and waits, and the note of it. */
export class Sharing implements ShareView {
  readonly #held: Holdings;
  readonly #notes: Notes;
  readonly #tell: (fault: StoreFault) => void;
  readonly #shares: Shares;
  readonly #asking: Asking;
  #unnoted = 0;

  constructor(
    held: Holdings,
    ledger: Ledger,
    options: SharingOptions,
    tell: (fault: StoreFault) => void = () => undefined,
  ) {
    this.#tell = tell;
    const { community, store, own, clock = () => 0 } = options;
    this.#held = held;
    this.#notes = store.notes;
    this.#shares = new Shares(ledger, own?.member ?? null, clock);
    this.#asking = new Asking(held, this.#shares, community);
  }

  /**
   * Nothing bounds what this device or its disk says, nor what somebody reads in from an
   * archive with their own hand.
   */
  roomFor({ type }: Source): Allotment | undefined {
    const isBounded = type === 'device' || type === 'message';
    return isBounded ? new Allotment(this.#shares) : undefined;
  }

  /** What a page has proven and is not held yet, not even alone. */
  newIn(verdict: GateOutcome): Entry[] {
    return entriesIn(verdict).filter(({ id }) => !this.#held.entries.has(id));
  }

  /** It is held now. Answers the logs of which something waits. */
  settle(
    room: Allotment | undefined,
    taken: readonly Entry[],
    strangers: readonly LogId[],
  ): LogId[] {
    this.#asking.miss(strangers);
    if (room === undefined) return [];
    this.#unnoted += this.#shares.take(taken);
    if (this.#unnoted >= noteEvery) void this.keep();
    this.#asking.leave(room.left.values());
    return [...room.left.keys()];
  }

  /** It is held and folded from now on, from wherever it came. */
  meet(verdict: GateOutcome): void {
    this.#asking.meet(verdict.certificates.keys());
    this.#shares.note(entriesIn(verdict).filter((entry) => !isOfHours(entry)));
  }

  within(asks: readonly Ask[]): Ask[] {
    return this.#asking.within(asks);
  }

  waiting(): WaitingMember[] {
    return this.#asking.waiting();
  }

  /** Goes on where the last opening ended; a note that cannot be read is as good as none. */
  async read(): Promise<Result<void, StoreFault>> {
    const found = await this.#notes.get(noteName);
    if (!found.ok) return found;
    if (found.value === null) return ok(undefined);
    const note = decodeAs(noteShape, found.value, { bytes: noteLimit, depth: 3 });
    if (note.ok) {
      const { passed, last, levels, since, guests } = note.value;
      this.#shares.resume({
        clock: { passed, last },
        levels: levels.map(({ member, bytes, at }) => [member, { bytes, at }]),
        guests: {
          since,
          taken: guests.map(({ member, bytes }) => [member, bytes]),
        },
      });
    }
    return ok(undefined);
  }

  /** A fault here costs some bytes, and is told like any other. */
  async keep(): Promise<void> {
    if (this.#unnoted === 0) return;
    this.#unnoted = 0;
    const { clock, levels, guests } = this.#shares.kept();
    const note = encodeAs(noteShape, {
      ...clock,
      levels: levels.map(([member, { bytes, at }]) => ({ member, bytes, at })),
      since: guests.since,
      guests: guests.taken.map(([member, bytes]) => ({ member, bytes })),
    });
    const written = await this.#notes.put(noteName, note);
    if (!written.ok) this.#tell(written.error);
  }
}

function entriesIn({ growths, detached }: GateOutcome): Entry[] {
  const entries: Entry[] = [];
  for (const { items } of growths) {
    for (const item of items) if (isWhole(item)) entries.push(item);
  }
  for (const entry of detached) entries.push(entry);
  return entries;
}
