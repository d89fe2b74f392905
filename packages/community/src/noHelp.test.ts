/** Hours that are given, asked of the pot or shared out are no help, wherever help is drawn. */
import { assert, beforeEach, expect, test } from 'vitest';
import type { AccountId, Minutes } from '@manyhands/base';
import {
  askPot,
  giveToPot,
  openOne,
  shareOut,
  yearOfAccount,
} from './accounts/index.ts';
import {
  byMonth,
  helpedWith,
  newTiesHere,
  reciprocityOf,
  recordHelp,
  sayYes,
  tiesOf,
  yearOf,
} from './hours/index.ts';
import { done } from './testing/results.ts';
import type { Village } from './testing/village.ts';
import { smallVillage } from './testing/villages.ts';

const min = (n: number) => n as Minutes;
let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);

const opens = async (kind: 'pot' | 'organisation'): Promise<AccountId> => {
  const said = { kind, name: kind, words: '', threshold: 1, others: [] } as const;
  return done(await openOne(at('Ana'), said));
};

/** `by` gives hours to somebody, with no help for it, and both say so. */
async function gives(by: string, to: string): Promise<void> {
  const told = { iHelped: false, isGiven: true, category: null, text: '' };
  const asked = await recordHelp(at(by), {
    ...told,
    with: id(to),
    minutes: min(30),
    day: at(by).today(),
    instead: null,
  });
  done(await sayYes(at(to), done(asked)));
}

/** What is drawn of somebody's help. */
function drawnOf(name: string) {
  const { hours, today } = village.as(name);
  const { weeks, people } = yearOf(hours, today);
  return {
    helped: weeks.reduce((sum, { helped }) => sum + helped, 0),
    wasHelped: weeks.reduce((sum, { wasHelped }) => sum + wasHelped, 0),
    people,
    ties: tiesOf(hours).length,
    turn: reciprocityOf(hours),
    months: byMonth(hours).map(({ given, received }) => [given, received]),
  };
}

beforeEach(async () => {
  village = await smallVillage();
});

test('[C30] what is given to the pot, by it and between two is no help in anybody’s year', async () => {
  const pot = await opens('pot');
  for (const minutes of [60, 30]) {
    const given = await giveToPot(at('Biel'), pot, {
      minutes: min(minutes),
      words: '',
    });
    done(await sayYes(at('Ana'), done(given), pot));
  }
  const asked = await askPot(at('Carme'), pot, { minutes: min(45), words: '' });
  done(await sayYes(at('Ana'), done(asked), pot));
  await gives('Biel', 'Didac');
  await gives('Biel', 'Carme');

  const nothing = { helped: 0, wasHelped: 0, people: 0, ties: 0 };
  const turn = { oneWay: null, count: 0 };
  for (const name of ['Biel', 'Carme', 'Didac']) {
    const { months, ...drawn } = drawnOf(name);
    expect(drawn).toEqual({ ...nothing, turn });
    expect(months).toEqual([[0, 0]]);
  }
  expect(village.as('Ana').together).toMatchObject({
    exchanges: 0,
    minutes: 0,
    weeks: new Array(52).fill(0),
  });
  const { ledger } = at('Ana').replica;
  expect(newTiesHere(at('Ana'))).toEqual({ pairs: 0, lately: 0 });
  // The hours are theirs all the same, the pot says what came and went, and two share an hour.
  expect(ledger.balanceOf(id('Biel'))).toBe(-150);
  const year = yearOfAccount(village.as('Ana').hoursOf(pot), at('Ana').today());
  expect(year).toMatchObject({
    given: 0,
    received: 0,
    hours: { given: 45, received: 90 },
  });
  expect(helpedWith(at('Didac'))).toEqual([id('Biel')]);
});

test('[C30] what an organisation shares out is counted once, as the help that it was', async () => {
  const clinic = await opens('organisation');
  const helped = { iHelped: true, category: null, text: '', instead: null };
  const asked = await recordHelp(at('Ana'), {
    ...helped,
    as: clinic,
    with: id('Biel'),
    minutes: min(60),
    day: at('Ana').today(),
  });
  done(await sayYes(at('Biel'), done(asked)));
  const shared = done(
    await shareOut(at('Ana'), clinic, [{ member: id('Carme'), minutes: min(60) }]),
  );
  done(await sayYes(at('Carme'), shared));
  expect(at('Ana').replica.ledger.balanceOf(id('Carme'))).toBe(60);
  expect(village.as('Ana').together).toMatchObject({ exchanges: 1, minutes: 60 });
  expect(drawnOf('Biel')).toMatchObject({ wasHelped: 60, people: 1, ties: 1 });
  expect(drawnOf('Carme')).toMatchObject({ helped: 0, wasHelped: 0, ties: 0 });
});

test('[C30] an undone gift and its undo are no help either', async () => {
  await gives('Biel', 'Carme');
  const [hour] = village.as('Biel').hours;
  assert(hour, 'it stands');
  await village.as('Biel').putRight(hour);
  const [undo] = village.as('Carme').waiting;
  assert(undo, 'she is asked');
  done(await village.as('Carme').sayYes(undo));
  expect(drawnOf('Biel')).toMatchObject({ wasHelped: 0, helped: 0, ties: 0 });
  expect(helpedWith(at('Biel'))).toEqual([]);
});
