/**
 * Class 5: what was deleted when the rule takes it back? Words that an erase took which does
 * not hold come back from anybody who has them.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { bodyOf, encodeTravelling, proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { encodePage, pageOf } from '@manyhands/replica';
import { listing, profileOf } from '@manyhands/testing';
import type { TestCommunity, LogBuilder, CastMember } from '@manyhands/testing';
import { enrolled, erases, stated } from './kit/entries.ts';
import { closeMeshed, meet, openMeshed, restarted } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { alone, placed, take, takeAll, write } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import {
  ana,
  biel,
  carme,
  didac,
  endedPhone,
  everybody,
  firstPage,
  found,
  newPage,
  noteOf,
  old,
  oldPage,
} from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

afterEach(closeMeshed);

const nameOf = ({ replica }: Reader) => replica.board.profileOf(ana.member)?.name;
const shows = ({ replica }: Reader, ...entries: readonly Entry[]) =>
  entries.map(({ id }) => replica.entry(id) !== null);
const people = [...everybody, found];

/** All logs but the truth that comes later, and what it decides about. */
function before(community: TestCommunity, truth: Entry): LogBuilder[] {
  return community.logs().map((log) => {
    const isHers = log.log.device === truth.log.device && log.log.kind === 'ledger';
    return isHers ? log.branch(ana, truth.seq) : log;
  });
}

/** Erased by an old page before anybody here had heard of the new one; then it is heard. */
async function robbed(
  community: TestCommunity,
  person: CastMember,
  second: Entry,
): Promise<Meshed> {
  const phone = await openMeshed(community, person, {
    holds: before(community, second),
  });
  await phone.replica.settled();
  await phone.replica.purge();
  await take(phone, alone(second));
  return phone;
}

/** Hears of the new page first, and is given all the rest. */
async function spared(community: TestCommunity, person: CastMember): Promise<Meshed> {
  const phone = await openMeshed(community, person, {
    holds: [community.ledgerOf(biel), community.ledgerOf(ana)],
  });
  await takeAll(phone, community.logs());
  return phone;
}

/** Ana's board with a few more entries; the old page erases what is said. */
async function erased(places: readonly number[], by = ana) {
  const story = await oldPage(by);
  const board = story.community.boardOf(ana);
  for (const name of ['one', 'two', 'three']) await board.add(noteOf(ana, name));
  const named = places.flatMap((at) => board.entries[at] ?? []);
  await story.community.boardOf(found).add(erases(...named));
  return { ...story, board, named };
}

describe('[replica/H3] what an old page erased', () => {
  test.each([
    ['first', [0]],
    ['in the middle', [1, 2]],
    ['at the end', [3]],
    ['here and there, and at the end', [0, 2, 3]],
    ['whole', [0, 1, 2, 3]],
  ])('%s comes back from somebody who has it', async (_, places) => {
    const { community, second, named } = await erased(places);
    const hers = await robbed(community, biel, second);
    const his = await spared(community, carme);
    expect(shows(his, ...named)).toEqual(named.map(() => true));
    await meet(hers, his);
    expect(shows(hers, ...named)).toEqual(named.map(() => true));
    expect(sumsOf(hers, people)).toEqual(sumsOf(his, people));
  });

  test('comes back after the app was opened again', async () => {
    const { community, second, named } = await erased([0, 3]);
    const hers = await restarted(community, await robbed(community, biel, second));
    const his = await restarted(community, await spared(community, carme));
    await meet(hers, his);
    expect(shows(hers, ...named)).toEqual([true, true]);
    const again = await restarted(community, hers);
    expect(shows(again, ...named)).toEqual([true, true]);
  });

  test('comes back to a third phone that had it from the robbed one', async () => {
    const { community, second, named, board } = await erased([0, 1]);
    const hers = await robbed(community, biel, second);
    const third = await openMeshed(community, didac, { holds: [] });
    await take(third, { runs: [community.ledgerOf(biel).run()] });
    await meet(hers, third);
    // What stands behind is not kept from anybody.
    const [last] = board.entries.slice(-1);
    expect(last && third.replica.entry(last.id)).not.toBeNull();
    const his = await spared(community, carme);
    await meet(third, his);
    expect(shows(third, ...named)).toEqual([true, true]);
    await meet(hers, third);
    expect(shows(hers, ...named)).toEqual([true, true]);
  });

  test('comes back to her own phone, which goes on writing', async () => {
    const { community, second, named } = await erased([0, 3], carme);
    const hers = await robbed(community, ana, second);
    const his = await spared(community, carme);
    await meet(hers, his);
    expect(shows(hers, ...named)).toEqual([true, true]);
    await write(hers, 'board', profileOf(ana, 5));
    const again = await restarted(community, hers);
    await write(again, 'board', profileOf(ana, 6));
    expect(again.writer.spent).toBe(false);
    expect(again.replica.board.profileOf(ana.member)?.rev).toBe(6);
    expect(shows(again, ...named)).toEqual([true, true]);
  });

  /** The body that was erased, and a signature of nobody's. */
  const spoil = (phone: Meshed, board: LogBuilder, { seq }: Entry) => {
    const [entry] = board.entries.slice(seq);
    assert(entry, 'Ana wrote it');
    const items = [concat(bodyOf(entry), new Uint8Array(64))];
    const run = { ...board.run(seq, seq + 1), items };
    return phone.replica.receive(encodePage({ evidence: [], runs: [run] }), {
      type: 'message',
    });
  };

  test('does not come back as other words', async () => {
    const { community, second, named, board } = await erased([1]);
    const phone = await robbed(community, biel, second);
    const other = await board
      .branch({ ...ana, signing: didac.signing }, 1)
      .add(noteOf(ana, 'not her words'));
    await take(phone, placed(other));
    expect(shows(phone, ...named, other)).toEqual([false, false]);
    await take(phone, { runs: [board.run()] });
    expect(shows(phone, ...named)).toEqual([true]);
  });

  test('[replica/A6] [replica/H9] comes back with a spoilt signature as anything does: covered, and mended', async () => {
    const { community, second, named, board } = await erased([1]);
    const phone = await robbed(community, biel, second);
    const [words] = named;
    assert(words, 'one was erased');
    await spoil(phone, board, words);
    expect(shows(phone, words)).toEqual([true]);
    expect(await phone.replica.isSigned(words.id)).toBe(false);
    await take(phone, { runs: [board.run()] });
    expect(await phone.replica.isSigned(words.id)).toBe(true);
  });

  test('[replica/A6] does not come back without its signature where no other covers it', async () => {
    const { community, second, named, board } = await erased([1]);
    // All that stands near enough Ana took back herself.
    const near: Entry[] = board.entries.slice(2);
    while (near.length < 40) near.push(await board.add(noteOf(ana, `${near.length}`)));
    await board.add(erases(...near));
    const phone = await robbed(community, biel, second);
    const [words] = named;
    assert(words, 'one was erased');
    await spoil(phone, board, words);
    expect(shows(phone, words)).toEqual([false]);
    await meet(phone, await spared(community, carme));
    expect(shows(phone, words)).toEqual([true]);
  });
});

