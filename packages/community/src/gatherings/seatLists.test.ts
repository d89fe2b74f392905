import { expect, test } from 'vitest';
import { gatheringLimits } from '@manyhands/ledger';
import { seatListsADay } from '../limits.ts';
import { done } from '../testing/results.ts';
import { walkDay, walkers } from '../testing/walks.ts';
import { changeDate, changeGathering } from './acts.ts';
import { keepSeatsGiven } from './seatLists.ts';
import { mySeatIn, whoComes } from './shownDates.ts';

async function withSeats(seats: number) {
  const walk = await walkers({ seats, every: 'once' });
  const { ana, id, village } = walk;
  const lists = () =>
    ana.replica.board
      .entriesOf(ana.membership.member)
      .filter(({ content }) => content.type === 'gathering.seats').length;
  const given = () => ana.replica.board.gatherings.listOf(id, walkDay);
  const seatOf = (name: string) =>
    mySeatIn(whoComes(village.placeOf(name), id, walkDay), village.memberOf(name));
  return { ...walk, lists, given, seatOf };
}

/** What a phone does by itself is done when no more comes of it. */
const settled = async (has: () => boolean) => {
  await expect.poll(has).toBe(true);
};

test('[C42] an organiser’s phone gives places to who says yes, and then to who waits', async () => {
  const { ana, says, seatOf, lists } = await withSeats(2);
  await says('Biel', 'yes');
  expect(seatOf('Biel')).toEqual({ kind: 'unheard' });
  const end = keepSeatsGiven(ana);
  await settled(() => seatOf('Biel')?.kind === 'seated');
  await says('Carme', 'yes');
  await says('Didac', 'yes');
  await settled(() => seatOf('Didac')?.kind === 'waiting');
  expect(seatOf('Carme')).toEqual({ kind: 'seated', places: 1 });
  expect(seatOf('Didac')).toEqual({ kind: 'waiting', turn: 1, hasLost: false });
  // Of each phone one list, whatever has happened.
  expect(lists()).toBe(1);
  await says('Biel', 'no');
  expect(seatOf('Didac')).toEqual({ kind: 'seated', places: 1 });
  end();
});

test('[C42] who said no goes to the end; nobody’s guests take a place from who waits', async () => {
  const { ana, says, seatOf, given } = await withSeats(2);
  const end = keepSeatsGiven(ana);
  await says('Biel', 'yes');
  await settled(() => seatOf('Biel')?.kind === 'seated');
  await says('Biel', 'yes', walkDay, 1);
  await settled(() => given()?.given[0]?.places === 2);
  await says('Carme', 'yes');
  await settled(() => seatOf('Carme')?.kind === 'waiting');
  await says('Biel', 'yes', walkDay, 0);
  await settled(() => given()?.given[0]?.places === 1);
  expect(seatOf('Carme')).toMatchObject({ kind: 'seated' });
  await says('Biel', 'no');
  await settled(() => given()?.given.length === 1);
  await says('Biel', 'yes', walkDay, 1);
  await settled(() => given()?.given.length === 2);
  expect(seatOf('Carme')).toMatchObject({ kind: 'seated' });
  expect(seatOf('Biel')).toEqual({ kind: 'waiting', turn: 1, hasLost: false });
  end();
});

test('[C42] nobody brings more into places that somebody waits for', async () => {
  const { ana, says, seatOf, given } = await withSeats(3);
  const end = keepSeatsGiven(ana);
  await says('Biel', 'yes');
  await settled(() => seatOf('Biel')?.kind === 'seated');
  // Three find no room where two are left: they wait, and nobody takes what they wait for.
  await says('Carme', 'yes', walkDay, 2);
  await settled(() => seatOf('Carme')?.kind === 'waiting');
  await says('Biel', 'yes', walkDay, 1);
  await says('Didac', 'yes');
  await settled(() => given()?.given.length === 3);
  expect(seatOf('Biel')).toEqual({ kind: 'seated', places: 1 });
  expect(seatOf('Didac')).toMatchObject({ kind: 'waiting', turn: 2 });
  end();
});

test('[C42] each phone of an organiser has its own list, and takes nothing from the other', async () => {
  const { ana, id, says, seatOf, lists, village } = await withSeats(2);
  await village.addDevice('Ana', 'tablet');
  const end = keepSeatsGiven(ana);
  await says('Biel', 'yes');
  await settled(() => seatOf('Biel')?.kind === 'seated');
  end();
  await says('Carme', 'yes');
  const endOfTablet = keepSeatsGiven(village.placeOf('tablet'));
  await settled(() => seatOf('Carme')?.kind === 'seated');
  expect(lists()).toBe(2);
  expect(ana.replica.board.gatherings.listOf(id, walkDay)?.rev).toBe(1);
  endOfTablet();
});

test('[C42] nothing is written for who may come anyway, for what is off, nor more than so often a day', async () => {
  const { ana, id, says, seatOf, given } = await withSeats(1);
  done(await changeDate(ana, id, walkDay, { isOut: true }));
  const end = keepSeatsGiven(ana);
  await says('Biel', 'yes');
  done(await changeGathering(ana, id, { seats: null }));
  done(await changeDate(ana, id, walkDay, {}));
  await says('Biel', 'yes');
  expect(seatOf('Biel')).toEqual({ kind: 'free' });
  expect(given()).toBeNull();
  done(await changeGathering(ana, id, { seats: 1 }));
  await settled(() => given() !== null);
  for (let n = 0; n < seatListsADay + 6; n++) {
    await says('Biel', n % 2 === 0 ? 'no' : 'yes');
    await says('Carme', n % 2 === 0 ? 'yes' : 'no');
  }
  const rev = given()?.rev ?? 0;
  await says('Didac', 'yes');
  await says('Didac', 'no');
  expect(rev).toBeLessThan(seatListsADay);
  expect(gatheringLimits.given).toBeGreaterThan(gatheringLimits.seats);
  end();
});
