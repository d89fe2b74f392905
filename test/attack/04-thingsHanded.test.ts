/**
 * Class 4, and with it 1, 2, 9, 10, 11 and 12: who has a thing is the same however it arrives,
 * and is what the two said whose things they are, whatever a third, a found page or one of
 * the two makes up beside it.
 */
import { expect, test, vi } from 'vitest';
import type { Day } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { LogBuilder } from '@manyhands/testing';
import { either, inOrders } from './kit/arrive.ts';
import { erases } from './kit/entries.ts';
import { sized } from './kit/form.ts';
import { bodyOfHanded, called, letterOf, placeOf, thingCalled } from './kit/handed.ts';
import { openReader, takeAll } from './kit/phones.ts';
import { ana, biel, carme, didac, found, oldPage, village } from './kit/stories.ts';

const [pram, kettle, tent] = [called('01'), called('02'), called('03')];
const short = ({ member }: typeof ana) => member.slice(0, 8);
const last = 2 ** 32 - 1;

test('[ledger/B17] a swap, contradicted, signed by a third and by a found page, in any order', async () => {
  const { community, enrolment, second } = await oldPage();
  const log = (who: typeof ana) => community.boardOf(who);
  const said: Entry[] = [];
  const put = async (who: typeof ana, ...args: Parameters<LogBuilder['add']>) => {
    const entry = await log(who).add(...args);
    said.push(entry);
    return entry;
  };
  await log(ana).add(thingCalled(pram, 'lend'));
  await log(ana).add(thingCalled(tent, 'lend'));
  await log(biel).add(thingCalled(kettle, 'lend'));
  const swap = letterOf([ana, [pram]], [biel, [kettle]]);
  await put(ana, swap, { time: last });
  await put(biel, swap, { time: 0 });
  // Biel says besides that he gave nothing for it; Didac signs both; a thief writes as Ana.
  const gift = letterOf([ana, [pram]], [biel, []]);
  await put(biel, gift);
  for (const letter of [swap, gift]) await put(didac, letter);
  const stolen = letterOf([ana, [tent]], [didac, []], { hand: 'cd'.repeat(16) });
  await put(found, stolen);
  await put(didac, stolen);
  const pieces = [...said, enrolment, second].map(either);
  for await (const phone of inOrders(community, [ana, biel, didac, found], pieces)) {
    expect(placeOf(phone, ana, pram)).toBe(`gone to ${short(biel)}`);
    expect(placeOf(phone, biel, kettle)).toBe(`gone to ${short(ana)}`);
    expect(placeOf(phone, ana, tent)).toBe('here');
  }
});

test('[ledger/B4] [ledger/B17] nobody hands over what is a third’s, or on the other’s side', async () => {
  const { community } = await village();
  await community.boardOf(carme).add(thingCalled(pram, 'lend'));
  await community.boardOf(ana).add(thingCalled(tent, 'lend'));
  const [low, high] = [ana, didac].sort((a, b) => (a.member < b.member ? -1 : 1));
  const [one, other] = [low?.member ?? ana.member, high?.member ?? ana.member];
  const hers = [ana.member, tent] as const;
  const carmes = [carme.member, pram] as const;
  const onOthersSide = ana.member === one ? [[], [hers]] : [[hers], []];
  const bodies = [
    bodyOfHanded([one, [carmes]], [other, []]),
    bodyOfHanded([one, []], [other, [carmes]]),
    // The sides change places: then she would have given it to herself.
    bodyOfHanded([one, onOthersSide[0] ?? []], [other, onOthersSide[1] ?? []]),
    bodyOfHanded([other, [hers]], [one, []]),
    bodyOfHanded([ana.member, [hers]], [ana.member, []]),
  ];
  for (const body of bodies) {
    await community.boardOf(ana).addBody(body);
    await community.boardOf(didac).addBody(body);
  }
  const phone = await openReader(community);
  await takeAll(phone, community.logs());
  expect(phone.replica.board.handed()).toEqual([]);
  expect(placeOf(phone, carme, pram)).toBe('here');
  expect(placeOf(phone, ana, tent)).toBe('here');
});

