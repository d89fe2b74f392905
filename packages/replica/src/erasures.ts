import type { EntryId, Hex, LogId } from '@manyhands/base';
import { bodyHashAt, positionsNamedBy } from '@manyhands/ledger';
import type { Entry, LogName, NamedPosition } from '@manyhands/ledger';

/** A place of a board that erases name. */
interface Naming extends NamedPosition {
  /** Of each log that names it the lowest erase: it holds as soon as any of that log's does. */
  readonly by: Map<LogId, Entry>;
  /** How many of these hold. */
  holding: number;
}

/** A board on which something was erased. */
interface ErasingLog {
  readonly log: LogName;
  readonly erases: Map<EntryId, Entry>;
  /** The same by place and hash of the body. */
  readonly byBody: Map<string, Entry[]>;
  /** Up to which place its erases hold, as the fold last said. */
  end: number;
}

/**
 * Which places of boards are named by erases, and by erases that hold (H3): an erase holds
 * while its device stands and its place is before its board's end, which the fold may move
 * out or in. It speaks for the boards of its own member alone, whichever device wrote it;
 * one that names another hash, or a place that is not there yet, waits for what it names.
 */
export class Erasures {
  /** How many places are named by an erase that holds. */
  size = 0;
  readonly #named = new Map<LogId, Map<number, Map<Hex, Naming>>>();
  readonly #logs = new Map<LogId, ErasingLog>();
  /** Erases that others name: somebody may have been told a tombstone in their place. */
  readonly #hidden = new Set<Entry>();
  /** Places that came to be erased, or ceased to be, since `settle` last answered. */
  readonly #turned = new Set<Naming>();

