import { describe, expect, test, vi } from 'vitest';
import type { Received, WireHead } from '@manyhands/replica';
import { TestCommunity, createCast, openOnMemory } from '@manyhands/testing';
import { entryGuess, smallPull, turnLimit } from './limits.ts';
import { Pull } from './pull.ts';
import type { PullMode } from './pull.ts';
import type { Session } from './session.ts';
import { ManualTimers } from './testing/manualTimers.ts';

const [ana, biel] = await createCast();

/** A neighbour as the pull sees it: it notes what it is asked for. */
function neighbour() {
  const asked: { log: string; from: number; max: number }[][] = [];
  const link = { isOpen: true, messageBytesReceived: 0 };
  const ask = (asks: (typeof asked)[number]) => asked.push([...asks]);
  return { session: { link, ask } as unknown as Session, link, asked };
}

async function pulling(mode: PullMode = 'free') {
  const community = await TestCommunity.of(ana, [biel]);
  const { replica } = await openOnMemory(community.id);
  const timers = new ManualTimers();
  const quiet = () => undefined;
  const pull = new Pull({ replica, timers, mode, onprogress: quiet, onlevel: quiet });
  return { pull, timers, replica };
}

const head = (letter: string, length: number): WireHead => ({
  log: letter.repeat(32),
  length,
  head: '00'.repeat(8),
});

/** A page that brought so many entries; of what kind is not looked at. */
const bringing = (entries: number): Received => ({
  added: Array.from({ length: entries }) as unknown as Received['added'],
  detached: [],
  mended: [],
  questions: [],
  strangers: [],
  waiting: [],
  refused: null,
});

describe('[replica/A15] the pull is fair', () => {
  test('to authors: those with little come first, and of the loud only a part', async () => {
    const { pull } = await pulling();
    const one = neighbour();
    pull.offered(one.session, [
      head('a', 2 ** 20),
      head('b', 900),
      head('c', 3),
      head('d', turnLimit + 1),
      head('e', 40),
    ]);
    expect(one.asked).toEqual([
      [
        { log: 'c'.repeat(32), from: 0, max: 3 },
        { log: 'e'.repeat(32), from: 0, max: 40 },
        { log: 'b'.repeat(32), from: 0, max: 900 },
        { log: 'a'.repeat(32), from: 0, max: turnLimit },
        { log: 'd'.repeat(32), from: 0, max: turnLimit },
      ],
    ]);
  });

  test('to neighbours: who promised much and gave nothing is asked after the others', async () => {
    const { pull, timers } = await pulling();
    const [liar, honest] = [neighbour(), neighbour()];
    pull.offered(liar.session, [head('a', 2 ** 20)]);
    pull.offered(honest.session, [head('b', 5)]);
    expect([liar.asked.length, honest.asked.length]).toEqual([1, 0]);
    timers.pass(8_000);
    expect([liar.asked.length, honest.asked.length]).toEqual([1, 1]);
    // Says again what it holds, and still waits for the others.
    pull.offered(liar.session, [head('a', 2 ** 20)]);
    pull.answered(honest.session, bringing(5), false);
    pull.offered(honest.session, [head('b', 5), head('c', 7)]);
    pull.answered(honest.session, bringing(0), true);
    expect(honest.asked).toHaveLength(2);
    expect(liar.asked).toHaveLength(1);
  });

  test('to neighbours: who trickles bytes that bring no entry is passed over in a minute', async () => {
    const { pull, timers } = await pulling();
    const [liar, honest] = [neighbour(), neighbour()];
    pull.offered(liar.session, [head('a', 2 ** 20)]);
    pull.offered(honest.session, [head('b', 5)]);
    const trickle = (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        liar.link.messageBytesReceived += 10;
        timers.pass(1_000);
      }
    };
    trickle(54);
    expect(honest.asked).toHaveLength(0);
    trickle(16);
    expect(honest.asked).toHaveLength(1);
  });

  test('but one that is slow and brings something is not disturbed', async () => {
    const { pull, timers } = await pulling();
    const [slow, other] = [neighbour(), neighbour()];
    pull.offered(slow.session, [head('a', 2 ** 20)]);
    pull.offered(other.session, [head('b', 5)]);
    for (let second = 1; second <= 600; second++) {
      slow.link.messageBytesReceived += 10_000;
      if (second % 21 === 0) pull.answered(slow.session, bringing(900), false);
      timers.pass(1_000);
    }
    expect(other.asked).toHaveLength(0);
  });
});

