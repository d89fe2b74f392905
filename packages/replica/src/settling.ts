import type { EntryId, LogId } from '@manyhands/base';
import { tombstoneOf, isWhole } from '@manyhands/ledger';
import type { Entry, LogItem, NamedPosition } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import type { Growth, Holdings, Patch } from './holdings.ts';
import { patchOf } from './patching.ts';

/**
 * What erases make of the boards that are held, once the fold has heard a page (H3):
 * what one that holds names becomes a tombstone; a tombstone that none names is a gap, and is filled
 * if its bytes came, by whatever way.
 */
export class Settling {
  readonly #held: Holdings;
  /** What came in the place of a tombstone: whole, and with that tombstone's id. */
  readonly #offers = new Map<EntryId, Entry>();
  readonly #edits = new Map<LogId, Map<number, LogItem>>();
  /** Entries without their chain that are erased. */
  readonly detached: Entry[] = [];

  constructor(held: Holdings, offers: readonly Entry[]) {
    this.#held = held;
    for (const offer of offers) this.#offers.set(offer.id, offer);
    for (const { logId, seq } of offers) this.#look(logId, seq);
  }

  /** What has come to a log's end. */
  grown({ log, logId, from, items, tail }: Growth): void {
    if (log.kind !== 'board') return;
    for (let at = 0; at < items.length; at++) this.#look(logId, from + at);
    if (tail.length > 0) this.#held.trimTail(logId);
  }

  /** Places that came to be erased, or ceased to be. */
  turned(places: readonly NamedPosition[]): void {
    for (const { logId, seq } of places) {
      this.#look(logId, seq);
      for (const entry of this.#held.detached.at(logId, seq)) this.came(entry);
    }
  }

  /** An entry without its chain. */
  came(entry: Entry): void {
    if (this.#held.erasures.isErased(entry)) this.detached.push(entry);
  }

  /** What is to be done, each log for itself; nothing is done yet. */
  patches(breathe: Breathe | undefined): Promise<Patch>[] {
    const patches: Promise<Patch>[] = [];
    for (const [logId, edits] of this.#edits) {
      const log = this.#held.logs.get(logId);
      if (log !== undefined) patches.push(patchOf(log, edits, breathe));
    }
    return patches;
  }

  #look(logId: LogId, seq: number): void {
    const log = this.#held.logs.get(logId);
    const { erasures } = this.#held;
    const item = log?.items[seq];
    if (log === undefined) return;
    if (item === undefined) {
      const tombstone = log.tail[seq - log.items.length];
      if (tombstone && !erasures.isHeld(tombstone)) this.#held.trimTail(logId);
    } else if (isWhole(item)) {
      if (erasures.isErased(item)) this.#edit(item, tombstoneOf(item));
    } else {
      const offer = this.#offers.get(item.id);
      const isHeld = erasures.isHeld(item);
      this.#held.touched.add(logId);
      if (isHeld) log.gaps.delete(seq);
      else log.gaps.add(seq);
      // An erase cannot be erased: where somebody made us believe so, it takes its place again.
      if (offer && (!isHeld || offer.content.type === 'erase')) this.#edit(item, offer);
    }
  }

  #edit({ logId, seq }: LogItem, item: LogItem): void {
    const ofLog = this.#edits.get(logId) ?? new Map<number, LogItem>();
    this.#edits.set(logId, ofLog.set(seq, item));
  }
}