  /** Any number of times; whatever is no erase is ignored. */
  add(erase: Entry): void {
    const places = positionsNamedBy(erase);
    if (places.length === 0) return;
    const log = this.#logs.get(erase.logId) ?? {
      log: erase.log,
      erases: new Map<EntryId, Entry>(),
      byBody: new Map<string, Entry[]>(),
      end: 0,
    };
    if (log.erases.has(erase.id)) return;
    this.#logs.set(erase.logId, log);
    log.erases.set(erase.id, erase);
    const own = { logId: erase.logId, seq: erase.seq, bodyHash: bodyHashAt(erase) };
    const alike = log.byBody.get(bodyIn(own));
    if (alike) alike.push(erase);
    else log.byBody.set(bodyIn(own), [erase]);
    if (this.isExplained(own)) this.#hidden.add(erase);
    for (const place of places) {
      if (!this.isExplained(place)) this.#hide(place);
      const naming = this.#open(place);
      const known = naming.by.get(erase.logId);
      if (known !== undefined && !isLower(erase, known)) continue;
      naming.by.set(erase.logId, erase);
      const held = known !== undefined && known.seq < log.end;
      if (!held && erase.seq < log.end) this.#count(naming, 1);
    }
  }

  /** Asks anew up to where each log's erases hold. Answers the places that turned round. */
  settle(holdsUpTo: (log: LogName) => number): readonly NamedPosition[] {
    for (const log of this.#logs.values()) {
      const [before, now] = [log.end, holdsUpTo(log.log)];
      if (before === now) continue;
      log.end = now;
      const [from, to] = [Math.min(before, now), Math.max(before, now)];
      for (const erase of log.erases.values()) {
        if (erase.seq < from || erase.seq >= to) continue;
        for (const naming of this.#lowestAt(erase)) {
          this.#count(naming, now > before ? 1 : -1);
        }
      }
    }
    const turned = [...this.#turned];
    this.#turned.clear();
    return turned;
  }

  /** Erases that hold and are named by others, so that who has a tombstone for one must hear of it. */
  *hidden(): Iterable<Entry> {
    for (const erase of this.#hidden) if (this.holds(erase)) yield erase;
  }

  /** Whether an erase that holds takes this entry off the board. An erase cannot be erased. */
  isErased(entry: Entry): boolean {
    const named = this.#named.get(entry.logId)?.get(entry.seq);
    if (named === undefined || entry.content.type === 'erase') return false;
    return (named.get(bodyHashAt(entry))?.holding ?? 0) > 0;
  }

  /** Whether an erase that holds names this very tombstone; if none does, it is a gap. */
  isHeld(tombstone: NamedPosition): boolean {
    return (this.#at(tombstone)?.holding ?? 0) > 0;
  }

  /** Whether any erase names it, holding or not. */
  isExplained(tombstone: NamedPosition): boolean {
    return this.#at(tombstone) !== undefined;
  }

  /** Whether any erase names a place of this log. */
  isNaming(logId: LogId): boolean {
    return this.#named.has(logId);
  }

  /** The erase that explains a tombstone: one that holds, if any does. */
  find(tombstone: NamedPosition): Entry | undefined {
    const all = [...(this.#at(tombstone)?.by.values() ?? [])];
    const holding = all.filter((erase) => this.holds(erase));
    // Of several the lowest id, so that all give the same one as evidence.
    return (holding.length > 0 ? holding : all).sort((a, b) =>
      a.id < b.id ? -1 : 1,
    )[0];
  }

  holds({ logId, seq }: Entry): boolean {
    return seq < (this.#logs.get(logId)?.end ?? 0);
  }

  /** Whether each of its places is named by a lower erase of its log, so that it adds nothing. */
  isRedundant(erase: Entry): boolean {
    return positionsNamedBy(erase).every((place) => {
      const known = this.#at(place)?.by.get(erase.logId);
      return known !== undefined && known.id !== erase.id && !isLower(erase, known);
    });
  }

  /** The erases of one log after the other. */
  *logs(): Iterable<readonly [LogId, Iterable<Entry>]> {
    for (const [logId, { erases }] of this.#logs) yield [logId, erases.values()];
  }

  /** The place comes to be named: the erases that stand there. */
  #hide(place: NamedPosition): void {
    const there = this.#logs.get(place.logId)?.byBody.get(bodyIn(place)) ?? [];
    for (const erase of there) this.#hidden.add(erase);
  }

  #at({ logId, seq, bodyHash }: NamedPosition): Naming | undefined {
    return this.#named.get(logId)?.get(seq)?.get(bodyHash);
  }

  #open(place: NamedPosition): Naming {
    const { logId, seq, bodyHash } = place;
    const ofLog = this.#named.get(logId) ?? new Map<number, Map<Hex, Naming>>();
    const ofPlace = ofLog.get(seq) ?? new Map<Hex, Naming>();
    const naming = ofPlace.get(bodyHash) ?? {
      logId,
      seq,
      bodyHash,
      by: new Map<LogId, Entry>(),
      holding: 0,
    };
    this.#named.set(logId, ofLog.set(seq, ofPlace.set(bodyHash, naming)));
    return naming;
  }

  /** The places for which this is its log's lowest erase, each once. */
  #lowestAt(erase: Entry): Set<Naming> {
    const namings = new Set<Naming>();
    for (const place of positionsNamedBy(erase)) {
      const naming = this.#at(place);
      if (naming?.by.get(erase.logId) === erase) namings.add(naming);
    }
    return namings;
  }

  #count(naming: Naming, by: 1 | -1): void {
    const wasErased = naming.holding > 0;
    naming.holding += by;
    const isErased = naming.holding > 0;
    if (wasErased === isErased) return;
    this.size += by;
    this.#turned.add(naming);
  }
}

/** By place, since a lower one holds as soon as a higher one does. */
const isLower = (a: Entry, b: Entry): boolean =>
  a.seq < b.seq || (a.seq === b.seq && a.id < b.id);

const bodyIn = ({ seq, bodyHash }: NamedPosition): string => `${seq}/${bodyHash}`;
