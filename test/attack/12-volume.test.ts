/** Class 12: how much of one member, of one for whom nobody answers, does a phone take? */
import { afterEach, describe, expect, test } from 'vitest';
import { logIdOf } from '@manyhands/ledger';
import type { SealedContent } from '@manyhands/ledger';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, LogBuilder, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { call, say } from './kit/caller.ts';
import { isLong } from './kit/form.ts';
import { closeMeshed, dial, openMeshed } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { ana, biel, carme, didac } from './kit/stories.ts';
import { pagesWith, puppet } from './kit/worst/mischief.ts';

afterEach(closeMeshed);

const MiB = 2 ** 20;
/** What is asked of one member (findings/H13), and what may come with it: two pages. */
const share = { voice: 8 * MiB, none: MiB };
const slack = MiB / 2;

/** Nearly as long as an entry may be. */
const longText = (n: number): SealedContent => ({
  type: 'sealed',
  thread: n.toString(16).padStart(32, '0') as never,
  epk: 'ee'.repeat(32),
  wraps: [{ hint: 'aa'.repeat(8), wrap: new Uint8Array(48) }],
  ciphertext: new Uint8Array(3_700),
});

async function junk(log: LogBuilder, bytes: number): Promise<void> {
  for (let size = 0, n = 0; size < bytes; n++)
    size += (await log.add(longText(n))).stored.length;
}

/** The bytes of one member that a phone holds, in their chains and alone. */
function heldOf({ replica }: Meshed, { member }: CastMember): number {
  const asks = replica
    .vector()
    .filter(({ log }) => log.member === member)
    .map(({ logId, length }) => ({ log: logId.slice(0, 32), from: 0, max: length }));
  let detached = 0;
  for (const { log, stored } of replica.detached())
    if (log.member === member) detached += stored.length;
  return replica.weigh(asks) + detached;
}

/** Everybody but Didac has written something last. */
async function others(community: TestCommunity): Promise<LogBuilder[]> {
  const logs = [ana, carme].map((each) => community.ledgerOf(each));
  for (const log of logs) await log.add(helped(biel, 30));
  return logs;
}

const lengthOf = ({ replica }: Meshed, { log }: LogBuilder): number =>
  replica.head(log).length;

/** Carme's phone, new, fetches from Biel's, which has all of it. */
async function fetched(community: TestCommunity): Promise<Meshed> {
  const last = await others(community);
  const hers = await openMeshed(community, biel);
  const his = await openMeshed(community, carme, { holds: [community.ledgerOf(biel)] });
  const met = await dial(his, hers);
  await met.calm();
  for (const log of last) expect(lengthOf(his, log)).toBe(log.entries.length);
  met.part();
  return his;
}

/** Ana, for whom the founder answers, has let in Didac and others, for whom nobody does. */
async function withGuests(...guests: readonly CastMember[]): Promise<TestCommunity> {
  const community = await TestCommunity.of(biel, [ana, carme]);
  for (const each of guests)
    await community.ledgerOf(ana).add(await community.admitContent(each));
  return community;
}

describe('[findings/H13] of somebody for whom nobody answers', () => {
  test('a phone fetches its share, and all of the others’', async () => {
    const community = await withGuests(didac);
    await junk(community.boardOf(didac), 3 * MiB);
    const phone = await fetched(community);
    expect(heldOf(phone, didac)).toBeLessThanOrEqual(share.none + slack);
    expect(heldOf(phone, didac)).toBeGreaterThan(0);
  });

  test('also if it is spread over many devices', async () => {
    const community = await withGuests(didac);
    for (let n = 0; n < 24; n++) {
      const device = await puppet(n);
      await community.ledgerOf(didac).add(await community.enrolContent(device));
      await junk(community.boardOf(device), MiB / 8);
    }
    const phone = await fetched(community);
    expect(heldOf(phone, didac)).toBeLessThanOrEqual(share.none + slack);
  });

  test('also if it comes as news that nobody asked for', async () => {
    const community = await withGuests(didac);
    const phone = await openMeshed(community, biel);
    const board = new LogBuilder(community.id, 'board', didac);
    await junk(board, 3 * MiB);
    const { line } = await call(phone, {
      member: didac.member,
      signing: didac.signing,
    });
    for (const page of pagesWith({ community, logs: [board] }, 200_000)) {
      line.say(say.news, page);
      await line.read();
      if (!line.isOpen) break;
    }
    expect(heldOf(phone, didac)).toBeLessThanOrEqual(share.none + slack);
  });

  test('also if it comes without its chain', async () => {
    const community = await withGuests(didac);
    const boards: LogBuilder[] = [];
    for (let n = 0; n < 4; n++) {
      const device = await puppet(n);
      await community.ledgerOf(didac).add(await community.enrolContent(device));
      const board = new LogBuilder(community.id, 'board', device);
      await junk(board, MiB);
      boards.push(board);
    }
    const phone = await openMeshed(community, biel);
    const { line } = await call(phone, {
      member: didac.member,
      signing: didac.signing,
    });
    const alone = boards.flatMap(({ entries }) => entries.slice(1));
    for (const page of pagesWith({ community, alone }, 200_000)) {
      line.say(say.news, page);
      await line.read();
      if (!line.isOpen) break;
    }
    expect(heldOf(phone, didac)).toBeLessThanOrEqual(share.none + slack);
  });

  test.runIf(isLong)('of seventy of them it takes 64 MiB in a day', async () => {
    const puppets: CastMember[] = [];
    for (let n = 0; n < 70; n++)
      puppets.push(await createPerson(`Puppet ${String(n)}`));
    const community = await withGuests(...puppets);
    for (const each of puppets) await junk(community.boardOf(each), MiB);
    const phone = await fetched(community);
    const held = puppets.reduce((sum, each) => sum + heldOf(phone, each), 0);
    expect(held).toBeLessThanOrEqual(64 * MiB + slack);
  });
});

describe('[findings/H13] of somebody with a voice', () => {
  const vouchedFor = async () => {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    await community.ledgerOf(biel).add({ type: 'member.vouch', member: didac.member });
    return community;
  };

  test('a phone fetches more than of somebody without', async () => {
    const community = await vouchedFor();
    await junk(community.boardOf(didac), 2 * MiB);
    const phone = await fetched(community);
    expect(heldOf(phone, didac)).toBeGreaterThanOrEqual(2 * MiB);
  });

  test.runIf(isLong)('and its share at most', async () => {
    const community = await vouchedFor();
    await junk(community.boardOf(didac), 12 * MiB);
    const phone = await fetched(community);
    expect(heldOf(phone, didac)).toBeLessThanOrEqual(share.voice + slack);
  });
});

describe('[findings/H13] what waits is no rule', () => {
  test('what somebody hands over by hand is taken whole', async () => {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    const board = new LogBuilder(community.id, 'board', didac);
    await junk(board, 2 * MiB);
    const phone = await openMeshed(community, biel);
    for (let at = 0; at < board.entries.length; at += 60) {
      const run = board.run(at, at + 60);
      const page = encodePage({ evidence: [], runs: [run] });
      await phone.replica.receive(page, { type: 'message' });
    }
    const head = phone.replica.head(board.log);
    expect(head.length).toBe(board.entries.length);
    expect(logIdOf(board.log)).toHaveLength(64);
  });
});
