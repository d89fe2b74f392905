import { expect, test } from 'vitest';
import { member } from '../testing/village.ts';
import { answer, change, firstDay, seats, walk } from '../testing/gatherings.ts';
import {
  begun,
  boardOf,
  moved,
  nextDay,
  sameInEveryOrder,
} from '../testing/gatheringWorld.ts';

test('[B22] a gathering is heard from its founder and whom the founder names', () => {
  const world = begun();
  const { write } = world;
  write('biel', { ...walk, rev: 9, title: 'Mine now' });
  expect(boardOf(world).board.gatherings.all()).toEqual([]);
  write('ana', walk);
  expect(boardOf(world).title()).toBe(walk.title);
  write('ana', { ...walk, rev: 1, organisers: [member('biel')] });
  expect(boardOf(world).title()).toBe('Mine now');
  // Whom the founder names names nobody: Carme is still nobody here.
  write('biel', { ...walk, rev: 10, title: 'Ours', organisers: [member('carme')] });
  write('carme', { ...walk, rev: 11, title: 'Carme’s' });
  const { board, title } = boardOf(world);
  expect(title()).toBe('Ours');
  expect(board.gatherings.named(world.id)?.organisers).toEqual([
    member('ana'),
    member('biel'),
  ]);
  // Named no longer, nothing that they wrote holds, however high its number.
  write('ana', { ...walk, rev: 2 });
  expect(boardOf(world).title()).toBe(walk.title);
});

test('[B22] what two organisers write at once ends the same in every order', () => {
  const world = begun();
  const { write } = world;
  write('ana', { ...walk, organisers: [member('biel')] });
  const [one, other] = [
    write('ana', { ...walk, rev: 3, title: 'One', organisers: [member('biel')] }),
    write('biel', { ...walk, rev: 3, title: 'Other' }),
  ];
  const last = [
    one,
    other,
    write('carme', { ...walk, rev: 9, title: 'No' }),
    write('ana', change(1, { isOut: true })),
    write('biel', change(1, { moved })),
    write('carme', change(5, { isOut: true })),
    write('carme', answer('yes')),
  ];
  const [shown] = sameInEveryOrder(world, last) as [{ gathering: { title: string } }];
  expect(shown.gathering.title).toBe(one.id > other.id ? 'One' : 'Other');
});

test('[B22] a date is moved, left out and put back by organisers alone', () => {
  const world = begun();
  const { write, id } = world;
  write('ana', walk);
  write('biel', change(9, { isOut: true }));
  const on = () => boardOf(world).board.gatherings.dateOf(id, firstDay);
  expect(on()).toMatchObject({
    day: firstDay,
    isOut: false,
    isMoved: false,
    rev: null,
  });
  write('ana', change(0, { moved, note: 'The bridge is closed' }));
  expect(on()).toMatchObject({ ...moved, date: firstDay, isMoved: true, isOut: false });
  write('ana', change(1, { isOut: true }));
  expect(on()).toMatchObject({ day: firstDay, isMoved: false, isOut: true });
  write('ana', change(2));
  expect(on()).toMatchObject({ day: firstDay, isMoved: false, isOut: false });
  write('ana', { ...walk, rev: 1, isOff: true });
  expect(on()).toMatchObject({ isOut: true });
});

test('[B23] each says for themself; of one date goes before of all', () => {
  const world = begun();
  const { write } = world;
  write('ana', walk);
  write('biel', answer('yes', null, { guests: 2 }));
  write('biel', answer('no', nextDay));
  write('carme', answer('maybe'));
  write('carme', answer('yes', firstDay, { rev: 1, guests: 1 }));
  // No entry says anything of anybody but its writer.
  write('ana', seats(9, 'didac', 'biel'));
  const { coming } = boardOf(world);
  expect(coming()).toEqual([
    ['biel', 'yes', 2],
    ['carme', 'yes', 1],
  ]);
  expect(coming(nextDay)).toEqual([['biel', 'no', 0]]);
});

test('[B23] a yes to a date that was moved meanwhile is asked again, until it is back', () => {
  const world = begun();
  const { write } = world;
  write('ana', walk);
  write('biel', answer('yes'));
  write('carme', answer('yes', null));
  write('didac', answer('no'));
  write('ana', change(0, { moved }));
  expect(boardOf(world).coming()).toEqual([
    ['biel', 'again', 0],
    ['carme', 'again', 0],
    ['didac', 'no', 0],
  ]);
  expect(boardOf(world).coming(nextDay)).toEqual([['carme', 'yes', 0]]);
  write('ana', change(1));
  expect(
    boardOf(world)
      .coming()
      .map(([, says]) => says),
  ).toEqual(['yes', 'yes', 'no']);
  // Another hour for all dates asks all again; other words ask nobody.
  write('ana', { ...walk, rev: 1, words: 'Faster' });
  expect(boardOf(world).coming(nextDay)).toEqual([['carme', 'yes', 0]]);
  write('ana', { ...walk, rev: 2, minute: 630 });
  expect(boardOf(world).coming(nextDay)).toEqual([['carme', 'again', 0]]);
});
