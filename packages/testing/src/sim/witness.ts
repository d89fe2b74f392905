import { toHex } from '@manyhands/codec';
import type { Entry } from '@manyhands/ledger';
import type { Onlooker, Phone } from './phone.ts';

/** One line of a proposal that both sides have signed. */
type Transfer = string;

/** Where it says what it saw. */
interface Court {
  readonly options: { readonly forks: boolean };
  fail(why: string): void;
}

/** What a phone may never forget. */
interface Memory {
  /** Ledger version at the last look. */
  version: number;
  /** Transfers that were there at some moment of this life. */
  seen: Set<Transfer>;
  /** Of those, the ones its store called durable. */
  kept: Set<Transfer>;
  /** Entries it signed and said it had saved. */
  saved: Set<string>;
}

/**
 * Sees everything and forgets nothing: after every step it asks of every replica whether
 * the hours sum to zero, whether a transfer has vanished, and whether a place of a log
 * was used twice.
 */
export class Witness implements Onlooker {
  readonly #world: Court;
  readonly #memories = new Map<Phone, Memory>();
  /** By place: the entry that others than its writer have met. */
  readonly #published = new Map<string, string>();
  readonly #honestDevices = new Map<string, Phone>();
  /** Entries honest phones signed, by id. */
  readonly honest = new Map<string, Entry>();

  constructor(world: Court) {
    this.#world = world;
  }

  meets(phone: Phone): void {
    const memory = { version: -1, seen: new Set<string>(), kept: new Set<string>() };
    this.#memories.set(phone, { ...memory, saved: new Set() });
    if (phone.soul.isHonest) this.#honestDevices.set(phone.device, phone);
  }

  /** New entries in a replica. */
  heard(phone: Phone, entries: readonly Entry[]): void {
    for (const entry of entries) {
      const writer = this.#honestDevices.get(entry.log.device);
      if (writer === undefined || writer.soul.member !== entry.log.member) continue;
      this.honest.set(entry.id, entry);
      if (writer !== phone) this.#publish(entry, phone);
    }
  }

  signed(phone: Phone, entry: Entry): void {
    this.honest.set(entry.id, entry);
    this.#memoryOf(phone).saved.add(entry.id);
    if (phone.soul.isHonest && !this.#isFirst(entry)) this.#twice(entry, phone);
  }

  /** An entry left its phone: in a page, or in a message carried by hand. */
  #publish(entry: Entry, phone: Phone): void {
    if (!this.#isFirst(entry)) this.#twice(entry, phone);
    this.#published.set(placeOf(entry), entry.id);
  }

  knowsItself({ running, device }: Phone): boolean {
    if (running === null) return false;
    return [...this.#published.values()].every((id) => {
      const entry = this.honest.get(id);
      return entry?.log.device !== device || running.replica.entry(entry.id) !== null;
    });
  }

  #isFirst(entry: Entry): boolean {
    return (this.#published.get(placeOf(entry)) ?? entry.id) === entry.id;
  }

  #twice(entry: Entry, phone: Phone): void {
    if (this.#world.options.forks) return;
    this.#world.fail(
      `${phone.name}: ${entry.log.kind} place ${entry.seq} of ${this.#honestDevices.get(entry.log.device)?.name ?? 'somebody'} was used twice`,
    );
  }

  /** The app has opened: what was saved must be there. */
  opened(phone: Phone): void {
    const { running } = phone;
    if (!phone.soul.isHonest || running === null) return;
    const memory = this.#memoryOf(phone);
    if (running.writer === null) {
      this.behind(phone);
      // Fallen silent, it delivers its journal no more: what a bad row took is not here.
      memory.saved.clear();
    }
    for (const id of memory.saved) {
      if (running.replica.entry(id as Entry['id']) === null) {
        this.#world.fail(
          `${phone.name}: an entry shown as saved is gone after a restart`,
        );
        return;
      }
    }
    memory.version = -1;
    this.look(phone);
  }

  behind(phone: Phone): void {
    if (phone.soul.isHonest && !phone.wasRestored) {
      this.#world.fail(`${phone.name}: spent, though its disk never went back`);
    }
  }

  crashed(phone: Phone): void {
    const memory = this.#memoryOf(phone);
    memory.seen = new Set(memory.kept);
  }

  /** A row went bad: what was durable may have to come again from others. */
  rotted(phone: Phone): void {
    const memory = this.#memoryOf(phone);
    memory.kept = new Set();
    memory.seen = new Set();
  }

  /** The disk is that of an earlier day; what it knew then is asked at the next look. */
  restored(phone: Phone): void {
    const memory = this.#memoryOf(phone);
    const rows = [...phone.disk.memory.journal.values()];
    const stored = new Set(rows.map((row) => toHex(row.stored)));
    const isThere = (id: string): boolean => {
      const entry = this.honest.get(id);
      return entry !== undefined && stored.has(toHex(entry.stored));
    };
    memory.saved = new Set([...memory.saved].filter(isThere));
    memory.kept = new Set();
    memory.seen = new Set();
  }

  /** Asks the store, and holds it to its word from then on. */
  async settle(phone: Phone): Promise<void> {
    const { running } = phone;
    if (running === null) return;
    this.look(phone);
    const memory = this.#memoryOf(phone);
    const snapshot = new Set(memory.seen);
    const settled = await running.replica.settled();
    if (settled.ok && !running.life.isOver) memory.kept = snapshot;
  }

  look(phone: Phone): void {
    const { running } = phone;
    if (running === null || !phone.soul.isHonest) return;
    const { ledger } = running.replica;
    const memory = this.#memoryOf(phone);
    if (memory.version === ledger.version) return;
    memory.version = ledger.version;
    const { member } = phone.soul;
    const now = new Set<Transfer>();
    for (const { proposal, party, proposer, status } of ledger.transfers()) {
      if (status !== 'exists') continue;
      // With forks, others' hours may flicker between a cut and its witness (L9).
      if (this.#world.options.forks && proposer !== member && party !== member)
        continue;
      now.add(`${proposal}/${party}`);
    }
    for (const one of memory.seen) {
      if (!now.has(one)) {
        this.#world.fail(
          `${phone.name}: a transfer both had signed has vanished: ${one}`,
        );
      }
    }
    memory.seen = now;
    let sum = 0;
    for (const { member: each } of ledger.members()) sum += ledger.balanceOf(each);
    if (sum !== 0) this.#world.fail(`${phone.name}: balances sum to ${sum}, not zero`);
  }

  lookAround(phones: readonly Phone[]): void {
    for (const phone of phones) this.look(phone);
  }

  #memoryOf(phone: Phone): Memory {
    const memory = this.#memories.get(phone);
    if (memory === undefined) throw new Error(`Bug: nobody met ${phone.name}`);
    return memory;
  }
}

const placeOf = ({ logId, seq }: Entry): string => `${logId}/${seq}`;
