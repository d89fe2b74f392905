import { inTurns } from '@manyhands/base';
import type { DeviceKey, LogId } from '@manyhands/base';
import type { Notes, Replica } from '@manyhands/replica';
import { heldAcks, storedOf, wireName } from '@manyhands/community/keeping';
import type { DeviceAcks, Membership } from '@manyhands/community/opened';
import { longest } from './longest.ts';
import { oneAtATime } from './oneAtATime.ts';
import { keepAcks } from './placeNotes.ts';
import type { KeptAcks } from './placeNotes.ts';

export interface AckMemoryOptions {
  readonly notes: Notes;
  readonly replica: Replica;
  readonly membership: Membership;
  /** What was kept on earlier days: what of it counts, the replica says. */
  readonly kept: readonly KeptAcks[];
}

/** Devices whose acks are kept: more are read about by nobody. */
const mostDevices = 4_096;

/**
 * What others said to have stored of this member's logs, today and on earlier days, kept
 * beside the record. On the disk each stands with the id it was said of, and counts after
 * the next opening if that is still the one (mesh/M4).
 */
export class AckMemory {
  readonly #options: AckMemoryOptions;
  #acks: DeviceAcks;
  readonly #save = oneAtATime(async () => {
    if (!this.#isClosed) await keepAcks(this.#options.notes, this.#toKeep());
  });
  #isClosed = false;

  constructor(options: AckMemoryOptions) {
    this.#options = options;
    const { replica, kept } = options;
    this.#acks = this.#ours(
      new Map(kept.map(({ device, logs }) => [device, heldAcks(replica, logs)])),
    );
  }

  get acks(): DeviceAcks {
    return this.#acks;
  }

  hear(said: DeviceAcks): void {
    this.#acks = mergeAcks(this.#acks, this.#ours(said));
    this.#save();
  }

  close(): void {
    this.#isClosed = true;
  }

  #ownLogs() {
    const { replica, membership } = this.#options;
    return replica.vector().filter(({ log }) => log.member === membership.member);
  }

  /** Of what is said those about this member's logs: nobody asks here who keeps the others. */
  #ours(said: DeviceAcks): DeviceAcks {
    const own = new Set(this.#ownLogs().map(({ logId }) => logId));
    const ours = new Map<DeviceKey, ReadonlyMap<LogId, number>>();
    for (const [device, logs] of said) {
      const kept = [...logs].filter(([logId]) => own.has(logId));
      if (kept.length > 0) ours.set(device, new Map(kept));
    }
    return ours;
  }

  #toKeep(): KeptAcks[] {
    const { replica } = this.#options;
    const own = new Map(this.#ownLogs().map((head) => [head.logId, head]));
    const logsOf = (acked: ReadonlyMap<LogId, number>) =>
      [...acked].flatMap(([logId, stored]) => {
        const whole = own.get(logId);
        // What was erased at a log's end is not told any more.
        if (whole === undefined || stored >= whole.length)
          return whole ? [storedOf(whole)] : [];
        const head = replica.forks.idAt(wireName(logId), stored - 1);
        return head ? [storedOf({ ...whole, length: stored, head })] : [];
      });
    const { ledger } = replica;
    return inTurns([...this.#acks], ([device]) => ledger.memberOfDevice(device))
      .slice(0, mostDevices)
      .map(([device, acked]) => ({ device, logs: logsOf(acked) }));
  }
}

/** Acks only grow: a device that stored more yesterday has not stored less today. */
function mergeAcks(before: DeviceAcks, now: DeviceAcks): DeviceAcks {
  const merged = new Map(before);
  for (const [device, logs] of now) {
    merged.set(device, longest(merged.get(device) ?? [], logs));
  }
  return merged;
}
