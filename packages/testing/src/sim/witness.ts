import type { LogId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Entry } from '@manyhands/ledger';
import type { SimPhone } from './phone.ts';
import {
  isEnded,
  isObservedSigned,
  lineNameOf,
  placeOf,
  transfersOf,
} from './observed.ts';
import type { ObservedTransfer } from './observed.ts';
import type { Onlooker } from './surroundings.ts';

/** Where it says what it saw. */
interface Court {
  readonly schedule: { readonly now: number };
  fail(why: string): void;
}

/** What a phone may never forget. */
interface Memory {
  /** Ledger version at the last look. */
  version: number;
  /** Transfers that were there at some moment of this life. */
  seen: Set<ObservedTransfer>;
  /** Of those, the ones its store called durable. */
  kept: Set<ObservedTransfer>;
  /** Entries it signed and said it had saved. */
  saved: Set<string>;
  /** Its own hours that lie beyond a cut, since when: it owes them a witness (ledger/L10). */
  owed: Map<ObservedTransfer, number>;
  /** How far each log has come to it: what is erased now was there. */
  readonly met: Map<LogId, number>;
  /** Until then its disk may be to blame for what is owed. */
  hinderedUntil: number;
}

/** Milliseconds in which a phone that can write has to carry its own hours over a cut. */
const carriesWithin = 3_000;
/** A write that failed is tried again when the rota comes round. */
const triesAgainWithin = 70_000;

/**
 * Sees everything and forgets nothing: after every step it asks of every replica whether
 * the hours sum to zero, whether a transfer has vanished, and whether a place of a log
 * was used twice (T6).
 */
export class Observer implements Onlooker<SimPhone> {
  readonly #world: Court;
  readonly #memories = new Map<SimPhone, Memory>();
  /** By place: the entry that others than its writer have met. */
  readonly #published = new Map<string, string>();
  readonly #honestDevices = new Map<string, SimPhone>();
  /** Entries honest phones signed, by id. */
  readonly honest = new Map<string, Entry>();
  /** Entries that somebody tried to erase, by id: they need not be there any more. */
  readonly erased = new Map<string, Entry>();
  /** Entries that a device erased which may not, or not any more, by id. */
  readonly attacked = new Set<string>();
  /** Entries that their owners themselves took off the board, by id. */
  readonly wished = new Set<string>();
  /** When entries were last seen to come to the phone that wrote them. */
  readonly #metAt = new Map<string, number>();
  /** The two of every transfer that was seen to exist. */
  readonly #sides = new Map<ObservedTransfer, readonly string[]>();

  constructor(world: Court) {
    this.#world = world;
  }

