import { expect, test } from 'vitest';
import { Village } from '../testing/village.ts';
import { letThreeIn } from '../testing/villages.ts';
import type { Topic } from './changes.ts';
import { ofVersion, remembered } from './remembered.ts';

async function counting(...asked: [Topic | 'people' | 'mine' | 'help', ...Topic[]]) {
  const village = await Village.found('Ana', { ago: 30 });
  await letThreeIn(village);
  const place = village.placeOf('Ana');
  let looks = 0;
  const look = remembered(() => ({ look: (looks += 1) }), ...asked);
  return { village, place, look };
}

test('what was looked up is the same object until something of its topics changes', async () => {
  const { place, look } = await counting('ledger', 'disk');
  const first = look(place);
  expect(look(place)).toBe(first);
  place.tell('board');
  place.tell('links');
  expect(look(place)).toBe(first);
  place.tell('disk');
  expect(look(place)).not.toBe(first);
});

test('a change is seen before anybody has been told of it', async () => {
  const { village, place } = await counting('ledger');
  const untold = Object.create(place, { told: { value: () => 0 } }) as typeof place;
  const members = remembered(
    ({ replica }) => replica.ledger.members().length,
    'ledger',
  );
  expect(members(untold)).toBe(4);
  await village.admit('Nora', { by: 'Ana' });
  expect(members(untold)).toBe(5);
});

test('what hangs on the clock is looked up again in another minute', async () => {
  const { village, place, look } = await counting('ledger');
  const first = look(place);
  village.clock.minute += 1;
  const second = look(place);
  expect(second).not.toBe(first);
  village.clock.minute -= 1;
  expect(look(place)).not.toBe(second);
});

test('what asks for no hours is looked up again when somebody comes, not when hours do', async () => {
  const { village, place, look } = await counting('people');
  // With the first word of each phone it is known whose it is.
  await village.help('Ana', 'Biel', 30);
  const first = look(place);
  await village.help('Ana', 'Biel', 60);
  expect(place.replica.ledger.balanceOf(village.memberOf('Ana'))).toBe(90);
  expect(look(place)).toBe(first);
  await village.admit('Nora', { by: 'Ana' });
  expect(look(place)).not.toBe(first);
});

test('what asks for my hours is looked up again when somebody comes, not for hours of others', async () => {
  const { village, place, look } = await counting('mine');
  await village.help('Ana', 'Biel', 30);
  await village.help('Carme', 'Biel', 30);
  const [first, hours] = [look(place), village.as('Ana').hours];
  await village.help('Carme', 'Biel', 60);
  expect(look(place)).toBe(first);
  // A long list of them is drawn no more than once.
  expect(village.as('Ana').hours).toBe(hours);
  await village.help('Biel', 'Ana', 15, { open: true });
  const second = look(place);
  expect(second).not.toBe(first);
  expect(village.as('Ana').hours).toHaveLength(2);
  const [asked] = village.as('Ana').waiting;
  if (asked) await village.as('Ana').sayNo(asked);
  expect(look(place)).not.toBe(second);
  const third = look(place);
  await village.admit('Nora', { by: 'Ana' });
  expect(look(place)).not.toBe(third);
});

test('what asks for everybody’s help is looked up again once some stands, and not before', async () => {
  const { village, place, look } = await counting('help');
  const first = look(place);
  await village.help('Carme', 'Biel', 60, { open: true });
  expect(look(place)).toBe(first);
  const [asked] = village.as('Biel').waiting;
  if (asked) await village.as('Biel').sayYes(asked);
  expect(look(place)).not.toBe(first);
});

test('each place has its own', async () => {
  const { village, look } = await counting('ledger');
  expect(look(village.placeOf('Ana'))).not.toBe(look(village.placeOf('Biel')));
});

test('of a fold it is looked up once for each version', () => {
  const fold = { version: 1 };
  const look = ofVersion((of: { version: number }) => ({ at: of.version }));
  const first = look(fold);
  expect(look(fold)).toBe(first);
  fold.version = 2;
  expect(look(fold)).toEqual({ at: 2 });
  expect(look({ version: 2 })).not.toBe(look(fold));
});