test('[ledger/B17] lent, back, given twice and erased: one answer in any order, by no clock', async () => {
  const { community } = await village();
  const hers = community.boardOf(ana);
  await hers.add(thingCalled(tent, 'lend'));
  const said: Entry[] = [];
  const both = async (
    other: typeof biel,
    hand: string,
    step: 'out' | 'back',
    day: number,
  ) => {
    const more = { hand: hand.repeat(16), step, day: day as Day };
    const letter = letterOf([ana, [tent]], [other, []], more);
    // Whoever writes with a clock of tomorrow changes nothing.
    said.push(await hers.add(letter, { time: last - day }));
    said.push(await community.boardOf(other).add(letter, { time: last }));
  };
  await both(biel, '0a', 'out', 5);
  await both(biel, '0a', 'back', 6);
  await both(carme, '0b', 'out', 7);
  // One hand on two days is one time: its way back ends it.
  await both(carme, '0b', 'out', 8);
  await both(carme, '0b', 'back', 9);
  const his = said[3];
  const open = letterOf([ana, [tent]], [biel, []], { hand: '0c'.repeat(16) });
  said.push(await community.boardOf(biel).add(open));
  if (his) said.push(await community.boardOf(biel).add(erases(his)));
  const seen = new Set<string | null>();
  for await (const phone of inOrders(community, [ana, biel, carme], said.map(either)))
    seen.add(placeOf(phone, ana, tent));
  // Biel took back that he had brought it: until both say so, he has it.
  expect([...seen]).toEqual([`lent to ${short(biel)}`]);
});

test('[ledger/B17] swapped once, it has gone, whatever was lent before and not brought back', async () => {
  const { community } = await village();
  for (const [who, thing] of [
    [ana, tent],
    [carme, kettle],
  ] as const)
    await community.boardOf(who).add(thingCalled(thing, 'lend'));
  const swap = letterOf([ana, [tent]], [carme, [kettle]], { day: 3 as Day });
  const lent = letterOf([ana, [tent]], [biel, []], { day: 9 as Day });
  const said = [
    ...[
      await community.boardOf(ana).add(swap),
      await community.boardOf(carme).add(swap),
    ],
    ...[
      await community.boardOf(ana).add(lent),
      await community.boardOf(biel).add(lent),
    ],
  ];
  for await (const phone of inOrders(community, [ana, biel, carme], said.map(either))) {
    expect(placeOf(phone, ana, tent)).toBe(`gone to ${short(carme)}`);
    expect(placeOf(phone, carme, kettle)).toBe(`gone to ${short(ana)}`);
  }
});

test('[ledger/B17] who promises is the owner alone, and one who was ended promises nothing', async () => {
  const { community, enrolment, second } = await oldPage();
  await community.boardOf(ana).add(thingCalled(tent, 'lend'));
  const reserved = (rev: number, outs: number | null) =>
    ({ type: 'reserved', listing: tent, rev, outs }) as const;
  const said = [
    await community.boardOf(ana).add(reserved(0, 0)),
    await community.boardOf(didac).add(reserved(9, null)),
    await community.boardOf(found).add(reserved(last, null)),
  ];
  const pieces = [...said, enrolment, second].map(either);
  for await (const phone of inOrders(community, [ana, didac, found], pieces))
    expect(phone.replica.board.reservedAfter(ana.member, tent)).toBe(0);
});

test('thousands of hand-overs that somebody makes up cost a look what they cost a phone', async () => {
  const { community } = await village();
  await community.boardOf(ana).add(thingCalled(tent, 'lend'));
  const many = sized(300, 3_000);
  for (let n = 0; n < many; n += 1) {
    const hand = n.toString(16).padStart(32, '0');
    await community.boardOf(didac).add(letterOf([ana, [tent]], [didac, []], { hand }));
  }
  const phone = await openReader(community);
  await takeAll(phone, community.logs());
  const { board } = phone.replica;
  const made = board.handed();
  let read = 0;
  vi.spyOn(board, 'handed').mockReturnValue(
    made.map((each) => ({
      ...each,
      get isBoth() {
        read += 1;
        return each.isBoth;
      },
    })),
  );
  expect(placeOf(phone, ana, tent)).toBe('here');
  // Each is looked at for the first look, and none for those that follow.
  expect(read).toBe(made.length);
  for (let n = 0; n < 3_000; n += 1) placeOf(phone, ana, tent);
  expect(read).toBe(made.length);
  expect(made.length).toBeLessThanOrEqual(many);
});
