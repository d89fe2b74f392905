import { logIdOf } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createPerson,
  deliver,
  entriesOfMiB,
  helped,
  writeMuch,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import * as limits from './limits.ts';
import { encodePage } from './page.ts';
import {
  deliverAlone,
  ana,
  biel,
  storedBytesOf,
  carme,
  dayInMs,
  didac,
  lengthOf,
  push,
  sharerOf,
} from './testing/sharing.ts';
import type { Sharer } from './testing/sharing.ts';
import type { Source } from './types.ts';

const { dailyShare, firstShare, guestDailyShare, guestFirstShare, shareStep } = limits;

/**
 * Ana let in Biel and Carme while the circle was open, and Didac later: he is a guest. Biel's
 * board and Didac's are long.
 */
const community = await TestCommunity.of(ana, [biel, carme, didac], { circle: 3 });
const board = community.boardOf(biel);
await writeMuch(board, 20 * entriesOfMiB);
const guests = community.boardOf(didac);
await writeMuch(guests, 3 * entriesOfMiB);

/** A board leaves a step to the ledger, and both leave one to what comes alone. */
const firstBoard = firstShare - 2 * shareStep;

const waiting = ({ replica }: Sharer): string[] =>
  replica.shares.waiting().map(({ member }) => member);

describe('[R11] of one member so much is taken at first, and then so much a day', () => {
  test('from whomever it comes; nobody is blamed, and what waits is shown', async () => {
    const here = await sharerOf(community);
    const last = await push(here, board, didac);
    expect(last).toMatchObject({ refused: null, added: [] });
    expect(last?.waiting).toEqual([board.entries[0]?.logId]);
    expect(storedBytesOf(here, board)).toBe(firstBoard);
    expect(waiting(here)).toEqual([biel.member]);
    const length = lengthOf(here, board);
    const parcel = encodePage({ evidence: [], runs: [board.run(length, length + 32)] });
    const received = await here.replica.receive(parcel, { type: 'message' });
    expect(received).toMatchObject({ refused: null, added: [] });
    // Others are not told that it is here, and go on as before.
    expect(here.replica.vector().map((head) => head.length)).toEqual([4, length]);
    await deliver(here, { runs: [community.ledgerOf(ana).run()] }, biel);
  });

  test('[dailyShare] each day a little more; [firstShare] never more at once', async () => {
    const here = await sharerOf(community);
    await push(here, board);
    here.clock.time += dayInMs / 2;
    await push(here, board);
    expect(storedBytesOf(here, board)).toBe(firstBoard + dailyShare / 2);
    here.clock.time += 3 * dayInMs;
    await push(here, board);
    expect(storedBytesOf(here, board)).toBe(firstBoard + 3.5 * dailyShare);
    here.clock.time += 300 * dayInMs;
    await push(here, board);
    expect(storedBytesOf(here, board)).toBe(2 * firstBoard + 3.5 * dailyShare);
  });

  test('what was taken little by little is not held against anybody', async () => {
    const here = await sharerOf(community);
    for (let at = 0; at < 4 * entriesOfMiB; at += 32) {
      await deliver(here, { runs: [board.run(at, at + 32)] }, biel);
      here.clock.time += dayInMs / 8;
    }
    await push(here, board);
    expect(storedBytesOf(here, board) - 2 ** 22).toBe(firstBoard);
  });

  test('a clock that is set back gives nothing, and goes on from there', async () => {
    const here = await sharerOf(community);
    await push(here, board);
    here.clock.time -= 100 * dayInMs;
    await push(here, board);
    expect(storedBytesOf(here, board)).toBe(firstBoard);
    here.clock.time += dayInMs;
    await push(here, board);
    expect(storedBytesOf(here, board)).toBe(firstBoard + dailyShare);
  });

  test('all logs of all devices count together, and what comes alone', async () => {
    const village = await TestCommunity.of(ana, [biel, carme]);
    const tablet = await createPerson('Biel', 'tablet');
    await village.ledgerOf(ana).add(await village.enrolContent(tablet));
    const [ledger, other] = [village.ledgerOf(biel), village.boardOf(tablet)];
    await writeMuch(ledger, 5 * entriesOfMiB);
    await writeMuch(other, 5 * entriesOfMiB);
    const here = await sharerOf(village);
    await push(here, ledger);
    await push(here, other);
    expect(storedBytesOf(here, ledger) + storedBytesOf(here, other)).toBe(firstBoard);
    const signed = other.entries.filter(({ seq }) => seq % 8 === 7).slice(-70);
    for (const entry of signed) await deliverAlone(here, [entry]);
    expect([...here.replica.detached()]).toHaveLength((2 * shareStep) / 4_096);
  });

  test('[entryCost] a short entry counts for what keeping it costs', async () => {
    const village = await TestCommunity.of(ana, [biel, carme]);
    const ledger = village.ledgerOf(biel);
    const [asked] = [await village.ledgerOf(carme).add(helped(biel, 5))];
    const yes = confirmed(asked.id);
    const sparse = { signer: null };
    const most = firstShare / limits.entryCost;
    for (let i = 1; i <= most; i++) await ledger.add(yes, i % 32 === 0 ? {} : sparse);
    expect(ledger.entries[0]?.stored.length).toBeLessThan(limits.entryCost);
    const here = await sharerOf(village);
    for (let at = 0; at < most; at += 1_024) {
      await deliver(here, { runs: [ledger.run(at, at + 1_024)] }, biel);
    }
    expect(lengthOf(here, ledger)).toBe(most - shareStep / limits.entryCost);
  });
});

