import { expect, test } from 'vitest';
import { isPutOff, putOff, readPutOff, turnsOf } from './reciprocity.ts';
import { Village } from '../testing/village.ts';

test('twice helped, twice helping, and back: by turns, whatever the sums', async () => {
  const village = await Village.found('Ana', { ago: 60 });
  await village.admit('Biel', { by: 'Ana' });
  const turns = () => turnsOf(village.as('Ana').hours);
  const help = (helper: string, helped: string, minutes: number, daysAgo: number) =>
    village.help(helper, helped, minutes, { daysAgo });
  expect(turns()).toEqual({ turn: null, count: 0 });
  await help('Biel', 'Ana', 60, 9);
  expect(turns()).toEqual({ turn: null, count: 1 });
  await help('Biel', 'Ana', 600, 8);
  expect(turns()).toEqual({ turn: 'received', count: 2 });
  // A quarter of an hour given is a turn, however far the sum is below.
  await help('Ana', 'Biel', 15, 7);
  expect(turns().turn).toBeNull();
  await help('Ana', 'Biel', 15, 6);
  expect(turns()).toEqual({ turn: 'given', count: 4 });
  // What waits for a yes is no turn yet, and what was put right is none any more.
  await village.help('Biel', 'Ana', 60, { daysAgo: 5, open: true });
  expect(turns()).toEqual({ turn: 'given', count: 4 });
  const [last] = village.as('Ana').hours.filter(({ stage }) => stage === 'met');
  if (last) await village.as('Ana').putRight(last);
  const asked = village
    .as('Biel')
    .waiting.find(({ transfer }) => transfer.kind === 'undo');
  if (asked) await village.as('Biel').sayYes(asked);
  expect(turns()).toEqual({ turn: null, count: 3 });
});

test('put off it is quiet for a while, on this phone', async () => {
  const village = await Village.found('Ana');
  const { notes } = village.placeOf('Ana');
  expect(await readPutOff(notes)).toBeNull();
  await putOff(notes, 7);
  expect(await readPutOff(notes)).toBe(7);
  expect([6, 7, 10, 11].map((count) => isPutOff(count, 7))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  await notes.put('turns/later', Uint8Array.of(255));
  expect(await readPutOff(notes)).toBeNull();
});
