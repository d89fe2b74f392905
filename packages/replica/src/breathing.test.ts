import { assert } from '@manyhands/base';
import type { MemberId, Minutes } from '@manyhands/base';
import type { KnownContent } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  helped,
  listing,
  openOnMemory,
  profileOf,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { beginEach } from './breathing.ts';
import { readClaims } from './claims.ts';
import { encodePage } from './page.ts';
import { all, newPage, shown, street, tablet } from './testing/endings.ts';
import { erasing } from './testing/regrets.ts';
import type { Change } from './types.ts';

const [ana, biel, carme] = await createCast();

/** A fact, which has a signature of its own to be looked at. */
const asks = (value: number): KnownContent => ({
  type: 'motion.open',
  matter: { about: 'rule', key: 'limit', account: null, value: value as Minutes },
  replaces: [],
});

/** Takes a pause each time that it may, and looks around in each. */
function pausing(): {
  breathe: () => Promise<void>;
  onpause: () => void;
  count: number;
} {
  const port = {
    count: 0,
    onpause: (): void => undefined,
    breathe: (): Promise<void> => {
      port.count += 1;
      return new Promise((resolve) => {
        setImmediate(() => {
          port.onpause();
          resolve();
        });
      });
    },
  };
  return port;
}

let port = pausing();
beforeEach(() => {
  port = pausing();
});

async function listening(
  community: TestCommunity,
): Promise<{ here: OnMemory; told: Change[] }> {
  const here = await openOnMemory(community.id, undefined, { breathe: port.breathe });
  const told: Change[] = [];
  here.replica.subscribe((change) => told.push(change));
  port.count = 0;
  return { here, told };
}

const tellingOf = (told: readonly Change[]) => told.flatMap(({ added }) => added);

/** A log of Biel's; where it says acts, one in 32 is signed and covers the others (A6). */
async function logOf(
  length: number,
  content: (n: number) => KnownContent = () => helped(ana, 1),
) {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  const isFact = content === asks;
  for (let n = 0; n < length; n++) {
    const isSigned = isFact || n % 32 === 12 || n === length - 1;
    await log.add(content(n), isSigned ? {} : { signer: null });
  }
  const [founding] = community.runs();
  assert(founding, 'Ana founded');
  return { community, log, founding };
}

/** One of acts for all of these: nothing is ever added to it. */
let written: ReturnType<typeof logOf> | null = null;
const longLog = () => (written ??= logOf(640));

describe('[R12] inside one log too it pauses often', () => {
  test('a few signatures are looked at between two pauses, however many there are', async () => {
    const { community } = await logOf(100, asks);
    const { here } = await listening(community);
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const counts: number[] = [];
    port.onpause = () => counts.push(verify.mock.calls.length);
    await deliver(here, { runs: community.runs() }, ana);
    const total = verify.mock.calls.length;
    verify.mockRestore();
    expect(total).toBeGreaterThan(100);
    const between = [...counts, total].map(
      (count, at) => count - (counts[at - 1] ?? 0),
    );
    expect(Math.max(...between)).toBeLessThanOrEqual(20);
  });

  test('a few entries are read and hashed between two', async () => {
    const { community, log, founding } = await longLog();
    const { here } = await listening(community);
    await deliver(here, { runs: [founding] }, ana);
    port.count = 0;
    await deliver(here, { runs: [log.run()] }, ana);
    // Five for a page of one log, one for twenty signatures, two for what is taken in pieces.
    expect(port.count).toBeGreaterThanOrEqual(640 / 64 + 8);
    expect(here.replica.head(log.log).length).toBe(640);
  });

  test('between the runs of a page, before anything of it is looked at', async () => {
    const { community, log } = await longLog();
    const runs = log.entries.slice(0, 300).map(({ seq }) => log.run(seq, seq + 1));
    const read = await readClaims(
      community.id,
      encodePage({ evidence: [], runs }),
      port.breathe,
    );
    expect(read.ok).toBe(true);
    expect(port.count).toBe(300);
  });

  test('a page that begins many logs is written in several steps', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    const crowd = await Promise.all(
      Array.from({ length: 70 }, (_, n) => createPerson('Biel', `crowd ${n}`)),
    );
    const founder = community.ledgerOf(ana);
    for (const each of crowd) await founder.add(await community.enrolContent(each));
    const { here } = await listening(community);
    await deliver(here, { runs: [founder.run()] }, ana);
    const before = here.disk.updates.length;
    const runs = [];
    for (const each of crowd) {
      const log = community.ledgerOf(each);
      await log.add(helped(ana, 1));
      runs.push(log.run());
    }
    await deliver(here, { runs }, ana);
    expect(here.replica.vector().length).toBeGreaterThan(70);
    expect(here.disk.updates.length - before).toBe(2);
  });

  test('what stands before a pause was told, and could have come in a page of its own', async () => {
    const { community, log, founding } = await longLog();
    const { here, told } = await listening(community);
    const seen = new Set<string>();
    port.onpause = () => {
      const { length, head } = here.replica.head(log.log);
      const own = tellingOf(told).filter(
        ({ log: { member } }) => member === biel.member,
      );
      expect(own.length).toBe(length);
      expect([...here.replica.ledger.transfers()].length).toBe(length);
      if (length > 0) expect(own.at(-1)?.id).toBe(head);
      seen.add(here.replica.digest());
    };
    await deliver(here, { runs: [founding, log.run()] }, ana);
    expect(tellingOf(told)).toHaveLength(642);
    expect(told.flatMap(({ grown }) => [...grown.values()])).toEqual([0, 0, 269, 525]);
    // Nothing; the founding log; and twice as much as somebody holds who was given just that.
    expect(seen.size).toBe(4);
    for (const length of [269, 525]) {
      const other = await openOnMemory(community.id);
      await deliver(other, { runs: [founding, log.run(0, length)] }, ana);
      expect([...seen]).toContain(other.replica.digest());
    }
  });
});

