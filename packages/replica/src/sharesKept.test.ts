import { assert } from '@manyhands/base';
import { TestCommunity, deliver, entriesOfMiB, writeMuch } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { dailyShare, firstShare, guestFirstShare, shareStep } from './limits.ts';
import {
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

const community = await TestCommunity.of(ana, [biel, carme, didac], { circle: 3 });
const board = community.boardOf(biel);
await writeMuch(board, 20 * entriesOfMiB);
const guests = community.boardOf(didac);
await writeMuch(guests, 2 * entriesOfMiB);

const firstBoard = firstShare - 2 * shareStep;

/** The app was closed in order, and is opened again. */
async function reopen(here: Sharer): Promise<Sharer> {
  await here.replica.close();
  return sharerOf(community, carme, here);
}

test('[R11] what was taken counts after the app was closed, and time goes on meanwhile', async () => {
  let here = await sharerOf(community);
  await push(here, board);
  await push(here, guests);
  here = await reopen(here);
  await push(here, board);
  await push(here, guests);
  expect(storedBytesOf(here, board)).toBe(firstBoard);
  expect(storedBytesOf(here, guests)).toBe(guestFirstShare - 2 * shareStep);
  await here.replica.close();
  here.clock.time += 2 * dayInMs;
  here = await sharerOf(community, carme, here);
  await push(here, board);
  expect(storedBytesOf(here, board)).toBe(firstBoard + 2 * dailyShare);
});

test('[R11] a clock that was set back while the app was closed gives nothing', async () => {
  let here = await sharerOf(community);
  await push(here, board);
  await here.replica.close();
  here.clock.time -= 500 * dayInMs;
  here = await sharerOf(community, carme, here);
  await push(here, board);
  expect(storedBytesOf(here, board)).toBe(firstBoard);
  here.clock.time += dayInMs;
  await push(here, board);
  expect(storedBytesOf(here, board)).toBe(firstBoard + dailyShare);
});

test('[R11] killed again and again it takes a MiB more each time, and no more', async () => {
  let here = await sharerOf(community);
  await push(here, board);
  for (let n = 0; n < 3; n++) {
    // As when a tab is killed: nothing is closed in order.
    await here.replica.settled();
    here = await sharerOf(community, carme, here);
    await push(here, board);
  }
  expect(storedBytesOf(here, board)).toBeLessThan(firstBoard + 3 * 2 ** 20);
});

test('[R11] what the disk has is never bounded, and is not taken for new', async () => {
  let here = await sharerOf(community);
  await push(here, board);
  const length = lengthOf(here, board);
  await here.replica.close();
  expect(here.disk.notes.delete('shares')).toBe(true);
  here = await sharerOf(community, carme, here);
  expect(lengthOf(here, board)).toBe(length);
  expect(here.replica.faults()).toEqual([]);
  await push(here, board);
  expect(storedBytesOf(here, board)).toBe(2 * firstBoard);
});

test('[R11] the note is written seldom, and a broken one is as good as none', async () => {
  const here = await sharerOf(community);
  const note = () => here.disk.notes.get('shares');
  for (let at = 0; at < 192; at += 32) {
    await deliver(here, { runs: [board.run(at, at + 32)] }, ana);
    await here.replica.settled();
  }
  expect(note()).toBeUndefined();
  await push(here, board);
  const written = note();
  assert(written, 'after a MiB it is there');
  await here.replica.close();
  here.disk.notes.set('shares', written.slice(1));
  const again = await sharerOf(community, carme, here);
  await push(again, board);
  expect(lengthOf(again, board)).toBeGreaterThan(lengthOf(here, board));
});
