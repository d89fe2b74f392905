/**
 * A member for whom this phone writes, as a place of their own: whatever a part does at it, it
 * does in their name, in their log on this device (ledger/L14). All that is not theirs (disk,
 * links, clock) is the owner's.
 */
import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { bodyHashAt, readEntry } from '@manyhands/ledger';
import type { Entry, KnownContent, LogKind } from '@manyhands/ledger';
import { openWriter, tombstoneLength } from '@manyhands/replica';
import type {
  AppendRefused,
  Journal,
  Notes,
  Replica,
  Writer,
  WriterRefused,
} from '@manyhands/replica';
import { behalfAddress, oneEach, writesFor } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

export type BehalfRefused =
  | WriterRefused
  /** This phone does not write for them, or not any more. */
  | { readonly type: 'NotTheirAgent' };

type Opening = Promise<Result<Place, BehalfRefused>>;

const openedAt = oneEach((_: Place) => new Map<MemberId, Opening>());

/** The place of `member`, whose agent this phone is; the same one as long as it opens. */
export function behalfOf(place: Place, member: MemberId): Opening {
  return writesFor(place).includes(member)
    ? begin(place, member)
    : Promise.resolve(err({ type: 'NotTheirAgent' }));
}

/** The same of somebody who is not let in yet: what is written waits in the journal. */
export function begin(place: Place, member: MemberId): Opening {
  const opened = openedAt(place);
  const known = opened.get(member);
  if (known) return known;
  const opening = open(place, member).then((result) => {
    if (!result.ok) opened.delete(member);
    return result;
  });
  opened.set(member, opening);
  return opening;
}

/** The same of whom a route names (`addressOf`). */
export function behalfAt(place: Place, address: string): Opening {
  const { device } = place.membership;
  const member = writesFor(place).find(
    (each) => behalfAddress(device, each) === address,
  );
  return member === undefined
    ? Promise.resolve(err({ type: 'NotTheirAgent' }))
    : behalfOf(place, member);
}

async function open(place: Place, member: MemberId): Opening {
  // One disk holds both journals: where the owner's is lost, this one is (replica/R5).
  if (place.writer.spent) return err({ type: 'JournalBehind' });
  const { replica } = place;
  const journal = place.journalFor(member);
  const writer = await openWriter({
    replica,
    member,
    device: place.device,
    store: { journal },
    now: () => place.now(),
    randomBytes: (length) => place.randomBytes(length),
  });
  if (!writer.ok) return writer;
  const theirs = new AgentWriter(place, writer.value, journal);
  const purged = await theirs.purge();
  return purged.ok ? ok(placeOf(place, member, theirs)) : purged;
}

const viewsAt = oneEach((_: Place) => new Map<MemberId, Place>());

/** What waits for them, to be counted and shown: nothing is written there. */
export function viewOf(place: Place, member: MemberId): Place {
  const views = viewsAt(place);
  const view = views.get(member) ?? placeOf(place, member, noHand(place, member));
  views.set(member, view);
  return view;
}

function noHand({ membership: { device } }: Place, member: MemberId): Writer {
  const refuse = () => Promise.resolve(err({ type: 'Closed' } as const));
  const none = () => Promise.resolve(ok(0));
  const reread = () => Promise.resolve(ok(undefined));
  return {
    member,
    device,
    append: refuse,
    erase: refuse,
    redeliver: none,
    reread,
    spent: false,
    close: () => undefined,
  };
}

