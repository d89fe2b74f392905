import { SerialQueue } from '@manyhands/base';
import type { DeviceKey, LogId, MemberId } from '@manyhands/base';
import type { Change, LogHead, Replica } from '@manyhands/replica';
import { compareHead, wireLog } from './held.ts';
import type { Stored } from './messages.ts';

/** How much of each log of ours lies durably on other devices, as they have said. */
export type Acks = ReadonlyMap<DeviceKey, ReadonlyMap<LogId, number>>;

export interface AcksOptions {
  readonly replica: Replica;
  /** Whose logs it is kept of: what others say of each other's is for nobody here. */
  readonly member: MemberId;
  /** What was said on earlier days, if the app kept it: what `heldOf` makes of it. */
  readonly known?: Acks;
  /** These logs are durable here so far, as of now (findings/B8). */
  readonly onstored: (stored: readonly Stored[]) => void;
}

/** One log, as an ack names it. */
const storedOf = ({ logId, length, head }: LogHead): Stored => ({
  log: wireLog(logId),
  length,
  head: head.slice(0, 32),
});

/**
 * Both directions of "kept by": what the others say they hold durably of what is ours, and
 * what may be said to them. Nothing is said before the store has said it: the lengths are
 * noted first, then the store is asked, then they are sent.
 *
 * An ack counts up to what is held here, and only if its id is the one that stands there
 * (M4): a number alone would keep whatever is written later. Of each device as much is
 * remembered as there are logs of ours, and one ack more for each, that of entries which are
 * still to come.
 */
export class AckBook {
  readonly said: Map<DeviceKey, Map<LogId, number>>;
  readonly #options: AcksOptions;
  /** By wire name: what was said ahead of what is held here. */
  readonly #ahead = new Map<string, Map<DeviceKey, Stored>>();
  /** By wire name: durable here and said so. */
  readonly #stored = new Map<string, Stored>();
  #own: { readonly of: unknown; readonly byName: ReadonlyMap<string, LogId> } | null =
    null;
  /** Something was added: asks the store, once for all that comes meanwhile. */
  readonly refresh = new SerialQueue().coalesce(() => this.#ask());

  constructor(options: AcksOptions) {
    this.#options = options;
    const known = options.known ?? new Map<DeviceKey, Map<LogId, number>>();
    this.said = new Map([...known].map(([device, logs]) => [device, new Map(logs)]));
  }

  /** Notes what `device` says; whether anything new of it counts. */
  receive(device: DeviceKey, stored: readonly Stored[]): boolean {
    const own = this.#ownLogs();
    let isNew = false;
    for (const each of stored) {
      const logId = own.get(each.log);
      if (logId !== undefined && this.#note(device, logId, each)) isNew = true;
    }
    return isNew;
  }

  /** Logs have grown: the devices of which more counts now than before. */
  grown({ added }: Change): DeviceKey[] {
    const devices: DeviceKey[] = [];
    for (const logId of new Set(added.map((entry) => entry.logId))) {
      const ahead = this.#ahead.get(wireLog(logId));
      if (ahead === undefined) continue;
      this.#ahead.delete(wireLog(logId));
      for (const [device, stored] of ahead) {
        if (this.#note(device, logId, stored)) devices.push(device);
      }
    }
    return devices;
  }

  #note(device: DeviceKey, logId: LogId, stored: Stored): boolean {
    const logs = this.said.get(device) ?? new Map<LogId, number>();
    if ((logs.get(logId) ?? 0) >= stored.length) return false;
    const is = compareHead(this.#options.replica, stored);
    if (is === 'ahead') this.#await(device, stored);
    if (is !== 'same') return false;
    this.said.set(device, logs.set(logId, stored.length));
    return true;
  }

  /** Of what is said ahead the most is remembered: honest acks only grow. */
  #await(device: DeviceKey, stored: Stored): void {
    const ahead = this.#ahead.get(stored.log) ?? new Map<DeviceKey, Stored>();
    if ((ahead.get(device)?.length ?? 0) < stored.length) ahead.set(device, stored);
    this.#ahead.set(stored.log, ahead);
  }

  /** Made anew only when the replica's vector is another: acks come by the hundred. */
  #ownLogs(): ReadonlyMap<string, LogId> {
    const { replica, member } = this.#options;
    const heads = replica.vector();
    if (this.#own?.of !== heads) {
      const own = heads.filter(({ log }) => log.member === member);
      const byName = new Map(own.map(({ logId }) => [wireLog(logId), logId]));
      this.#own = { of: heads, byName };
    }
    return this.#own.byName;
  }

  /** What is durable here of the logs that `device` writes: what it waits to hear. */
  storedOf(device: DeviceKey): Stored[] {
    return this.#options.replica
      .vector()
      .filter(({ log }) => log.device === device)
      .flatMap(({ logId }) => this.#stored.get(wireLog(logId)) ?? []);
  }

  async #ask(): Promise<void> {
    const { replica, onstored } = this.#options;
    const noted = replica.vector();
    const settled = await replica.settled();
    // A full disk says nothing; once it has room again, somebody asks anew.
    if (!settled.ok) return;
    // Also of a log that an erase made shorter: its writer looks for an id that is there.
    const other = noted
      .map(storedOf)
      .filter(({ log, head }) => this.#stored.get(log)?.head !== head);
    for (const stored of other) this.#stored.set(stored.log, stored);
    if (other.length > 0) onstored(other);
  }
}
