import type { EntryId, LogId } from '@manyhands/base';
import { isOfHours, isTombstone } from '@manyhands/ledger';
import type { Board, Entry, Ledger, LogKind } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import { Draft } from './draft.ts';
import type { GateOutcome } from './draft.ts';
import type { Forks } from './forks.ts';
import type { Growth, HeldLog, Holdings, Patched } from './holdings.ts';
import type { LogDocument } from './yjs/logDocument.ts';
import type { DetachedNotes } from './detachedNotes.ts';
import type { WantedSignatures } from './mending.ts';
import { BroughtEntries, concernsErases, piecesOf } from './pieces.ts';
import type { JournalPurge } from './purge.ts';
import type { Reach } from './reach.ts';
import { Settling } from './settling.ts';
import type { Sharing } from './sharing.ts';
import type { Announcements } from './announcements.ts';
import type { LogQuestion } from './types.ts';
import { Unsettled } from './unsettled.ts';

/** All that a verdict is written into. */
export interface IntakeParts {
  readonly held: Holdings;
  readonly ledger: Ledger;
  readonly board: Board;
  readonly forks: Forks;
  readonly reach: Reach;
  readonly shares: Sharing;
  readonly announcements: Announcements;
  readonly wanted: WantedSignatures;
  readonly detached: DetachedNotes;
  readonly document: LogDocument;
  readonly journal: JournalPurge;
  readonly askPurge: () => void;
}

/** What a verdict came to. */
export interface Taken {
  /** In their chain, in log order; gaps that were filled come last. */
  readonly added: readonly Entry[];
  /** Of those, what fills gaps. */
  readonly filled: readonly Entry[];
  readonly detached: readonly Entry[];
  readonly mended: readonly Entry[];
  /** Held before, and not any more. */
  readonly gone: readonly Entry[];
  /** The fold has come to know a key by it. */
  readonly isAnyKeyNew: boolean;
}

/** Places that are written in one step, if there are pauses enough. */
const writtenAtOnce = 512;
/** What the first of a log counts for besides: to begin one, Yjs looks through all that it has. */
const placesOfFirst = 8;

/** Where what was taken is told, and when. */
export interface TakenHearing {
  readonly breathe?: Breathe | undefined;
  note(taken: Taken): void;
  /** What was noted, before a pause. */
  tell(): void;
}

/**
 * Takes in what the gate let through, all of it, and pauses where it is time to (R12): what
 * stands before a pause is whole, as though a page had ended there. Of what erases may concern
 * nothing is taken before all else is folded. Then the fold is asked which of them hold (H3), and
 * what that changes is done, before anybody is told of it or a byte is written: an erase that
 * holds for as long as half of a page is known would take for good what it has no right to.
 * A disk is one page, in however many verdicts it comes: of its erases none is asked before
 * `opened`.
 */