/** The owner's place, but for what is this member's own. */
function placeOf(place: Place, member: MemberId, writer: Writer): Place {
  const theirs: Partial<Place> = {
    membership: { ...place.membership, member, isBehalf: true },
    writer,
    notes: notesUnder(place.notes, `behalf/${member}/`),
    // Their page has the key: this phone never keeps it.
    identity: () => Promise.resolve(null),
    wipeIdentity: () => Promise.resolve(ok(undefined)),
    comingBack: () => null,
    digits: () => null,
    trouble: () => place.trouble() ?? (writer.spent ? 'JournalBehind' : null),
    // It is open for as long as the owner's is, and is not forgotten from here.
    close: () => Promise.resolve(),
    erase: () => Promise.resolve(),
  };
  return new Proxy(place, {
    get(owner, name) {
      if (Object.hasOwn(theirs, name)) return Reflect.get(theirs, name) as unknown;
      const value: unknown = Reflect.get(owner, name, owner);
      return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
    },
  });
}

/** Notes of their own on the same disk: what is a draft of theirs is none of the owner's. */
const notesUnder = (notes: Notes, prefix: string): Notes => ({
  get: (name) => notes.get(prefix + name),
  put: (name, bytes) => notes.put(prefix + name, bytes),
  delete: (name) => notes.delete(prefix + name),
  names: async (start) => {
    const names = await notes.names(prefix + start);
    return names.ok ? ok(names.value.map((name) => name.slice(prefix.length))) : names;
  },
});

/**
 * The hand that writes for them. It is put down with the owner's, and what is erased leaves
 * its journal, which the replica does not know.
 */
class AgentWriter implements Writer {
  readonly member: MemberId;
  readonly device: Writer['device'];
  readonly #place: Place;
  readonly #writer: Writer;
  readonly #journal: Journal;
  readonly #replica: Replica;

  constructor(place: Place, writer: Writer, journal: Journal) {
    this.#place = place;
    this.#writer = writer;
    this.#journal = journal;
    this.#replica = place.replica;
    this.member = writer.member;
    this.device = writer.device;
    // Erased by whomever: another agent, or themself on a phone of their own.
    this.#replica.subscribe(({ gone }) => {
      if (gone.some((entry) => this.#isOurs(entry))) void this.purge();
    });
  }

  get spent(): boolean {
    return this.#writer.spent;
  }

  /** Another window may have the pen of both (replica/R6). */
  get #isPutDown(): boolean {
    return this.#place.trouble() === 'LockLost';
  }

  async append(
    kind: LogKind,
    content: KnownContent,
  ): Promise<Result<Entry, AppendRefused>> {
    if (this.#isPutDown) return err({ type: 'Closed' });
    return this.#writer.append(kind, content);
  }

  async erase(entries: readonly Entry[]): Promise<Result<void, AppendRefused>> {
    if (this.#isPutDown) return err({ type: 'Closed' });
    const erased = await this.#writer.erase(entries);
    return erased.ok ? this.purge() : erased;
  }

  /** Takes from the journal what stands on no board any more. */
  async purge(): Promise<Result<void, WriterRefused>> {
    const rows = await this.#journal.read();
    if (!rows.ok) return rows;
    const log = {
      community: this.#replica.community,
      kind: 'board',
      ...this.#pair,
    } as const;
    const { length } = this.#replica.head(log);
    const erased = rows.value.flatMap(({ kind, seq, prev, stored }) => {
      if (kind !== 'board' || seq >= length || stored.length === tombstoneLength)
        return [];
      const entry = readEntry(log, seq, prev, stored);
      if (!entry.ok || this.#replica.entry(entry.value.id) !== null) return [];
      return [{ seq, bodyHash: fromHex(bodyHashAt(entry.value)) }];
    });
    return erased.length === 0 ? ok(undefined) : this.#journal.erase(erased);
  }

  redeliver(): ReturnType<Writer['redeliver']> {
    return this.#writer.redeliver();
  }

  reread(): ReturnType<Writer['reread']> {
    return this.#writer.reread();
  }

  close(): void {
    this.#writer.close();
  }

  get #pair(): Pick<Writer, 'member' | 'device'> {
    return { member: this.member, device: this.device };
  }

  #isOurs({ log }: Entry): boolean {
    return log.member === this.member && log.device === this.device;
  }
}
