import type { DeviceKey, LogId } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import type { Stored } from './messages.ts';
import { wireLog } from './session.ts';

/** How much of each log lies durably on other devices, as they have said. */
export type Acks = ReadonlyMap<DeviceKey, ReadonlyMap<LogId, number>>;

export interface AcksOptions {
  readonly replica: Replica;
  /** What was said on earlier days, if the app kept it. */
  readonly known?: Acks;
  /** These logs are durable here so far, as of now (B8). */
  readonly onstored: (stored: readonly Stored[]) => void;
}

/**
 * Both directions of "kept by": what the others say they hold durably, and what may be
 * said to them. Nothing is said before the store has said it: the lengths are noted
 * first, then the store is asked, then they are sent.
 */
export class AckBook {
  readonly said: Map<DeviceKey, Map<LogId, number>>;
  readonly #options: AcksOptions;
  /** By wire name: durable here and said so. */
  readonly #stored = new Map<string, number>();
  #ids: { readonly of: unknown; readonly byName: ReadonlyMap<string, LogId> } | null =
    null;
  #isAsking = false;
  #isStale = true;

  constructor(options: AcksOptions) {
    this.#options = options;
    const known = options.known ?? new Map<DeviceKey, Map<LogId, number>>();
    this.said = new Map([...known].map(([device, logs]) => [device, new Map(logs)]));
  }

  /** Notes what `device` says; whether it said anything new. */
  hear(device: DeviceKey, stored: readonly Stored[]): boolean {
    const ids = this.#idsByName();
    const logs = this.said.get(device) ?? new Map<LogId, number>();
    let isNew = false;
    for (const { log, length } of stored) {
      const logId = ids.get(log);
      if (logId === undefined || (logs.get(logId) ?? 0) >= length) continue;
      logs.set(logId, length);
      isNew = true;
    }
    if (isNew) this.said.set(device, logs);
    return isNew;
  }

  /** Made anew only when the replica's vector is another: acks come by the hundred. */
  #idsByName(): ReadonlyMap<string, LogId> {
    const heads = this.#options.replica.vector();
    if (this.#ids?.of !== heads) {
      const byName = new Map(heads.map(({ logId }) => [wireLog(logId), logId]));
      this.#ids = { of: heads, byName };
    }
    return this.#ids.byName;
  }

  /** What is durable here of the logs that `device` writes: what it waits to hear. */
  storedOf(device: DeviceKey): Stored[] {
    return this.#options.replica
      .vector()
      .filter(({ log }) => log.device === device)
      .map(({ logId }) => ({
        log: wireLog(logId),
        length: this.#stored.get(wireLog(logId)) ?? 0,
      }))
      .filter(({ length }) => length > 0);
  }

  /** Something was added: asks the store, once for all that comes meanwhile. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#isStale) {
      this.#isStale = false;
      await this.#ask();
    }
    this.#isAsking = false;
  }

  async #ask(): Promise<void> {
    const { replica, onstored } = this.#options;
    const noted = replica.wireVector();
    const settled = await replica.settled();
    // A full disk says nothing; once it has room again, somebody asks anew.
    if (!settled.ok) return;
    const grown = noted
      .filter(({ log, length }) => (this.#stored.get(log) ?? 0) < length)
      .map(({ log, length }) => ({ log, length }));
    for (const { log, length } of grown) this.#stored.set(log, length);
    if (grown.length > 0) onstored(grown);
  }
}
