import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GatheringContent } from '../gatheringContent.ts';
import { answer, change, firstDay, seats, walk } from '../testing/gatherings.ts';
import {
  begun,
  boardOf,
  everybody,
  nextDay,
  sameInEveryOrder,
} from '../testing/gatheringWorld.ts';
import { member } from '../testing/village.ts';
import { createBoard } from './createBoard.ts';

test('[B24] two phones that both gave the last place end in one order everywhere', () => {
  const world = begun();
  const { write } = world;
  write('ana', { ...walk, seats: 2, organisers: [member('biel')] });
  const yes = ['carme', 'didac', 'eva'].map((name) => write(name, answer('yes')));
  const hers = write('ana', seats(1, 'carme', 'didac'));
  const his = write('biel', seats(1, 'carme', 'eva'));
  const last = [
    ...yes,
    hers,
    his,
    // Nobody who organises nothing gives a place.
    write('eva', seats(9, 'eva')),
    write('ana', seats(0, 'eva'), 'tablet'),
  ];
  const shown = sameInEveryOrder(world, last) as unknown[];
  const [won, lost] = hers.id > his.id ? ['didac', 'eva'] : ['eva', 'didac'];
  expect(shown[4]).toEqual({
    seated: ['carme 1', `${won} 1`],
    waiting: [`${lost} lost it`],
    unheard: [],
    free: 0,
  });
  // Who has a place says no: the next moves up without anybody's doing.
  write('carme', answer('no', firstDay, { rev: 1 }));
  expect(boardOf(world).seats()).toMatchObject({
    seated: [`${won} 1`, `${lost} 1`],
    waiting: [],
  });
});

test('[B24] two phones of one organiser each have their list', () => {
  const world = begun();
  const { write } = world;
  write('ana', { ...walk, seats: 1 });
  for (const name of ['biel', 'carme']) write(name, answer('yes'));
  const phone = write('ana', seats(1, 'biel'));
  const tablet = write('ana', seats(1, 'carme'), 'tablet');
  const [won, lost] = phone.id > tablet.id ? ['biel', 'carme'] : ['carme', 'biel'];
  expect(boardOf(world).seats()).toMatchObject({
    seated: [`${won} 1`],
    waiting: [`${lost} lost it`],
  });
  // Heard of each other: the next list has both, and the order stays.
  write('ana', seats(2, lost, won));
  expect(boardOf(world).seats()).toMatchObject({ seated: [`${lost} 1`] });
});

test('[B24] a place is for who said yes, and nobody overtakes', () => {
  const world = begun();
  const { write } = world;
  write('ana', { ...walk, seats: 3 });
  write('ana', seats(0, 'didac', 'biel', ['carme', 2], 'eva'));
  write('biel', answer('yes'));
  // Who brings more than they were given places for has those they were given.
  write('carme', answer('yes', firstDay, { guests: 5 }));
  write('eva', answer('yes'));
  const now = () => boardOf(world).seats();
  expect(now()).toEqual({
    seated: ['biel 1', 'carme 2'],
    waiting: ['eva'],
    unheard: [],
    free: 0,
  });
  write('didac', answer('yes'));
  // A party that finds no room keeps its turn: Eva is not let past it.
  expect(now()).toMatchObject({
    seated: ['didac 1', 'biel 1'],
    waiting: ['carme', 'eva'],
    free: 1,
  });
  write('ana', { ...walk, rev: 1, seats: null });
  expect(now().seated).toContain('eva 1');
  expect(now().free).toBeNull();
});

test('[B24] nobody is on a list of whom no phone of an organiser has heard', () => {
  const world = begun();
  const { village, write, id } = world;
  write('ana', { ...walk, seats: 3 });
  write('biel', answer('yes'));
  expect(boardOf(world).seats()).toEqual({
    seated: [],
    waiting: [],
    unheard: ['biel'],
    free: 3,
  });
  write('ana', seats(0, 'biel'));
  const { board } = boardOf(world);
  // Who is no longer among us has no place; the board is told who is.
  const gone = board.gatherings.seatsOn(
    id,
    firstDay,
    (each) => each !== member('biel'),
  );
  expect(gone).toMatchObject({ seated: [], free: 3 });
  expect(createBoard(village.community).gatherings.listOf(id, firstDay)).toBeNull();
});

test('[B22] [B23] [B24] replicas that hold the same agree, erased or cut in between', () => {
  const who = fc.constantFrom('ana', 'biel', 'carme');
  const rev = fc.nat(3);
  const date = fc.constantFrom(firstDay, nextDay);
  const content = fc.oneof(
    fc
      .record({
        rev,
        seats: fc.option(fc.integer({ min: 1, max: 3 })),
        named: fc.boolean(),
      })
      .map(({ named, ...more }): GatheringContent => ({
        ...walk,
        ...more,
        organisers: named ? [member('biel')] : [],
      })),
    fc.record({ rev, date, isOut: fc.boolean() }).map((each) => change(each.rev, each)),
    fc
      .tuple(fc.constantFrom('yes', 'no', 'maybe'), fc.option(date), rev)
      .map(([says, of, number]) => answer(says, of, { rev: number })),
    fc
      .tuple(rev, fc.shuffledSubarray(['ana', 'biel', 'carme']))
      .map(([number, given]) => seats(number, ...given)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(who, content), { maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      (said, chance) => {
        const world = begun();
        for (const [name, each] of said) world.write(name, each);
        const { entries, community } = world.village;
        const gone = entries.filter((_, i) => i % 5 === 4);
        const shuffled = entries
          .map((entry) => [chance.next().value as number, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const there = createBoard(community);
        for (const entry of shuffled) {
          there.add([entry]);
          // Looked at between: nothing that is remembered may stay.
          there.gatherings.seatsOn(world.id, firstDay, everybody);
        }
        there.drop(gone.map(({ id }) => id));
        const here = boardOf(
          world,
          entries.filter((entry) => !gone.includes(entry)),
        );
        const shownBy = ({ gatherings }: typeof there) => [
          gatherings.named(world.id),
          gatherings.dateOf(world.id, firstDay),
          gatherings.comingTo(world.id, firstDay),
          gatherings.comingTo(world.id, nextDay),
          gatherings.seatsOn(world.id, firstDay, everybody),
          gatherings.changedDates(world.id),
        ];
        expect(shownBy(there)).toEqual(shownBy(here.board));
      },
    ),
  );
});
