/** Who writes about the walk, and what a board makes of it. */
import { expect } from 'vitest';
import type { Day, MemberId } from '@manyhands/base';
import { createBoard } from '../board/createBoard.ts';
import type { Seats } from '../board/gatheringViews.ts';
import type { Entry } from '../entry.ts';
import type { GatheringContent } from '../gatheringContent.ts';
import { triedOrders } from './allOrders.ts';
import { firstDay, walkIn } from './gatherings.ts';
import { LedgerVillage, member } from './village.ts';

export const everybody = () => true;
export const nextDay = (firstDay + 7) as Day;
export const moved = {
  day: (firstDay + 1) as Day,
  minute: 660,
  length: 90,
  place: 'The school',
};

/** Nobody has written anything yet. */
export function begun() {
  const village = new LedgerVillage();
  const write = (who: string, content: GatheringContent, phone = who) =>
    village.pen(who, phone, 'board').write(content);
  return { village, write, id: walkIn(village) };
}

type World = ReturnType<typeof begun>;

export function boardOf(
  { village, id }: World,
  entries: readonly Entry[] = village.entries,
) {
  const board = createBoard(village.community);
  board.add(entries);
  return {
    board,
    title: () => board.gatherings.named(id)?.gathering.title,
    coming: (date = firstDay) =>
      board.gatherings
        .comingTo(id, date)
        .map((each) => [
          nameOf(each.member),
          each.isAskedAgain ? 'again' : each.says,
          each.guests,
        ])
        .sort(inLetters),
    seats: () => seatsIn(board.gatherings.seatsOn(id, firstDay, everybody)),
  };
}

const inLetters = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);
const people = ['ana', 'biel', 'carme', 'didac', 'eva'];
const nameOf = (whose: MemberId) => people.find((name) => member(name) === whose);
const seatsIn = (all: Seats) => ({
  seated: all.seated.map((each) => `${nameOf(each.member)} ${each.places}`),
  waiting: all.waiting.map(
    (each) => `${nameOf(each.member)}${each.hasLost ? ' lost it' : ''}`,
  ),
  unheard: all.unheard.map((each) => nameOf(each.member)).sort(inLetters),
  free: all.free,
});

/** What a board shows is the same in every order of the last seven, on top of the rest. */
export function sameInEveryOrder(world: World, last: readonly Entry[]): unknown {
  const names = new Set(last.map(({ id }) => id));
  const known = world.village.entries.filter(({ id }) => !names.has(id));
  const seen = new Set<string>();
  for (const order of triedOrders(last)) {
    const shown = boardOf(world, known);
    for (const entry of order) shown.board.add([entry]);
    const { gatherings } = shown.board;
    const all = [
      gatherings.named(world.id),
      gatherings.dateOf(world.id, firstDay),
      shown.coming(),
      shown.coming(nextDay),
      shown.seats(),
    ];
    seen.add(JSON.stringify(all));
  }
  expect(seen.size).toBe(1);
  return JSON.parse([...seen][0] ?? 'null');
}
