import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Day } from '@manyhands/base';
import { beginGathering, zoneHere } from '@manyhands/community/gatherings';
import { boardVillage } from '../specimen/boards.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { keepWall } from './wallChoice.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(1280, 800);
  village = await boardVillage();
});

const ana = () => village.as('Ana');

test('the wall shows what hangs on the board, and names nobody unless it is told to', async () => {
  const screen = await visit(ana(), '/wall');
  const board = screen.getByRole('region', { name: 'On our board' });
  await expect.element(board.getByRole('article')).toHaveLength(4);
  await expect
    .element(board.getByRole('heading', { name: 'Roses pruned, and why' }))
    .toBeVisible();
  // Nobody stands before a wall to scroll it.
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
  for (const name of ['Ana', 'Biel Serra', 'Health centre'])
    expect(screen.getByText(name).elements()).toEqual([]);
  await screen.unmount();

  keepWall(ana().address, { hasNames: true, code: '' });
  const named = await visit(ana(), '/wall');
  const walkers = named
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Walking group' }) });
  await expect.element(walkers.getByText('Health centre')).toBeVisible();
});

test('the wall lists the hours that it counts, and no other', async () => {
  await village.help('Ana', 'Biel Serra', 60);
  await village.help('Carme', 'Ana', 45);
  await village.help('Ana', 'Carme', 30);
  const undone = ana().hours.find(({ transfer }) => transfer.minutes === 30);
  if (undone) await ana().putRight(undone);
  const [asked] = village.as('Carme').waiting;
  if (asked) await village.as('Carme').sayYes(asked);

  const screen = await visit(ana(), '/wall');
  const { exchanges } = ana().together;
  await expect
    .element(screen.getByText(`${exchanges} exchanges`, { exact: false }))
    .toBeVisible();
  const newest = screen.getByRole('article', { name: 'What is new' });
  await expect.element(newest.getByText('45\u00a0min')).toBeVisible();
  expect(newest.getByText('30\u00a0min').elements()).toEqual([]);
});

test('the wall shows what happens this week, and nobody has to scroll', async () => {
  const place = village.placeOf('Ana');
  const walk = {
    ...{ group: null, words: '', access: '', bring: '', seats: null, until: null },
    ...{ title: 'A walk to the mill', place: 'At the bridge', zone: zoneHere() },
    ...{ minute: 600, length: 120, every: 'weekly' as const },
  };
  for (const days of [2, 3, 9])
    await beginGathering(place, { ...walk, day: (place.today() + days) as Day });
  const screen = await visit(ana(), '/wall');
  const week = screen.getByRole('article', { name: 'What happens this week' });
  await expect.element(week.getByText('At the bridge')).toBeVisible();
  expect(week.getByRole('listitem').elements()).toHaveLength(1);
  expect(week.getByRole('link').elements()).toEqual([]);
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
});
