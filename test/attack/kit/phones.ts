/** Phones as everybody has them: a replica, a writer and duties, on a disk that is memory. */
import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, openWriter, startDuties } from '@manyhands/replica';
import type { Duties, Page, Received, Writer } from '@manyhands/replica';
import { deliver, openOnMemory, runOf } from '@manyhands/testing';
import type {
  TestCommunity,
  LogBuilder,
  OnMemory,
  CastMember,
} from '@manyhands/testing';

/** What is erased leaves the disk in the next turn: nobody waits for a clock. */
const inNextTurn = (_ms: number, call: () => void): (() => void) => {
  const turn = setImmediate(call);
  return () => clearImmediate(turn);
};

export type Reader = OnMemory;

/** A phone that only reads: opened anew, or on the disk of one that was closed. */
export const openReader = (
  community: Pick<TestCommunity, 'id'>,
  disk?: OnMemory['disk'],
): Promise<Reader> => openOnMemory(community.id, disk, { after: inNextTurn });

/** Closes a phone and opens it again from its disk. */
export async function reopened(
  community: TestCommunity,
  phone: Reader,
): Promise<Reader> {
  const settled = await phone.replica.settled();
  assert(settled.ok, 'memory has room');
  await phone.replica.close();
  return openReader(community, phone.disk);
}

/** A phone of somebody who writes: its duties are done when a test says so. */
export interface Phone extends Reader {
  readonly person: CastMember;
  readonly writer: Writer;
  readonly duties: Duties;
  /** Milliseconds of its clock. */
  readonly clock: { now: number; isQuiet: boolean };
}

export interface Holding {
  /** What it has from the start; of a new phone everything, if not said. */
  readonly holds?: readonly LogBuilder[] | undefined;
  /** The disk of a phone that was closed. */
  readonly disk?: OnMemory['disk'] | undefined;
}

export async function openPhone(
  community: TestCommunity,
  person: CastMember,
  { disk, holds = disk ? [] : community.logs() }: Holding = {},
): Promise<Phone> {
  const { member, device, signing } = person;
  const own = { member, device };
  const memory = await openOnMemory(community.id, disk, { own, after: inNextTurn });
  const { replica, store } = memory;
  await takeAll(memory, holds);
  for (const { log, entries } of holds) {
    if (log.device !== device || log.member !== member) continue;
    for (const { seq, prev, stored } of entries)
      await store.journal.append({ kind: log.kind, seq, prev, stored });
  }
  const now = (): MinuteOfTime => 29_000_000 as MinuteOfTime;
  const options = { replica, store, member, device: signing, now, randomBytes };
  const writer = await openWriter(options);
  assert(writer.ok, 'a phone has a writer');
  const clock = { now: 0, isQuiet: true };
  const minute = (): MinuteOfTime => Math.floor(clock.now / 60_000) as MinuteOfTime;
  const duties = startDuties({
    replica,
    writer: writer.value,
    clock: () => clock.now,
    leaving: { notes: store.notes, now: minute },
    isQuiet: () => clock.isQuiet,
    random: () => 0,
  });
  return { ...memory, person, writer: writer.value, duties, clock };
}

/** Writes as an app does: what the phone refuses is a fault of the test. */
export async function write(
  phone: Phone,
  ...args: Parameters<Writer['append']>
): Promise<Entry> {
  const written = await phone.writer.append(...args);
  assert(written.ok, 'a phone writes');
  return written.value;
}

/** A page that brings these alone, without the entries before them. */
export const alone = (...entries: readonly Entry[]): Page => ({
  evidence: entries.map(encodeTravelling),
  runs: [],
});

/** A page that brings these at their places. */
export const placed = (...entries: readonly Entry[]): Page => ({
  evidence: [],
  runs: [runOf(entries)],
});

/** Of one log, and of an attacker who does not mind: everybody may have sent it. */
const somebody = { device: 'dd'.repeat(32) } as unknown as CastMember;

/** Hands a page to a phone as a link to somebody would. */
export const take = (phone: Reader, page: Partial<Page>): Promise<Received> =>
  deliver(phone, page, somebody);

/** Whole logs, in pages as large as may be. */
function pagesOf(logs: readonly LogBuilder[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let runs: Page['runs'][number][] = [];
  let room = pageRoom;
  for (const { entries } of logs) {
    for (let from = 0; from < entries.length;) {
      let to = from;
      for (; to < entries.length && room > 0; to++)
        room -= (entries[to]?.stored.length ?? 0) + 3;
      if (to > from) runs.push(runOf(entries.slice(from, to)));
      room -= 128;
      from = to;
      if (room > 0) continue;
      pages.push(encodePage({ evidence: [], runs }));
      [runs, room] = [[], pageRoom];
    }
  }
  if (runs.length > 0) pages.push(encodePage({ evidence: [], runs }));
  return pages;
}

const pageRoom = 200_000;

export async function takeAll(
  { replica }: Reader,
  logs: readonly LogBuilder[],
): Promise<void> {
  for (const page of pagesOf(logs)) await replica.receive(page, { type: 'message' });
}