export class Intake {
  readonly #parts: IntakeParts;
  /** What came to these logs since a byte was last written. */
  readonly #unwritten: HeldLog[] = [];
  /** What was read of a disk so far. */
  readonly #read = new Unsettled();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** `numbers`: where a disk has its logs, and all of them already. */
  async take(
    verdict: GateOutcome,
    hearing: TakenHearing,
    numbers?: Numbers,
  ): Promise<Taken> {
    const { held } = this.#parts;
    const growing = { brought: new BroughtEntries(verdict), numbers };
    const unsettled = numbers === undefined ? new Unsettled() : this.#read;
    let slice = this.#begin(verdict, growing);
    const all: Taken[] = [];
    const isLate = (growth: Growth) => concernsErases(growth, held.erasures);
    const late = verdict.growths.filter(isLate);
    const pieces = [...piecesOf(verdict.growths.filter((each) => !isLate(each)))];
    for (const [at, piece] of pieces.entries()) {
      this.#grow(slice, piece, growing);
      const isAll = at + 1 === pieces.length && late.length === 0;
      const pause = isAll ? undefined : hearing.breathe?.();
      if (pause === undefined) continue;
      unsettled.note(slice);
      all.push(this.#end(slice, hearing, growing));
      hearing.tell();
      await pause;
      slice = new Slice(verdict);
    }
    slice.isLast = true;
    this.#takeAlone(slice, growing, 'board');
    for (const growth of late) this.#grow(slice, growth, growing);
    unsettled.note(slice);
    if (numbers === undefined) await this.#erase(slice, unsettled, hearing);
    all.push(this.#end(slice, hearing, growing));
    return takenInAll(held, all);
  }

  /** A disk is read whole: once, before anybody hears of anything. */
  async opened(hearing: TakenHearing, numbers: Numbers): Promise<void> {
    const slice = new Slice(new Draft(this.#parts.held));
    await this.#erase(slice, this.#read, hearing);
    this.#read.clear();
    this.#end(slice, hearing, { numbers });
  }

  /** What stands before all chains: what may certify their devices, or explain what is in them. */
  #begin(verdict: GateOutcome, growing: Growing): Slice {
    const { held, wanted } = this.#parts;
    for (const id of verdict.unproven) held.unproven.add(id);
    held.awaited.join(verdict.awaited);
    for (const [pair, entry] of growing.brought.certifiedBefore)
      held.certify(pair, entry);
    for (const erase of verdict.erases) held.erasures.add(erase);
    for (const entry of verdict.mended) held.mend(entry);
    wanted.met(verdict.mended.map(({ id }) => id));
    const slice = new Slice(verdict);
    slice.mended = verdict.mended;
    this.#takeAlone(slice, growing, 'ledger');
    return slice;
  }

  /** The same page may have brought its chain, or it was there before. */
  #takeAlone(slice: Slice, { brought }: Growing, kind: LogKind): void {
    const { held } = this.#parts;
    const alone = slice.verdict.detached.filter(
      (entry) =>
        entry.log.kind === kind &&
        !brought.inChain(entry) &&
        held.itemAs(entry) === undefined,
    );
    for (const entry of alone) {
      held.keepDetached(entry);
      slice.alone.push(entry);
    }
    this.#fold(alone, slice.verdict, true);
  }

  #grow(slice: Slice, piece: Growth, { brought, numbers }: Growing): void {
    const { held } = this.#parts;
    const entries = held.grow(piece, numbers?.get(piece.logId));
    for (const [pair, by] of brought.certifiedBy(entries)) held.certify(pair, by);
    const log = held.logs.get(piece.logId);
    if (log !== undefined) slice.grown.add(log);
    slice.growths.push(piece);
    for (const entry of entries) slice.added.push(entry);
    this.#fold(entries, slice.verdict);
    for (const entry of held.settleDetached(piece)) slice.settled.push(entry);
  }

  /** What erases make of it, and of all that is held, now that all of the page is folded. */
  async #erase(
    slice: Slice,
    { offers, growths, alone }: Unsettled,
    { breathe }: TakenHearing,
  ): Promise<void> {
    const { held, ledger, reach, journal } = this.#parts;
    slice.believe(held, ledger);
    const turned = held.erasures.settle(reach.holdsUpTo);
    const settling = new Settling(held, offers);
    settling.turned(turned);
    for (const growth of growths)
      if (concernsErases(growth, held.erasures)) settling.grown(growth);
    for (const entry of alone) settling.came(entry);
    const patches = settling.patches(breathe);
    const decided = patches.length > 0 ? await Promise.all(patches) : [];
    slice.patched = decided.map((patch) => held.patch(patch));
    for (const entry of settling.detached) held.dropDetached(entry);
    slice.erasedDetached = settling.detached;
    // An erase that nothing covers any more is signed itself, and holds alone.
    slice.fallen = slice.patched.flatMap((each) => each.fallen).filter(isErase);
    for (const erase of slice.fallen) held.keepDetached(erase);
    slice.isOwnErased = journal.turned(turned);
  }

  /** Until whoever looks finds a whole: it is shown, and written. */
  #end(
    slice: Slice,
    hearing: TakenHearing,
    { numbers }: Pick<Growing, 'numbers'>,
  ): Taken {
    const { held, ledger, forks, detached } = this.#parts;
    slice.believe(held, ledger);
    forks.take(slice);
    const taken = takenOf(held, slice);
    this.#show(slice, taken);
    if (numbers === undefined) {
      detached.drop([...slice.settled, ...slice.erasedDetached]);
      detached.keep([...taken.detached, ...slice.fallen]);
      this.#unwritten.push(...slice.grown);
      this.#write(slice.isLast);
      const isAnew = taken.gone.length + taken.mended.length + taken.filled.length > 0;
      if (slice.isOwnErased || isAnew) this.#parts.askPurge();
    }
    hearing.note(taken);
    return taken;
  }

  /** Few rows of a disk, and no long step for any. */
  #write(isLast: boolean): void {
    const places = this.#unwritten.reduce(
      (sum, { items, written }) =>
        sum + items.length - written + (written === 0 ? placesOfFirst : 0),
      0,
    );
    if (!isLast && places < writtenAtOnce) return;
    this.#parts.document.write(new Set(this.#unwritten.splice(0)));
  }

  #fold(entries: readonly Entry[], { unproven }: GateOutcome, alone = false): void {
    this.#parts.ledger.add(
      entries.map((entry) => ({
        entry,
        // Nothing inside an hour is signed.
        proven: isOfHours(entry) || !unproven.has(entry.id),
        alone,
      })),
    );
  }

  /** To whoever looks at boards, and at what is told. */
  #show({ verdict, isLast, fallen }: Slice, { added, detached, gone }: Taken): void {
    const { board, forks, reach, shares, announcements } = this.#parts;
    board.drop([...gone, ...fallen].map(({ id }) => id));
    board.add(added);
    board.add([...detached, ...fallen], true);
    board.changed(reach.changed());
    forks.changed();
    if (isLast) shares.meet(verdict);
    announcements.forget();
  }
}