describe('[replica/H3] an end that moves', () => {
  test('out: an erase behind it holds; and in again: the words come back', async () => {
    const { community, profile, ending } = await endedPhone();
    await community.boardOf(old).add(erases(profile));
    const own = community.ledgerOf(ana);
    const say = async (version: number, devices: ReturnType<typeof listing>[]) =>
      own.add(
        await stated(community, ana, { version, key: firstPage, devices }, firstPage),
      );
    const outward = await say(2, [listing(ana), listing(old)]);
    const hers = await openMeshed(community, biel);
    expect(nameOf(hers)).toBeUndefined();
    const his = await openMeshed(community, carme, {
      holds: before(community, outward),
    });
    expect(ending.seq).toBeLessThan(outward.seq);
    expect(nameOf(his)).toBe('Ana');
    const inward = await say(3, [listing(ana), listing(old, 2)]);
    await take(hers, alone(inward));
    await take(his, alone(inward));
    await meet(hers, his);
    expect([nameOf(hers), nameOf(his)]).toEqual(['Ana', 'Ana']);
  });

  test('a fork takes no erase back: both histories are the device’s', async () => {
    const { community, profile } = await endedPhone();
    const board = community.boardOf(ana);
    await board.add(erases(profile));
    const phone = await openMeshed(community, biel);
    const fork = await board.branch(ana, 0).add(profileOf(ana, 50));
    await take(phone, placed(fork));
    await write(phone, 'ledger', proveFork([profile], [fork]));
    expect(phone.replica.ledger.cutOf(board.log)).toBe(0);
    expect(shows(phone, profile)).toEqual([false]);
  });
});

describe('[replica/H2] a leaving that the new page takes back', () => {
  const day = 86_400_000;

  test('has erased nothing on her other phone meanwhile', async () => {
    const { community, second, profile } = await oldPage(carme);
    const left = await community.ledgerOf(found).add({ type: 'member.leave' });
    const phone = await openMeshed(community, ana, {
      holds: before(community, second),
    });
    expect(phone.replica.entry(left.id)).not.toBeNull();
    for (const days of [0, 1, 6]) {
      phone.clock.now = days * day;
      await phone.duties.now();
      await phone.duties.rest();
      expect(shows(phone, profile)).toEqual([true]);
    }
    await phone.replica.receive(pageOf([encodeTravelling(second)]), {
      type: 'message',
    });
    phone.clock.now = 30 * day;
    await phone.duties.now();
    await phone.duties.rest();
    expect(phone.replica.ledger.member(ana.member)?.left).toBe(false);
    expect(shows(phone, profile)).toEqual([true]);
  });

  test('nor has it counted the days of another one, which was taken back', async () => {
    const { community, second, profile } = await oldPage(carme);
    await community.ledgerOf(found).add({ type: 'member.leave' });
    const holds = before(community, second);
    const phone = await openMeshed(community, ana, { holds });
    await phone.duties.now();
    phone.clock.now = 5 * day;
    await phone.duties.now();
    await take(phone, alone(second));
    // On the eighth day whoever has her tablet leaves: that is one day ago on the ninth.
    phone.clock.now = 8 * day;
    const certificate = await enrolled(community, old, 2, newPage);
    await community.ledgerOf(old).add(certificate);
    await community.ledgerOf(old).add({ type: 'member.leave' });
    await take(phone, { runs: [community.ledgerOf(old).run()] });
    expect(phone.replica.ledger.member(ana.member)?.left).toBe(true);
    for (const days of [8, 9, 10]) {
      phone.clock.now = days * day;
      await phone.duties.now();
      await phone.duties.rest();
      expect(shows(phone, profile)).toEqual([true]);
    }
  });
});

test('[findings/H5] a key that is claimed later opens the logs that waited for it', async () => {
  const { community, second } = await oldPage();
  const certificate = await enrolled(community, old, 2, newPage);
  await community.ledgerOf(old).add(certificate);
  await community
    .boardOf(old)
    .add({ ...profileOf(ana, 9), name: 'Ana on her new phone' });
  const phone = await openMeshed(community, biel, { holds: before(community, second) });
  expect(nameOf(phone)).toBe('Ana');
  await take(phone, alone(second));
  const other = await spared(community, carme);
  await meet(phone, other);
  expect(nameOf(phone)).toBe('Ana on her new phone');
});
