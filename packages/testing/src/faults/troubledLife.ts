import { assert } from '@manyhands/base';
import type { EntryId, MinuteOfTime } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, KnownContent, LogKind } from '@manyhands/ledger';
import { encodePage, openReplica, openWriter } from '@manyhands/replica';
import type { Page, Received, Replica, Store, Writer } from '@manyhands/replica';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import { TestCommunity, helped, profileOf } from '../community.ts';
import { createCast, createPerson } from '../people.ts';
import { createFaultyStore } from './faultyStore.ts';
import type { Mishap } from './faultyStore.ts';

const [ana, biel] = await createCast();
const tablet = { ...(await createPerson('Ana', 'tablet')), identity: ana.identity };
const own = { member: ana.member, device: ana.device };

/** What somebody saw who watched a phone live through one mishap. */
export interface Account {
  /** Faults that somebody was told of, by an answer or by the replica. */
  readonly told: string[];
  /** Places of Ana's logs that were seen with two contents: there must be none. */
  readonly usedTwice: string[];
  /** Own entries answered as written, and others' entries answered as settled. */
  readonly durable: EntryId[];
  /** Bytes are on the disk of which somebody was told that they are erased. */
  readonly keepsErased: boolean;
  /** The phone as it is opened at last, on a disk that does what it is told. */
  readonly after: {
    readonly replica: Replica;
    readonly canWrite: boolean;
    /** Shows it everything of Biel's once more, as a neighbour would. */
    readonly refetch: () => Promise<Received>;
  };
}

/**
 * Ana founds, lets Biel in, enrols a second device, writes, receives, settles, closes,
 * opens again and writes on, on a disk in which one operation goes wrong. What was
 * refused she tries again, with other minutes, so that a place used twice would show.
 */
export async function liveThrough(mishap: Mishap | null): Promise<Account> {
  const life = new TroubledLife(await TestCommunity.of(ana), mishap);
  await life.live();
  return life.endWell();
}

interface Phone {
  readonly store: Store;
  readonly replica: Replica;
  /** Null when an entry exists that the journal lacks: this device must not write. */
  readonly writer: Writer | null;
}

class TroubledLife {
  readonly #told: string[] = [];
  readonly #usedTwice: string[] = [];
  readonly #durable: EntryId[] = [];
  readonly #seen = new Map<string, EntryId>();
  readonly #community: TestCommunity;
  readonly #mishap: Mishap | null;
  #disk = createMemoryDisk();
  #phone: Phone | null = null;
  /** Others' entries that were received and not settled yet. */
  #unsettled: EntryId[] = [];
  #tries = 0;
  #regretted: Entry | null = null;
  /** Somebody was told that it is gone. */
  #isErased = false;

  constructor(community: TestCommunity, mishap: Mishap | null) {
    this.#community = community;
    this.#mishap = mishap;
  }

  async live(): Promise<void> {
    const community = this.#community;
    const log = community.ledgerOf(biel);
    for (const minutes of [30, 45, 60, 75, 90]) await log.add(helped(ana, minutes));
    await community.boardOf(biel).add(profileOf(biel));
    const [, , third] = log.entries;
    assert(third, 'Biel wrote five entries');
    const pages: Record<string, Partial<Page>> = {
      first: { runs: [log.run(0, 1)] },
      // By a message link, ahead of its chain; then the chain.
      alone: { evidence: [encodeTravelling(third)] },
      rest: { runs: [log.run(0, 4), community.boardOf(biel).run()] },
      // Nothing writes the whole document after it.
      late: { runs: [log.run(4)] },
    };
    const admit = await community.admitContent(biel);
    const enrol = await community.enrolContent(tablet);

    const found = await community.foundContent();
    await this.#write('ledger', () => found);
    await this.#write('ledger', () => admit);
    await this.#write('ledger', () => enrol);
    await this.#write('board', (n) => profileOf(ana, n));
    await this.#write('ledger', (n) => helped(biel, n));
    await this.#receive(pages['first']);
    await this.#receive(pages['alone']);
    await this.#settle();
    await this.#close();
    await this.#write('ledger', (n) => helped(biel, n));
    await this.#receive(pages['rest']);
    await this.#write('board', (n) => profileOf(ana, n));
    await this.#erase();
    await this.#receive(pages['late']);
    await this.#settle();
    await this.#close();
  }