describe('[M4] on a line that costs', () => {
  const large = Math.floor(smallPull / entryGuess) + 1;

  test('a small pull is made, a large one waits, and is told', async () => {
    for (const mode of ['asking', 'later'] as const) {
      const { pull } = await pulling(mode);
      const one = neighbour();
      pull.offered(one.session, [head('a', large - 1)]);
      expect([one.asked.length, pull.heldBack]).toEqual([1, null]);
    }
    const { pull } = await pulling('later');
    const one = neighbour();
    pull.offered(one.session, [head('a', large)]);
    expect(one.asked).toEqual([]);
    expect(pull.heldBack).toEqual({ entries: large, bytes: large * entryGuess });
    expect(pull.progress).toBeNull();
  });

  test('before anybody was asked the first page is taken, and no more of it', async () => {
    const { pull } = await pulling('asking');
    const one = neighbour();
    pull.offered(one.session, [head('a', large)]);
    expect(one.asked).toHaveLength(1);
    pull.weighed(one.session, large * 500);
    pull.answered(one.session, bringing(500), false);
    expect(one.asked.slice(1)).toEqual([[]]);
    expect(pull.progress).toBeNull();
    // Whoever has it knows better how much it is.
    expect(pull.heldBack).toEqual({ entries: large, bytes: large * 500 });
    pull.offered(one.session, [head('a', large)]);
    expect(one.asked).toHaveLength(2);

    // Not with every link anew: the others are gone for a moment, and come back.
    pull.gone(one.session);
    expect(pull.heldBack).toBeNull();
    const again = neighbour();
    pull.offered(again.session, [head('a', large)]);
    expect(again.asked).toEqual([]);
    expect(pull.heldBack).not.toBeNull();
  });

  test('what was guessed to be small is left as soon as it is said to be large', async () => {
    const { pull } = await pulling('asking');
    const one = neighbour();
    pull.offered(one.session, [head('a', 2_000)]);
    expect(pull.heldBack).toBeNull();
    pull.weighed(one.session, 2_000_000);
    pull.answered(one.session, bringing(260), false);
    expect(one.asked.slice(1)).toEqual([[]]);
    expect(pull.heldBack).toEqual({ entries: 2_000, bytes: 2_000_000 });
  });

  test('a word of somebody begins it, and ends it again', async () => {
    const { pull } = await pulling('later');
    const one = neighbour();
    pull.offered(one.session, [head('a', large)]);
    pull.setMode('free');
    expect(one.asked).toHaveLength(1);
    expect(pull.heldBack).toBeNull();
    one.link.messageBytesReceived += 250_000;
    pull.answered(one.session, bringing(500), false);
    expect(pull.progress).toMatchObject({ bytes: 250_000 });
    pull.setMode('later');
    expect(one.asked.slice(1)).toEqual([[]]);
    expect(pull.progress).toBeNull();
    expect(pull.heldBack).not.toBeNull();
    // A page that was under way still comes, and begins nothing.
    pull.answered(one.session, bringing(500), false);
    expect(one.asked).toHaveLength(2);
    pull.setMode('free');
    expect(one.asked).toHaveLength(3);
  });

  test('is told how much has come of how much', async () => {
    const { pull } = await pulling();
    const [one, other] = [neighbour(), neighbour()];
    pull.offered(one.session, [head('a', 1_000)]);
    expect(pull.progress).toEqual({
      have: 0,
      of: 1_000,
      bytes: 0,
      ofBytes: 1_000 * entryGuess,
    });
    pull.weighed(other.session, 5); // was not asked
    pull.weighed(one.session, 900_000);
    one.link.messageBytesReceived += 100_000;
    pull.answered(one.session, bringing(100), false);
    // Nothing is held in this replica, so that all of it still seems to be lacking.
    expect(pull.progress).toEqual({
      have: 0,
      of: 1_000,
      bytes: 100_000,
      ofBytes: 1_000_000,
    });
  });
});

describe('[M4] a place that is held is asked for again', () => {
  const place = { log: 'a'.repeat(32), from: 1, max: 1 };

  /** Whoever needs place 1 of a log that is held: until it is mended, `lacks` says so. */
  async function needing() {
    const { replica, ...all } = await pulling();
    const needs = { isDue: false };
    vi.spyOn(replica, 'wireVector').mockReturnValue([head('a', 3), head('b', 3)]);
    vi.spyOn(replica.wanted, 'asks').mockImplementation(() =>
      needs.isDue ? [place] : [],
    );
    vi.spyOn(replica, 'lacks').mockImplementation((theirs) =>
      needs.isDue && theirs.some(({ log }) => log === place.log) ? [place] : [],
    );
    return { ...all, needs };
  }

  test('of one neighbour after the other, though nothing else is lacking', async () => {
    const { pull, needs } = await needing();
    const [spoiler, honest] = [neighbour(), neighbour()];
    for (const { session } of [spoiler, honest]) pull.offered(session, []);
    pull.again();
    expect([...spoiler.asked, ...honest.asked]).toEqual([]);
    needs.isDue = true;
    pull.again();
    expect([spoiler.asked, honest.asked]).toEqual([[[place]], []]);
    pull.answered(spoiler.session, bringing(0), true);
    expect(honest.asked).toEqual([[place]]);
    needs.isDue = false;
    pull.answered(honest.session, bringing(0), true);
    pull.again();
    expect([spoiler.asked, honest.asked]).toEqual([[[place]], [[place]]]);
  });
});