  meets(phone: SimPhone): void {
    this.#memories.set(phone, {
      version: -1,
      seen: new Set(),
      kept: new Set(),
      saved: new Set(),
      owed: new Map(),
      met: new Map(),
      hinderedUntil: 0,
    });
    if (phone.soul.isHonest) this.#honestDevices.set(phone.device, phone);
  }

  lost({ device }: SimPhone): void {
    this.#honestDevices.delete(device);
  }

  /** New entries in a replica. */
  heard(phone: SimPhone, entries: readonly Entry[]): void {
    const { met } = this.#memoryOf(phone);
    for (const entry of entries) {
      const reached = met.get(entry.logId) ?? 0;
      met.set(entry.logId, Math.max(reached, entry.seq + 1));
      const writer = this.#honestDevices.get(entry.log.device);
      if (writer === undefined || writer.soul.member !== entry.log.member) continue;
      this.honest.set(entry.id, entry);
      if (writer !== phone) this.#publish(entry, phone);
      else this.#metAt.set(entry.id, this.#world.schedule.now);
    }
  }

  signed(phone: SimPhone, entry: Entry, begunAt: number): void {
    this.honest.set(entry.id, entry);
    this.#memoryOf(phone).saved.add(entry.id);
    if (!phone.soul.isHonest) return;
    const other = this.#published.get(placeOf(entry)) ?? entry.id;
    if (other === entry.id) return;
    // Put back, and out of reach, it could not know. Had it known, it must not have signed.
    const isHeld = phone.running?.replica.entry(other as Entry['id']) != null;
    // What came while the pen was on the paper could not hold it back any more.
    const knew = isHeld && (this.#metAt.get(other) ?? 0) < begunAt;
    if (!phone.wasRestored || knew) this.#twice(entry, phone);
  }

  erasing(entries: readonly Entry[]): void {
    for (const entry of entries) this.erased.set(entry.id, entry);
  }

  wishing(entries: readonly Entry[]): void {
    for (const { id } of entries) this.wished.add(id);
  }

  attacking(entries: readonly Entry[]): void {
    for (const { id } of entries) this.attacked.add(id);
  }

  /** How far each log has ever come to this phone. */
  metBy(phone: SimPhone): ReadonlyMap<LogId, number> {
    return this.#memoryOf(phone).met;
  }

  /** Who knew less than others has let go of it, until they bring it again. */
  #mayLack(id: string): boolean {
    return this.erased.has(id) || this.attacked.has(id);
  }

  /** An entry left its phone: in a page, or in a message carried by hand. */
  #publish(entry: Entry, phone: SimPhone): void {
    const first = this.#published.get(placeOf(entry)) ?? entry.id;
    const writer = this.#honestDevices.get(entry.log.device);
    if (first !== entry.id && writer?.wasRestored !== true) this.#twice(entry, phone);
    this.#published.set(placeOf(entry), entry.id);
  }

  /** How many entries honest phones carried for others. */
  get witnesses(): number {
    return [...this.honest.values()].filter(({ content }) => content.type === 'witness')
      .length;
  }

  knowsItself({ running, device }: SimPhone): boolean {
    if (running === null) return false;
    return [...this.#published.values()].every((id) => {
      const entry = this.honest.get(id);
      if (entry?.log.device !== device || this.#mayLack(id)) return true;
      return running.replica.entry(entry.id) !== null;
    });
  }

  #twice(entry: Entry, phone: SimPhone): void {
    this.#world.fail(
      `${phone.name}: ${entry.log.kind} place ${entry.seq} of ${this.#honestDevices.get(entry.log.device)?.name ?? 'somebody'} was used twice`,
    );
  }

  /** The app has opened: what was saved must be there. */
  opened(phone: SimPhone): void {
    const { running } = phone;
    if (!phone.soul.isHonest || running === null) return;
    const memory = this.#memoryOf(phone);
    if (running.writer === null) this.behind(phone);
    for (const id of memory.saved) {
      if (this.#mayLack(id)) continue;
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

  behind(phone: SimPhone): void {
    if (phone.soul.isHonest && !phone.wasRestored && !isEnded(phone)) {
      this.#world.fail(`${phone.name}: spent, though its disk never went back`);
    }
  }

  hindered(phone: SimPhone): void {
    this.#memoryOf(phone).hinderedUntil = this.#world.schedule.now + triesAgainWithin;
  }

  crashed(phone: SimPhone): void {
    const memory = this.#memoryOf(phone);
    memory.seen = new Set(memory.kept);
    memory.owed.clear();
  }

  /** A row went bad: what was durable may have to come again from others. */
  rotted(phone: SimPhone): void {
    phone.losses += 1;
    const memory = this.#memoryOf(phone);
    memory.kept = new Set();
    memory.seen = new Set();
  }

  /** The disk is that of an earlier day; what it knew then is asked at the next look. */
  restored(phone: SimPhone): void {
    phone.losses += 1;
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
  async settle(phone: SimPhone): Promise<void> {
    const { running } = phone;
    if (running === null) return;
    this.look(phone);
    const memory = this.#memoryOf(phone);
    const snapshot = new Set(memory.seen);
    const settled = await running.replica.settled();
    if (settled.ok && !running.life.isOver) memory.kept = snapshot;
  }

  look(phone: SimPhone): void {
    const { running } = phone;
    if (running === null || !phone.soul.isHonest) return;
    const { ledger } = running.replica;
    const memory = this.#memoryOf(phone);
    if (memory.owed.size > 0) this.#remind(phone, memory);
    if (memory.version === ledger.version) return;
    memory.version = ledger.version;
    const now = new Set<ObservedTransfer>();
    for (const { proposal, party, proposer, status, mark } of ledger.transfers()) {
      // A marked one is there also where it does not stand, as long as that holds (ledger/L23).
      const isVoid = status === 'void' && mark !== null;
      if (
        status !== 'exists' &&
        !(isVoid && ledger.shouldStand(proposal, party) === false)
      )
        continue;
      const one = lineNameOf(proposal, party);
      now.add(one);
      this.#sides.set(one, [proposer, party]);
    }
    const gone = [...memory.seen].filter((one) => !now.has(one));
    memory.seen = now;
    if (gone.length > 0) this.#miss(phone, memory, gone);
    for (const one of now) memory.owed.delete(one);
    let sum = 0;
    for (const { member: each } of ledger.members()) sum += ledger.balanceOf(each);
    for (const { account } of ledger.accounts()) sum += ledger.balanceOf(account);
    if (sum !== 0) this.#world.fail(`${phone.name}: balances sum to ${sum}, not zero`);
  }

  /** What is not there any more must lie beyond a cut, and be owed a witness (ledger/L10). */
  #miss(
    { name, soul, running }: SimPhone,
    memory: Memory,
    gone: readonly ObservedTransfer[],
  ): void {
    if (running === null) return;
    const owed = new Map<ObservedTransfer, boolean>();
    const mine = new Set<ObservedTransfer>();
    for (const id of running.replica.ledger.unwitnessedOf(soul.member)) {
      const act = running.replica.entry(id);
      for (const one of act ? transfersOf(act, running.replica) : []) mine.add(one);
    }
    for (const id of running.replica.ledger.unwitnessed()) {
      const act = running.replica.entry(id);
      if (act === null) continue;
      for (const one of transfersOf(act, running.replica))
        owed.set(one, isObservedSigned(act) && owed.get(one) !== false);
    }
    for (const one of gone) {
      const canBeCarried = owed.get(one);
      if (canBeCarried === undefined) {
        this.#world.fail(`${name}: a transfer both had signed has vanished: ${one}`);
      } else if (canBeCarried && (this.#isSideOf(one, soul) || mine.has(one))) {
        // Others' hours may flicker until their own side has carried them.
        memory.owed.set(one, this.#world.schedule.now);
      }
    }
  }

  #isSideOf(one: ObservedTransfer, { member }: SimPhone['soul']): boolean {
    return this.#sides.get(one)?.includes(member) === true;
  }

  /** Fails a phone that could have carried its own hours over a cut, and has not. */
  #remind(phone: SimPhone, memory: Memory): void {
    const { now } = this.#world.schedule;
    const { disk, isFrozen, isSpent, running, soul, device } = phone;
    const isCertified = running?.replica.isCertified(soul.member, device) === true;
    if (isSpent || !isCertified) memory.owed.clear();
    const isHindered = disk.isFull || isFrozen || now < memory.hinderedUntil;
    for (const [one, since] of memory.owed) {
      if (isHindered) memory.owed.set(one, now);
      else if (now - since > carriesWithin) {
        this.#world.fail(`${phone.name} lost an hour of its own beyond a cut: ${one}`);
      }
    }
  }

  lookAround(phones: readonly SimPhone[]): void {
    for (const phone of phones) this.look(phone);
  }

  #memoryOf(phone: SimPhone): Memory {
    const memory = this.#memories.get(phone);
    if (memory === undefined) throw new Error(`Bug: nobody met ${phone.name}`);
    return memory;
  }
}
