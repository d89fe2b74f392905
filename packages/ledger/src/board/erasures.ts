import type { DeviceKey, Hex, LogId } from '@manyhands/base';
import type { ErasedPlace } from '../boardContent.ts';
import type { Entry } from '../entry.ts';
import { bodyHashAt } from '../hole.ts';
import { logIdOf } from '../log.ts';

/** One place that an erase names, in the log it means. */
export interface NamedPlace {
  readonly logId: LogId;
  readonly seq: number;
  readonly bodyHash: Hex;
}

/**
 * Which places of boards are erased, by the erases heard so far (annex §9, 69). An erase
 * speaks for the boards of its own member alone, whichever device wrote it; one that
 * names another hash, or a place that is not there yet, waits for what it names.
 */
export class Erasures {
  /** How many places are erased. */
  size = 0;
  readonly #erases = new Map<LogId, Map<number, Map<Hex, Entry>>>();

  /** Any number of times; whatever is no erase is ignored. */
  add(entry: Entry): void {
    for (const { logId, seq, bodyHash } of placesNamedBy(entry)) {
      const ofLog = this.#erases.get(logId) ?? new Map<number, Map<Hex, Entry>>();
      const ofPlace = ofLog.get(seq) ?? new Map<Hex, Entry>();
      this.#erases.set(logId, ofLog.set(seq, ofPlace));
      // Of several the lowest id, so that all give the same one as evidence.
      const known = ofPlace.get(bodyHash);
      if (known === undefined) this.size += 1;
      if (known === undefined || entry.id < known.id) ofPlace.set(bodyHash, entry);
    }
  }

  /** The erase that names this very place with this very hash. */
  find(logId: LogId, seq: number, bodyHash: Hex): Entry | undefined {
    return this.#erases.get(logId)?.get(seq)?.get(bodyHash);
  }

  /** Whether anything heard takes this entry off the board. An erase cannot be erased. */
  isErased(entry: Entry): boolean {
    const named = this.#erases.get(entry.logId)?.get(entry.seq);
    if (named === undefined || entry.content.type === 'erase') return false;
    return named.has(bodyHashAt(entry));
  }
}

/** The places that `entry` erases, if it is an erase on a board. */
export function placesNamedBy({ log, content }: Entry): NamedPlace[] {
  if (log.kind !== 'board' || content.type !== 'erase') return [];
  const { community, member } = log;
  const ids = new Map<DeviceKey, LogId>();
  return content.places.map(({ device, seq, bodyHash }) => {
    const logId =
      ids.get(device) ?? logIdOf({ community, kind: 'board', member, device });
    ids.set(device, logId);
    return { logId, seq, bodyHash };
  });
}

/** How an erase names an entry. */
export const placeOf = (entry: Entry): ErasedPlace => ({
  device: entry.log.device,
  seq: entry.seq,
  bodyHash: bodyHashAt(entry),
});