type Numbers = ReadonlyMap<LogId, number>;

interface Growing {
  readonly brought: BroughtEntries;
  readonly numbers: Numbers | undefined;
}

/** What was taken of a verdict between two pauses. */
class Slice {
  readonly verdict: GateOutcome;
  isLast = false;
  readonly growths: Growth[] = [];
  readonly grown = new Set<HeldLog>();
  /** In its chain. */
  readonly added: Entry[] = [];
  readonly alone: Entry[] = [];
  mended: readonly Entry[] = [];
  /** Held alone before, and in their chain now: whole, or as a tombstone. */
  readonly settled: Entry[] = [];
  patched: readonly Patched[] = [];
  erasedDetached: readonly Entry[] = [];
  fallen: readonly Entry[] = [];
  isOwnErased = false;
  isAnyKeyNew = false;

  constructor(verdict: GateOutcome) {
    this.verdict = verdict;
  }

  get unproven(): ReadonlySet<EntryId> {
    return this.verdict.unproven;
  }

  get questions(): readonly LogQuestion[] {
    return this.isLast ? this.verdict.questions : [];
  }

  get detached(): readonly Entry[] {
    return this.alone;
  }

  /** What may stand in the place of a tombstone. */
  get offers(): readonly Entry[] {
    return this.isLast ? [...this.verdict.offers, ...this.settled] : this.settled;
  }

  /** The keys that the fold has come to know. */
  believe(held: Holdings, ledger: Ledger): void {
    for (const key of ledger.takeClaimedKeys()) {
      held.believe(key);
      this.isAnyKeyNew = true;
    }
  }
}

function takenOf(
  held: Holdings,
  { added, alone, mended, settled, patched, erasedDetached, isAnyKeyNew }: Slice,
): Taken {
  const stands = (entry: Entry): boolean => {
    const item = held.itemAs(entry);
    return item !== undefined && !isTombstone(item);
  };
  // What came alone first, and whose chain has a tombstone in its place, is gone with it.
  const outlived = settled.filter((entry) => !stands(entry));
  for (const { id } of outlived) held.entries.delete(id);
  const away = patched.flatMap(({ gone, fallen }) => [...gone, ...fallen]);
  const leaving = [...away, ...erasedDetached, ...outlived];
  const fresh = new Set<EntryId>();
  // Nearly always nothing leaves, and nobody asks what is new.
  if (leaving.length > 0) {
    for (const { id } of added) fresh.add(id);
    for (const { id } of alone) fresh.add(id);
    for (const { id } of settled) fresh.delete(id);
  }
  const gone = leaving.filter(({ id }) => !fresh.has(id) && !held.entries.has(id));
  const filled = patched.flatMap((each) => each.filled);
  return {
    added: [...added.filter(stands), ...filled],
    filled,
    isAnyKeyNew,
    detached: alone.filter((entry) => held.isDetached(entry)),
    mended: mended.filter(stands),
    gone: [...new Map(gone.map((entry) => [entry.id, entry])).values()],
  };
}

/**
 * What several verdicts, or the slices of one, came to: what a later one took away again never
 * came.
 */
export function takenInAll(held: Holdings, all: readonly Taken[]): Taken {
  const [first, ...rest] = all;
  if (first !== undefined && rest.length === 0) return first;
  const isHeld = (entry: Entry): boolean => held.has(entry);
  const came = new Set<EntryId>();
  const isLeaving = all.some(({ gone }) => gone.length > 0);
  for (const { added, detached } of isLeaving ? all : []) {
    for (const { id } of added) came.add(id);
    for (const { id } of detached) came.add(id);
  }
  const stays = (of: (taken: Taken) => readonly Entry[]) =>
    all.flatMap((taken) => of(taken).filter(isHeld));
  return {
    added: stays(({ added }) => added),
    filled: stays(({ filled }) => filled),
    detached: stays(({ detached }) => detached),
    mended: all.flatMap(({ mended }) => mended),
    gone: all.flatMap(({ gone }) =>
      gone.filter((entry) => !isHeld(entry) && !came.has(entry.id)),
    ),
    isAnyKeyNew: all.some(({ isAnyKeyNew }) => isAnyKeyNew),
  };
}

const isErase = ({ content }: Entry): boolean => content.type === 'erase';