describe('[R11] whose share is another', () => {
  test('[guestFirstShare] [guestDailyShare] of a guest it is an eighth', async () => {
    const here = await sharerOf(community);
    await push(here, guests);
    expect(storedBytesOf(here, guests)).toBe(guestFirstShare - 2 * shareStep);
    here.clock.time += 2 * dayInMs;
    await push(here, guests);
    expect(storedBytesOf(here, guests)).toBe(
      guestFirstShare + 2 * guestDailyShare - 2 * shareStep,
    );
    expect(waiting(here)).toEqual([didac.member]);
  });

  test('a vouch makes a guest one no more, and what was taken counts', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac], {
      voice: 1,
      circle: 3,
    });
    const log = village.boardOf(didac);
    await writeMuch(log, 9 * entriesOfMiB);
    const here = await sharerOf(village);
    await push(here, log);
    expect(storedBytesOf(here, log)).toBeLessThan(guestFirstShare);
    await village.ledgerOf(ana).add({ type: 'member.vouch', member: didac.member });
    await deliver(here, { runs: [village.ledgerOf(ana).run()] }, ana);
    await push(here, log);
    expect(storedBytesOf(here, log)).toBe(firstBoard);
  });

  test('[partnerShares] of a partner four times that, not of who only says so', async () => {
    const village = await TestCommunity.of(ana, [biel, carme, didac], { circle: 3 });
    const [hers, his] = [village.ledgerOf(carme), village.ledgerOf(didac)];
    const asked = await his.add(helped(carme, 30));
    const log = village.boardOf(didac);
    await writeMuch(log, 5 * entriesOfMiB);
    const here = await sharerOf(village);
    await push(here, his);
    await push(here, log);
    expect(storedBytesOf(here, log)).toBeLessThan(guestFirstShare);
    await hers.add(confirmed(asked.id));
    await push(here, hers);
    await push(here, log);
    const all = storedBytesOf(here, log) + storedBytesOf(here, his);
    expect(all).toBeLessThanOrEqual(
      limits.partnerShares * guestFirstShare - 2 * shareStep,
    );
    expect(all).toBeGreaterThan(limits.partnerShares * guestFirstShare - 3 * shareStep);
    here.clock.time += dayInMs / 4;
    await push(here, log);
    const grown = storedBytesOf(here, log) + storedBytesOf(here, his) - all;
    expect(Math.abs(grown - guestDailyShare)).toBeLessThan(4_096);
  });

  test('of this device’s own member there is none: they may be coming back', async () => {
    const village = await TestCommunity.of(ana, [biel, carme]);
    const tablet = await createPerson('Biel', 'tablet');
    await village.ledgerOf(ana).add(await village.enrolContent(tablet));
    const log = village.boardOf(biel);
    await writeMuch(log, 10 * entriesOfMiB);
    const here = await sharerOf(village, tablet);
    await push(here, log);
    expect(lengthOf(here, log)).toBe(log.entries.length);
  });

  const unbounded: Source[] = [{ type: 'own' }, { type: 'archive' }];
  test.each(unbounded)('nor of what comes from %o', async (source) => {
    const here = await sharerOf(community);
    for (let at = 0; at < 10 * entriesOfMiB; at += 32) {
      const page = encodePage({ evidence: [], runs: [board.run(at, at + 32)] });
      await here.replica.receive(page, source);
    }
    expect(lengthOf(here, board)).toBe(10 * entriesOfMiB);
    expect(waiting(here)).toEqual([]);
  });
});

describe('[R11] ledgers first', () => {
  test('whatever a board has taken, a step is left to them, and they grow before it', async () => {
    const village = await TestCommunity.of(ana, [biel, carme]);
    const [ledger, log] = [village.ledgerOf(biel), village.boardOf(biel)];
    await writeMuch(log, 9 * entriesOfMiB);
    await ledger.add(helped(ana, 30));
    const here = await sharerOf(village);
    await push(here, log);
    await push(here, ledger);
    expect(lengthOf(here, ledger)).toBe(1);
    await writeMuch(ledger, entriesOfMiB);
    await push(here, ledger);
    const before = lengthOf(here, log);
    here.clock.time += dayInMs / 8;
    await push(here, log);
    expect(lengthOf(here, log)).toBe(before);
    await push(here, ledger);
    expect(lengthOf(here, ledger)).toBeGreaterThan(33);
  });

  test('they are asked for first, and a board with what they leave', async () => {
    const here = await sharerOf(community);
    const village = community.ledgerOf(biel);
    expect(village.entries).toEqual([]);
    await push(here, board);
    here.clock.time += 2 * dayInMs;
    const heads = [board, village].map(({ log }, i) => ({
      log: logIdOf(log).slice(0, 32),
      head: '00'.repeat(8),
      length: i === 0 ? board.entries.length : 600,
    }));
    const lacks = here.replica.lacks(heads);
    const asks = here.replica.shares.within(lacks);
    expect(asks.map(({ log, max }) => [log === heads[1]?.log, max])).toEqual([
      [true, 600],
      [false, (2 * dailyShare - 600 * limits.entryCost) / 4_096 - 0.5],
    ]);
  });
});
