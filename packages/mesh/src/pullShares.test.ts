import { expect, test } from 'vitest';
import { logIdOf } from '@manyhands/ledger';
import { guestDailyShare } from '@manyhands/replica';
import type { Received, WireHead } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  deliver,
  entriesOfMiB,
  openOnMemory,
  writeMuch,
} from '@manyhands/testing';
import type { LogBuilder } from '@manyhands/testing';
import { shareAgain } from './limits.ts';
import { Pull } from './pull.ts';
import type { Session } from './session.ts';
import { ManualTimers } from './testing/manualTimers.ts';

const [ana, biel, carme] = await createCast();

type Asks = Parameters<Session['ask']>[0];

/** A neighbour as the pull sees it. */
function neighbour() {
  const asked: Asks[] = [];
  const rests = { count: 0 };
  const link = { isOpen: true, messageBytesReceived: 0 };
  const ask = (asks: Asks) => void asked.push([...asks]);
  const rest = () => void (rests.count += 1);
  return { session: { link, ask, rest } as unknown as Session, asked, rests };
}

/** Of Biel, a guest, as much has been taken as a share has at first. */
async function pulling() {
  const community = await TestCommunity.of(ana, [biel, carme], { circle: 1 });
  const board = community.boardOf(biel);
  await writeMuch(board, 2 * entriesOfMiB);
  const timers = new ManualTimers();
  const clock = () => timers.now();
  const { replica } = await openOnMemory(community.id, undefined, { clock });
  const runs = [community.ledgerOf(ana).run()];
  await deliver({ replica }, { runs }, ana);
  const push = async (): Promise<Received> => {
    const { length } = replica.head(board.log);
    return deliver({ replica }, { runs: [board.run(length, length + 32)] }, biel);
  };
  let last = await push();
  while (last.added.length > 0) last = await push();
  const quiet = () => undefined;
  const pull = new Pull({ replica, timers, onprogress: quiet, onlevel: quiet });
  return { community, board, replica, timers, pull, push, last };
}

const head = ({ log, entries }: Pick<LogBuilder, 'log' | 'entries'>): WireHead => ({
  log: logIdOf(log).slice(0, 32),
  length: entries.length,
  head: '00'.repeat(8),
});

test('[replica/R11] what waits is not asked for, and who has it is told to rest', async () => {
  const { board, pull } = await pulling();
  const one = neighbour();
  pull.offered(one.session, [head(board)]);
  pull.offered(one.session, [head(board)]);
  pull.retry();
  expect(one.asked).toEqual([]);
  expect(one.rests.count).toBeGreaterThan(0);
  expect(pull.progress).toBeNull();
  pull.close();
});

test('[shareAgain] it is asked for once the share has grown by a step, and not before', async () => {
  const { board, pull, timers, push } = await pulling();
  const one = neighbour();
  pull.offered(one.session, [head(board)]);
  const steps = 131_072 / guestDailyShare;
  for (let hour = 1; hour < 24 * steps; hour++) {
    timers.pass(shareAgain);
    expect(one.asked).toEqual([]);
  }
  timers.pass(shareAgain - 1);
  expect(one.asked).toEqual([]);
  timers.pass(1);
  expect(one.asked).toEqual([[{ ...ask(board, 192), max: 32 }]]);
  pull.answered(one.session, await push(), true);
  expect(one.asked).toHaveLength(1);
  timers.pass(48 * shareAgain);
  expect(one.asked.slice(1)).toEqual([[{ ...ask(board, 224), max: 32 }]]);
  pull.close();
});

const ask = (log: LogBuilder, from: number) => ({ log: head(log).log, from });

test('[replica/R11] whoever gave what is left here has not failed', async () => {
  const { board, pull, last } = await pulling();
  const [one, other] = [neighbour(), neighbour()];
  const hers = { log: { ...board.log, member: carme.member, device: carme.device } };
  const more = head({ ...hers, entries: board.entries });
  pull.offered(one.session, [more]);
  pull.offered(other.session, [{ ...more, length: 3 }]);
  expect([one.asked.length, other.asked.length]).toEqual([1, 0]);
  expect(last).toMatchObject({ added: [], waiting: [logIdOf(board.log)] });
  pull.answered(one.session, last, true);
  // It is the other's turn. Once that has brought something, who promises most comes first:
  // whoever has failed would come last.
  expect([one.asked.length, other.asked.length]).toEqual([1, 1]);
  const added = [board.entries[0]].flatMap((entry) => entry ?? []);
  pull.answered(other.session, { ...last, waiting: [], added }, true);
  expect([one.asked.length, other.asked.length]).toEqual([2, 1]);
  pull.close();
});

test('[replica/R11] once a page is left less is asked for, a few times', async () => {
  const { board, pull, last } = await pulling();
  const one = neighbour();
  const hers = { log: { ...board.log, member: carme.member, device: carme.device } };
  pull.offered(one.session, [head(board), head({ ...hers, entries: board.entries })]);
  expect(one.asked).toHaveLength(1);
  for (let n = 0; n < 100; n++) pull.answered(one.session, last, false);
  expect(one.asked).toHaveLength(17);
  pull.close();
});