describe('[R12] whatever comes while it pauses', () => {
  test('[P9] a log comes behind the one that certifies its device', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const enrolment = await community.enrolContent(carme);
    for (let n = 0; n < 40; n++) await community.ledgerOf(ana).add(enrolment);
    await community.ledgerOf(biel).add(helped(ana, 1));
    const { here } = await listening(community);
    await deliver(here, { runs: community.runs() }, ana);
    const members = here.replica.vector().map(({ log }) => log.member);
    expect(members).toEqual([ana.member, biel.member]);
  });

  test('[R8] a refused page changes nothing, and nobody hears of it', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    const log = community.ledgerOf(biel);
    for (let n = 0; n < 300; n++)
      await log.add(helped(ana, 1), n % 32 === 11 ? {} : { signer: null });
    await community.ledgerOf(carme).add(helped(ana, 1), { signer: biel.signing });
    const { here, told } = await listening(community);
    const before = await stateOf(here);
    const held = new Set<number>();
    port.onpause = () => held.add(here.replica.vector().length);
    const { refused } = await deliver(here, { runs: community.runs() }, ana);
    expect(refused).toMatchObject({ type: 'BadSignature' });
    expect(port.count).toBeGreaterThan(5);
    expect([...held]).toEqual([0]);
    expect(await stateOf(here)).toEqual(before);
    expect(told).toEqual([]);
  });

  test('a second page waits until the first is taken whole', async () => {
    const { community, log, founding } = await longLog();
    const { here, told } = await listening(community);
    const pages = [[founding, log.run(0, 301)], [log.run(301)]];
    const received = await Promise.all(
      pages.map((runs) => deliver(here, { runs }, ana)),
    );
    expect(received.map(({ added }) => added.length)).toEqual([303, 339]);
    expect(tellingOf(told).slice(2)).toEqual(log.entries);
  });

  test('closing in the middle ends behind the page: all of it is on the disk', async () => {
    const { community, log } = await longLog();
    const { here, told } = await listening(community);
    const closing: Promise<void>[] = [];
    port.onpause = () => {
      if (here.replica.head(log.log).length > 0) closing.push(here.replica.close());
    };
    const received = await deliver(here, { runs: community.runs() }, ana);
    expect(closing.length).toBeGreaterThan(0);
    await Promise.all(closing);
    expect(received.added).toHaveLength(642);
    expect(tellingOf(told)).toEqual(received.added);
    const late = await deliver(here, { runs: community.runs() }, ana);
    expect(late.added).toEqual([]);
    const again = await openOnMemory(community.id, here.disk);
    expect(again.replica.faults()).toEqual([]);
    expect(again.replica.head(log.log).length).toBe(640);
  });

  test('[B1] erased and its erase in one page: one board, with pauses and without', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const board = community.boardOf(biel);
    for (let n = 0; n < 300; n++) {
      const isSigned = n % 32 === 11 || n === 299;
      await board.add(profileOf(biel, n), isSigned ? {} : { signer: null });
    }
    const [first, second] = board.entries;
    assert(first && second, 'Biel wrote');
    await board.add(erasing(first, second));
    const { here } = await listening(community);
    const plain = await openOnMemory(community.id);
    const runs = community.runs();
    await deliver(here, { runs }, ana);
    await deliver(plain, { runs }, ana);
    for (const { replica } of [here, plain]) await replica.settled();
    expect(await stateOf(here)).toEqual(await stateOf(plain));
    expect(here.replica.entry(first.id)).toBeNull();
  });

  test('[H3] an erase that the page itself takes the right from takes nothing', async () => {
    const { community, entries } = await street();
    await community.boardOf(tablet).add(profileOf(carme));
    await community.boardOf(tablet).add(erasing(...entries));
    const ended = [listing(biel), listing(tablet, 0, 1)];
    await community.ledgerOf(carme).add(await newPage(community, ended));
    const runs = [
      ...[community.ledgerOf(ana).run(), community.boardOf(biel).run()],
      ...[community.boardOf(tablet).run(), community.ledgerOf(carme).run()],
    ];
    const { here, told } = await listening(community);
    await deliver(here, { runs }, ana);
    expect(told.length).toBeGreaterThan(1);
    expect(shown(here)).toEqual(expect.arrayContaining(all()));
    await here.replica.settled();
    await here.replica.close();
    const { breathe } = port;
    const again = await openOnMemory(community.id, here.disk, { breathe });
    expect(shown(again)).toEqual(expect.arrayContaining(all()));
    expect(again.replica.digest()).toBe(here.replica.digest());
  });

  test('at an opening it pauses inside a log as well', async () => {
    const { community, log } = await longLog();
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    await here.replica.settled();
    const before = await stateOf(here);
    await here.replica.close();
    here.disk.notes.delete('unchanged');
    const { breathe } = port;
    const again = await openOnMemory(community.id, here.disk, { breathe });
    expect(port.count).toBeGreaterThanOrEqual(640 / 64 + 8);
    expect(again.replica.head(log.log).length).toBe(640);
    expect(await stateOf(again)).toEqual(before);
  });
});

test('without pauses all are begun at once, and with them few', async () => {
  for (const breathe of [undefined, port.breathe]) {
    let [running, most] = [0, 0];
    const begin = async (n: number): Promise<MemberId> => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      return `${n}` as MemberId;
    };
    const all = Array.from({ length: 50 }, (_, n) => n);
    expect(await beginEach(all, begin, breathe)).toEqual(all.map(String));
    expect(most).toBe(breathe === undefined ? 50 : 16);
  }
});
