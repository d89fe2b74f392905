import { ok } from '@manyhands/base';
import type { EntryId, Hex, ListingId, LogId, MemberId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, hex, list, tuple } from '@manyhands/codec';
import { ownMarkShape } from '@manyhands/ledger';
import type { OwnMark } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { oneEach } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

/** What of a place it needs: where it is kept, and who is told when it changes. */
type Keeping = Pick<Place, 'notes' | 'tell'>;

/** One card of somebody's that I do not want to see. */
export interface HiddenCard {
  readonly member: MemberId;
  readonly listing: ListingId;
}

/** Of each so many, the latest: a note that grows for ever fills the disk. */
const keptAtMost = { blocked: 500, hidden: 2_000, read: 500 } as const;

const shape = list(ownMarkShape, 0, 3_000);
/** As it was written while it stayed on one phone. */
const before = tuple({
  blocked: list(hex<MemberId>(32), 0, keptAtMost.blocked),
  hidden: list(
    tuple({ member: hex<MemberId>(32), listing: hex<ListingId>(16) }),
    0,
    keptAtMost.hidden,
  ),
  read: list(hex<EntryId>(32), 0, keptAtMost.read),
});
const limits = { bytes: 262_144, depth: 4 };
const name = 'peace';

/**
 * What this person does not want to see (C6). It is kept on this phone, carried to other phones of
 * theirs (`carryPeace`) and told to nobody, the ones it is about least of all; and it can all
 * be undone. Hours are no part of it: what somebody recorded with me waits where all hours
 * stand, whoever they are.
 */
export class Peace {
  readonly #place: Keeping;
  #now = indexed([]);
  readonly #loading: Promise<void>;

  constructor(place: Keeping) {
    this.#place = place;
    this.#loading = this.#load();
  }

  /** Once what was kept before has been read. */
  loaded = (): Promise<void> => this.#loading;

  async #load(): Promise<void> {
    const row = await this.#place.notes.get(name);
    if (!row.ok || !row.value) return;
    const read = decodeAs(shape, row.value, limits);
    const marks = read.ok ? read.value : marksOfBefore(row.value);
    if (marks) this.#become(indexed(marks));
  }

  #become(now: ReturnType<typeof indexed>): void {
    this.#now = now;
    this.#place.tell('disk');
  }

  /** All of it, also what was undone, the latest last: what my other phones are told. */
  get marks(): readonly OwnMark[] {
    return this.#now.marks;
  }

  get blocked(): readonly MemberId[] {
    return this.#now.blocked;
  }

  get hidden(): readonly HiddenCard[] {
    return this.#now.hidden;
  }

  isBlocked(member: MemberId): boolean {
    return this.#now.everyBlocked.has(member);
  }

  /** Hidden itself, or of somebody of whom I want to see nothing. */
  hides(card: HiddenCard): boolean {
    return this.isBlocked(card.member) || this.isHidden(card);
  }

  isHidden({ member, listing }: HiddenCard): boolean {
    return this.#now.on.has(nameOf('hidden', member, listing));
  }

  /** A word in a room that I do not want to see, or a room that I want to hear nothing of. */
  isHiddenWord(what: Hex): boolean {
    return this.#now.on.has(nameOf('hidden', what));
  }

  hasRead(report: EntryId): boolean {
    return this.#now.on.has(nameOf('read', report));
  }

  /** Up to which place what stands in this log was read, by any phone of mine that said so. */
  readUpTo(log: LogId): number {
    return this.#now.byName.get(nameOf('read', log))?.turn ?? 0;
  }

  block = (member: MemberId) => this.#turn(markOf('blocked', member));
  unblock = (member: MemberId) =>
    this.#turn({ ...markOf('blocked', member), isOn: false });
  hide = ({ member, listing }: HiddenCard) =>
    this.#turn(markOf('hidden', member, listing));
  show = ({ member, listing }: HiddenCard) =>
    this.#turn({ ...markOf('hidden', member, listing), isOn: false });
  hideWord = (what: Hex) => this.#turn(markOf('hidden', what));
  showWord = (what: Hex) => this.#turn({ ...markOf('hidden', what), isOn: false });
  markRead = (report: EntryId) => this.#turn(markOf('read', report));
  /** Says so: a place is higher than the one before, so the further one counts. */
  markReadUpTo = (places: ReadonlyMap<LogId, number>) =>
    this.takeIn(
      [...places].map(([log, turn]): OwnMark => ({ ...markOf('read', log), turn })),
    );

  /** Takes in what another phone of mine says; of two words the later turn counts, then on. */
  async takeIn(marks: readonly OwnMark[]): Promise<Result<void, StoreFault>> {
    await this.#loading;
    const { byName } = this.#now;
    const newer = marks.filter((mark) => isNewer(mark, byName.get(nameOfMark(mark))));
    return newer.length === 0 ? ok(undefined) : this.#keep(newer);
  }

  async #turn(mark: OwnMark): Promise<Result<void, StoreFault>> {
    await this.#loading;
    const turn = (this.#now.byName.get(nameOfMark(mark))?.turn ?? 0) + 1;
    return this.#keep([{ ...mark, turn }]);
  }

  /** Seen at once, and taken back when the disk does not keep it. */
  async #keep(marks: readonly OwnMark[]): Promise<Result<void, StoreFault>> {
    const past = this.#now;
    const byName = new Map(past.byName);
    for (const mark of marks) {
      // What was turned last stands last.
      byName.delete(nameOfMark(mark));
      byName.set(nameOfMark(mark), mark);
    }
    const all = [...byName.values()];
    const excess = { blocked: 0, hidden: 0, read: 0 };
    for (const { what } of all) excess[what] += 1;
    const kept = all.filter(({ what }) => excess[what]-- <= keptAtMost[what]);
    this.#become(indexed(kept));
    const written = await this.#place.notes.put(name, encodeAs(shape, kept));
    if (!written.ok) this.#become(past);
    return written.ok ? ok(undefined) : written;
  }
}

