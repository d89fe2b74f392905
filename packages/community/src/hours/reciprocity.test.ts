import { expect, test } from 'vitest';
import { isPutOff, putOff, readPutOff, reciprocityOf } from './reciprocity.ts';
import { Village } from '../testing/village.ts';

test('twice helped, twice helping, and back: one way or both, whatever the sums', async () => {
  const village = await Village.found('Ana', { ago: 60 });
  await village.admit('Biel', { by: 'Ana' });
  const seen = () => reciprocityOf(village.as('Ana').hours);
  const help = (helper: string, helped: string, minutes: number, daysAgo: number) =>
    village.help(helper, helped, minutes, { daysAgo });
  expect(seen()).toEqual({ oneWay: null, count: 0 });
  await help('Biel', 'Ana', 60, 9);
  expect(seen()).toEqual({ oneWay: null, count: 1 });
  await help('Biel', 'Ana', 600, 8);
  expect(seen()).toEqual({ oneWay: 'received', count: 2 });
  // A quarter of an hour given ends it, however far the sum is below.
  await help('Ana', 'Biel', 15, 7);
  expect(seen().oneWay).toBeNull();
  await help('Ana', 'Biel', 15, 6);
  expect(seen()).toEqual({ oneWay: 'given', count: 4 });
  // What waits for a yes does not count yet, and what was put right does not any more.
  await village.help('Biel', 'Ana', 60, { daysAgo: 5, open: true });
  expect(seen()).toEqual({ oneWay: 'given', count: 4 });
  const [last] = village.as('Ana').hours.filter(({ stage }) => stage === 'met');
  if (last) await village.as('Ana').putRight(last);
  const asked = village
    .as('Biel')
    .waiting.find(({ transfer }) => transfer.kind === 'undo');
  if (asked) await village.as('Biel').sayYes(asked);
  expect(seen()).toEqual({ oneWay: null, count: 3 });
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