  /** Opened for the last time, and written in once more, with nothing left to go wrong. */
  async endWell(): Promise<Account> {
    this.#phone = await this.#tryToOpen(createMemoryStore(this.#disk));
    assert(this.#phone, 'a disk that is well opens');
    const { replica, writer } = this.#phone;
    const last = await writer?.append('ledger', helped(biel, 15));
    if (last?.ok) this.#durable.push(last.value.id);
    const ofBiel = [this.#community.ledgerOf(biel), this.#community.boardOf(biel)];
    const runs = ofBiel.map((log) => log.run());
    const page = encodePage({ evidence: [], runs });
    const after = {
      replica,
      canWrite: last?.ok === true,
      refetch: () => replica.receive(page, { type: 'device', device: biel.device }),
    };
    await replica.settled();
    const regretted = this.#regretted;
    const keepsErased =
      this.#isErased && regretted !== null && this.#keeps(regretted.stored);
    const durable = this.#durable.filter((id) => id !== regretted?.id);
    const [told, usedTwice] = [this.#told, this.#usedTwice];
    return { told, usedTwice, durable, keepsErased, after };
  }

  /** Whether these bytes are anywhere on the disk. */
  #keeps(bytes: Uint8Array): boolean {
    const { updates, journal, notes } = this.#disk;
    const rows = [...journal.values()].map(({ stored }) => stored);
    return [...updates, ...rows, ...notes.values()].some((row) =>
      toHex(row).includes(toHex(bytes)),
    );
  }

  #write(kind: LogKind, content: (nth: number) => KnownContent): Promise<void> {
    return this.#until(async ({ writer }) => {
      if (writer === null) return true;
      this.#tries += 1;
      const written = await writer.append(kind, content(this.#tries));
      if (written.ok) this.#durable.push(written.value.id);
      else this.#told.push(written.error.type);
      return written.ok || written.error.type === 'JournalBehind';
    });
  }

  /** Ana takes her first profile back; she was told so when its bytes are gone. */
  #erase(): Promise<void> {
    return this.#until(async ({ replica, writer }) => {
      if (writer === null) return true;
      const ofAna = replica.board.entriesOf(ana.member);
      this.#regretted ??=
        ofAna.find(({ content }) => content.type === 'profile') ?? null;
      if (this.#regretted === null) return true;
      const erased = await writer.erase([this.#regretted]);
      this.#isErased = erased.ok;
      if (!erased.ok) this.#told.push(erased.error.type);
      return erased.ok || erased.error.type === 'JournalBehind';
    });
  }

  #receive(page: Partial<Page> = {}): Promise<void> {
    return this.#until(async ({ replica }) => {
      const bytes = encodePage({ evidence: [], runs: [], ...page });
      const { added, detached } = await replica.receive(bytes, {
        type: 'device',
        device: biel.device,
      });
      this.#unsettled.push(...[...added, ...detached].map(({ id }) => id));
      return true;
    });
  }

  #settle(): Promise<void> {
    return this.#until(async ({ replica }) => {
      const settled = await replica.settled();
      if (settled.ok) this.#durable.push(...this.#unsettled.splice(0));
      else this.#told.push(settled.error.type);
      return settled.ok;
    });
  }

  #close(): Promise<void> {
    return this.#until(async ({ replica, writer }) => {
      writer?.close();
      await replica.close();
      this.#phone = null;
      return true;
    });
  }

  /** Does it on an open phone, again and again, through refusals and crashes. */
  async #until(act: (phone: Phone) => Promise<boolean>): Promise<void> {
    const most = 4;
    for (let attempt = 0; attempt < most; attempt++) {
      const done = await this.#orCrash(async () => {
        this.#phone ??= await this.#tryToOpen(this.#store());
        return this.#phone !== null && act(this.#phone);
      });
      if (done) return;
    }
    throw new Error(`one mishap and ${most} refusals`);
  }

  async #orCrash(act: () => Promise<boolean>): Promise<boolean> {
    if (this.#mishap === null || this.#mishap.isOver) return act();
    const left = await Promise.race([act(), this.#mishap.crashed]);
    if (typeof left === 'boolean') return left;
    this.#disk = left;
    this.#phone = null;
    this.#unsettled = [];
    return false;
  }

  #store(): Store {
    return this.#mishap && !this.#mishap.isOver
      ? createFaultyStore(this.#disk, this.#mishap)
      : createMemoryStore(this.#disk);
  }

  async #tryToOpen(store: Store): Promise<Phone | null> {
    const { id: community } = this.#community;
    const opened = await openReplica({ community, store, own, build: 'this' });
    if (!opened.ok) return this.#hear(opened.error.type);
    const replica = opened.value;
    for (const { type } of replica.faults()) this.#hear(type);
    replica.onfault(({ type }) => this.#hear(type));
    replica.subscribe(({ added }) => added.forEach((entry) => this.#see(entry)));
    const writer = await openWriter({
      replica,
      member: ana.member,
      device: ana.signing,
      store,
      now: () => 28_000_000 as MinuteOfTime,
      randomBytes: (length) => new Uint8Array(length).fill(this.#tries),
    });
    if (writer.ok) return { store, replica, writer: writer.value };
    this.#hear(writer.error.type);
    if (writer.error.type === 'JournalBehind') return { store, replica, writer: null };
    await replica.close();
    return null;
  }

  #hear(fault: string): null {
    this.#told.push(fault);
    return null;
  }

  /** What the replica shows, others may have by now. */
  #see({ log, seq, id }: Entry): void {
    if (log.device !== ana.device) return;
    const place = `${log.kind}/${seq}`;
    const before = this.#seen.get(place) ?? id;
    if (before !== id) this.#usedTwice.push(place);
    this.#seen.set(place, before);
  }
}
