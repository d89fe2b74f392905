import type { EntryId, LogId } from '@manyhands/base';
import { isTombstone } from '@manyhands/ledger';
import type { Board, Entry, Ledger } from '@manyhands/ledger';
import type { GateOutcome } from './draft.ts';
import type { Forks } from './forks.ts';
import type { HeldLog, Holdings, Patched } from './holdings.ts';
import type { LogDocument } from './yjs/logDocument.ts';
import type { DetachedNotes } from './detachedNotes.ts';
import type { WantedSignatures } from './mending.ts';
import type { JournalPurge } from './purge.ts';
import type { Reach } from './reach.ts';
import { Settling } from './settling.ts';
import type { Sharing } from './sharing.ts';
import type { Announcements } from './announcements.ts';

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

/**
 * Takes in what the gate let through. First it is held and folded, then the fold is asked
 * which erases hold (H3), and what that changes is done, before anybody is told or a byte
 * is written. Where no erase is concerned, all of it is one synchronous step.
 */
export class Intake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** `numbers`: where a loaded document has its logs, and all of them already. */
  async take(
    verdict: GateOutcome,
    numbers?: ReadonlyMap<LogId, number>,
  ): Promise<Taken> {
    const { held, reach, journal } = this.#parts;
    const came = this.#hold(verdict, numbers);
    const turned = held.erasures.settle(reach.holdsUpTo);
    const settling = new Settling(held, [...verdict.offers, ...came.settled]);
    settling.turned(turned);
    for (const growth of verdict.growths) settling.grown(growth);
    for (const entry of came.alone) settling.came(entry);
    const patches = settling.patches();
    const decided = patches.length > 0 ? await Promise.all(patches) : [];
    const patched = decided.map((patch) => held.patch(patch));
    for (const entry of settling.detached) held.dropDetached(entry);
    // An erase that nothing covers any more is signed itself, and holds alone.
    const fallen = patched.flatMap((each) => each.fallen).filter(isErase);
    for (const erase of fallen) held.keepDetached(erase);
    const taken = takenOf(held, verdict, came, patched, settling.detached);
    this.#show(verdict, taken, fallen);
    const isOwn = journal.turned(turned);
    if (numbers === undefined) {
      this.#parts.detached.drop([...came.settled, ...settling.detached]);
      this.#parts.detached.keep([...taken.detached, ...fallen]);
      this.#parts.document.write(came.grown);
      const isAnew = taken.gone.length + taken.mended.length + taken.filled.length > 0;
      if (isOwn || isAnew) this.#parts.askPurge();
    }
    return taken;
  }

  #hold(verdict: GateOutcome, numbers?: ReadonlyMap<LogId, number>): Came {
    const { held, ledger, forks, wanted } = this.#parts;
    for (const id of verdict.unproven) held.unproven.add(id);
    held.awaited.join(verdict.awaited);
    for (const [pair, entry] of verdict.certificates) held.certify(pair, entry);
    for (const erase of verdict.erases) held.erasures.add(erase);
    for (const entry of verdict.mended) held.mend(entry);
    wanted.met(verdict.mended.map(({ id }) => id));
    const grown: HeldLog[] = [];
    const added: Entry[] = [];
    const settled: Entry[] = [];
    for (const growth of verdict.growths) {
      const entries = held.grow(growth, numbers?.get(growth.logId));
      const log = held.logs.get(growth.logId);
      if (log !== undefined) grown.push(log);
      for (const entry of entries) added.push(entry);
      this.#fold(entries, verdict);
      for (const entry of held.settleDetached(growth)) settled.push(entry);
    }
    // The same page may have brought its chain.
    const alone = verdict.detached.filter((entry) => held.itemAs(entry) === undefined);
    for (const entry of alone) held.keepDetached(entry);
    this.#fold(alone, verdict, true);
    const keys = ledger.takeClaimedKeys();
    for (const key of keys) held.believe(key);
    forks.take(verdict);
    return { grown, added, alone, settled, isAnyKeyNew: keys.length > 0 };
  }

  #fold(entries: readonly Entry[], { unproven }: GateOutcome, alone = false): void {
    this.#parts.ledger.add(
      entries.map((entry) => ({ entry, proven: !unproven.has(entry.id), alone })),
    );
  }

  /** To whoever looks at boards, and at what is told. */
  #show(
    verdict: GateOutcome,
    { added, detached, gone }: Taken,
    fallen: readonly Entry[],
  ): void {
    const { board, forks, reach, shares, announcements } = this.#parts;
    board.drop([...gone, ...fallen].map(({ id }) => id));
    board.add(added);
    board.add([...detached, ...fallen], true);
    board.changed(reach.changed());
    forks.changed();
    shares.meet(verdict);
    announcements.forget();
  }
}

/** What came to be held by a verdict, before anything was erased. */
interface Came {
  readonly grown: readonly HeldLog[];
  /** In its chain. */
  readonly added: readonly Entry[];
  readonly alone: readonly Entry[];
  /** Held alone before, and in their chain now: whole, or as a tombstone. */
  readonly settled: readonly Entry[];
  readonly isAnyKeyNew: boolean;
}

function takenOf(
  held: Holdings,
  verdict: GateOutcome,
  { added, alone, settled, isAnyKeyNew }: Came,
  patched: readonly Patched[],
  erasedDetached: readonly Entry[],
): Taken {
  const stands = (entry: Entry): boolean => {
    const item = held.itemAs(entry);
    return item !== undefined && !isTombstone(item);
  };
  // What came alone first, and whose chain has a tombstone in its place, is gone with it.
  const outlived = settled.filter((entry) => !stands(entry));
  for (const { id } of outlived) held.entries.delete(id);
  const fresh = new Set<EntryId>([...added, ...alone].map(({ id }) => id));
  for (const { id } of settled) fresh.delete(id);
  const away = patched.flatMap(({ gone, fallen }) => [...gone, ...fallen]);
  const gone = [...away, ...erasedDetached, ...outlived].filter(
    ({ id }) => !fresh.has(id) && !held.entries.has(id),
  );
  const filled = patched.flatMap((each) => each.filled);
  return {
    added: [...added.filter(stands), ...filled],
    filled,
    isAnyKeyNew,
    detached: alone.filter((entry) => held.isDetached(entry)),
    mended: verdict.mended.filter(stands),
    gone: [...new Map(gone.map((entry) => [entry.id, entry])).values()],
  };
}

const isErase = ({ content }: Entry): boolean => content.type === 'erase';
