/**
 * What it costs a phone to hear something, compared with ordinary entries of the same size:
 * never in milliseconds, which are another machine's.
 */
import { assert } from '@manyhands/base';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { openPhone, openReader } from './phones.ts';
import type { Reader } from './phones.ts';
import { biel } from './stories.ts';
import { boardsOf, hoursOf } from './sums.ts';

/** Bytes that somebody sends, and who was there before. */
export interface Load {
  readonly community: TestCommunity;
  readonly pages: readonly Uint8Array[];
}

/** Time of this process's processors, in any thread: others at work do not count. */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What a phone does after each change, and what somebody may look at then. */
function look({ replica }: Reader, people: readonly CastMember[]): void {
  const phone = { replica } as Reader;
  hoursOf(phone, people);
  boardsOf(phone, people);
  const accounts = replica.ledger.accounts();
  for (const { account } of accounts.slice(0, 4)) replica.board.accountCard(account);
  replica.ledger.motions();
  replica.ledger.removals();
  for (const { member } of people) replica.ledger.standingOf(member);
  replica.ledger.cuts();
  replica.ledger.unwitnessed();
  replica.forks.toRepeat();
  replica.forks.evidence();
  replica.wireVector();
  for (const each of people) replica.evidenceFor(each);
}

export interface Cost {
  readonly receiving: number;
  readonly opening: number;
}

/**
 * What these cost Biel's phone, which has heard all the rest and does its duties: when they
 * come, and when it opens.
 */
export async function costOf(load: Load, people: readonly CastMember[]): Promise<Cost> {
  const phone = await openPhone(load.community, biel);
  const receiving = await processorTime(async () => {
    for (const page of load.pages) {
      const { refused } = await phone.replica.receive(page, { type: 'message' });
      assert(refused === null, `a page is taken, not refused: ${refused?.type ?? ''}`);
    }
    await phone.duties.now();
    look(phone, people);
  });
  phone.duties.close();
  phone.writer.close();
  await phone.replica.settled();
  await phone.replica.close();
  const opening = await processorTime(async () => {
    const again = await openReader(load.community, phone.disk);
    look(again, people);
  });
  return { receiving, opening };
}