/** What is read of a note from before marks had turns; null when it is none. */
function marksOfBefore(note: Uint8Array): OwnMark[] | null {
  const old = decodeAs(before, note, limits);
  if (!old.ok) return null;
  const { blocked, hidden, read } = old.value;
  return [
    ...blocked.map((member) => markOf('blocked', member)),
    ...hidden.map(({ member, listing }) => markOf('hidden', member, listing)),
    ...read.map((entry) => markOf('read', entry)),
  ];
}

const markOf = (
  what: OwnMark['what'],
  subject: Hex,
  listing: ListingId | null = null,
): OwnMark => ({ what, subject, listing, turn: 1, isOn: true });

const nameOf = (what: OwnMark['what'], ...parts: readonly string[]): string =>
  [what, ...parts].join('/');
const nameOfMark = ({ what, subject, listing }: OwnMark): string =>
  listing === null ? nameOf(what, subject) : nameOf(what, subject, listing);

const isNewer = (mark: OwnMark, than: OwnMark | undefined): boolean =>
  !than ||
  mark.turn > than.turn ||
  (mark.turn === than.turn && mark.isOn && !than.isOn);

/** Asked of each of thousands of cards: to be found at once. */
function indexed(marks: readonly OwnMark[]) {
  const on = marks.filter(({ isOn }) => isOn);
  const blocked = on
    .filter(({ what }) => what === 'blocked')
    .map(({ subject }) => subject as MemberId);
  return {
    marks,
    byName: new Map(marks.map((mark) => [nameOfMark(mark), mark])),
    on: new Set(on.map(nameOfMark)),
    blocked,
    /** Asked of everybody in a list. */
    everyBlocked: new Set(blocked),
    hidden: on.flatMap(({ what, subject, listing }) =>
      what === 'hidden' && listing !== null
        ? [{ member: subject as MemberId, listing }]
        : [],
    ),
  };
}

/** What I do not want to see in this place: the same for every screen. */
export const peaceOf = oneEach((place: Keeping) => new Peace(place));
