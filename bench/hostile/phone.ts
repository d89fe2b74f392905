import { assert } from '@manyhands/base';
import type { CommunityId, MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { openReplica, openWriter, startDuties } from '@manyhands/replica';
import type { Duties, Replica, Writer } from '@manyhands/replica';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { MemoryDisk } from '@manyhands/storage';
import { createPerson } from '@manyhands/testing';

/** Biel's phone, with what runs on it while somebody looks at the home. */
export interface Phone {
  readonly disk: MemoryDisk;
  /** Takes one page in, as a link hands it over. */
  take(page: Uint8Array): Promise<void>;
  /** Until nothing is due any more. Answers how many entries this phone wrote of itself since it was asked last. */
  rest(): Promise<number>;
  /** Entries that it holds, in their chain or alone. */
  held(): number;
  close(): Promise<void>;
}

export async function openPhone(
  community: CommunityId,
  disk: MemoryDisk = createMemoryDisk(),
): Promise<Phone> {
  const { member, device, signing } = await createPerson('Biel');
  const store = createMemoryStore(disk);
  const own = { member, device };
  const opened = await openReplica({ community, store, own, breathe });
  assert(opened.ok, 'memory opens');
  const replica = opened.value;
  const writer = await openWriter({
    replica,
    store,
    member,
    device: signing,
    randomBytes,
    now: () => 29_000_000 as MinuteOfTime,
  });
  assert(writer.ok, 'the journal is in order');
  const clock = () => performance.now();
  const duties = startDuties({
    replica,
    writer: writer.value,
    clock,
    isQuiet: () => true,
    random: () => 0,
  });
  show(replica);
  return phoneOf(disk, replica, writer.value, duties);
}

function phoneOf(
  disk: MemoryDisk,
  replica: Replica,
  writer: Writer,
  duties: Duties,
): Phone {
  const { member, device } = writer;
  const written = () =>
    replica.head({ community: replica.community, kind: 'ledger', member, device })
      .length;
  let before = written();
  return {
    disk,
    async take(page) {
      const { refused } = await replica.receive(page, { type: 'message' });
      assert(refused === null, `nothing that is refused: ${JSON.stringify(refused)}`);
      show(replica);
    },
    async rest() {
      await duties.now();
      await duties.rest();
      assert((await replica.settled()).ok, 'memory has room');
      show(replica);
      const count = written() - before;
      before += count;
      return count;
    },
    held() {
      const chained = replica.vector().reduce((sum, { length }) => sum + length, 0);
      return chained + [...replica.detached()].length;
    },
    async close() {
      duties.close();
      writer.close();
      await replica.close();
    },
  };
}

/** What a home asks after each change, and what a session tells its neighbours then. */
function show(replica: Replica): void {
  const { ledger, board } = replica;
  for (const { member } of ledger.members()) {
    ledger.balanceOf(member);
    board.profileOf(member);
  }
  const [founder] = ledger.members();
  if (founder) {
    ledger.waitingFor(founder.member);
    ledger.askedBy(founder.member);
    ledger.transfersOf(founder.member);
  }
  replica.digest();
  replica.forks.evidence();
}

/** Lets the page draw, as the app does while a replica opens. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
