import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { giveHelp } from '@manyhands/community/hours';
import type { Fetching, FetchHeldBack } from '@manyhands/community/opened';
import { newVillage, seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { tap, visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');

test('one tap on “Yes, that’s right” moves the hour, and its halves meet', async () => {
  await village.help('Ana', 'Biel', 90, { by: 'Biel', open: true });
  const screen = await visit(ana());
  await expect
    .element(screen.getByRole('heading', { name: 'Biel says: “You helped me.”' }))
    .toBeVisible();

  await tap(screen.getByRole('button', { name: 'Yes, that’s right' }));

  await expect
    .element(screen.getByRole('heading', { name: 'Done. You both agree' }))
    .toHaveFocus();
  await expect.element(screen.getByText('You can ask for 1 h 30.')).toBeVisible();
  await expect
    .element(screen.getByText('Before, you had nothing to give or ask.'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('img', { name: /both have said yes/ }))
    .toHaveClass('met');
  expect(village.as('Biel').balance).toBe(-90);
});

test('what I asked can be taken back, and nothing moves', async () => {
  await village.help('Ana', 'Carme', 60, { open: true });
  const screen = await visit(ana());

  await screen.getByRole('button', { name: /Take back/ }).click();

  await expect
    .element(screen.getByText('Taken back. No hours have changed.'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('heading', { name: 'You have asked' }))
    .not.toBeInTheDocument();
  expect(village.as('Carme').waiting).toEqual([]);
});

test('a yes that comes from elsewhere is seen without a reload', async () => {
  await village.help('Ana', 'Carme', 60, { open: true });
  const screen = await visit(ana());
  await expect
    .element(screen.getByText('Nothing to give or ask yet', { exact: true }))
    .toBeVisible();

  const [asked] = village.as('Carme').waiting;
  if (asked) await village.as('Carme').sayYes(asked);

  await expect.element(screen.getByText('1 h', { exact: true }).first()).toBeVisible();
});

test('[ledger/L5] who is asked past the limit is warned, and may say yes', async () => {
  await village.help('Ana', 'Biel', 590);
  await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
  const screen = await visit(ana());

  await expect
    .element(screen.getByText(/Biel would then have 10\sh\s50 to give back/))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Yes, that’s right' }).click();
  await expect.poll(() => ana().balance).toBe(650);
});

test('[ledger/L15] what only a later version understands hides its writer’s sums', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(ana());
  await expect
    .element(screen.getByText('You can ask for', { exact: true }))
    .toBeVisible();

  // Somebody else's entry hides nothing of Ana's.
  await village.sayOfTomorrow('Biel');
  await expect
    .element(screen.getByText('You can ask for', { exact: true }))
    .toBeVisible();
  await village.sayOfTomorrow('Ana');

  await expect
    .element(screen.getByText('Update to see all hours', { exact: true }).first())
    .toBeVisible();
  expect(screen.container.textContent).not.toMatch(/You can ask for|you helped for/);
  location.hash = `#/p/${ana().address}/hours`;
  await expect
    .element(screen.getByRole('heading', { name: 'All hours' }))
    .toBeVisible();
  expect(screen.container.textContent).not.toMatch(
    /given|\d\sh of help|You can ask for/,
  );
});

describe('the status line', () => {
  test('counts only members whose phones said that they have stored it', async () => {
    const screen = await visit(ana());
    await expect.element(screen.getByText('Waiting: nobody is online')).toBeVisible();

    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel', 'Carme', 'Ana']) });
    await expect.element(screen.getByText('Also kept by 2 members')).toBeVisible();

    await village.help('Ana', 'Didac', 60, { open: true });
    await expect
      .element(screen.getByText('Also kept by 2 members'))
      .not.toBeInTheDocument();
  });

  test('says what needs attention, and that the sum may lack something', async () => {
    village.placeOf('Ana').hear({ trouble: 'StoreFull' });
    const screen = await visit(ana());
    await expect.element(screen.getByText('Needs attention')).toBeVisible();
    await expect
      .element(screen.getByText('This device has no room left.'))
      .toBeVisible();
  });

  test('counts what is still being fetched', async () => {
    const progress = { have: 120, of: 400, bytes: 30_000, ofBytes: 100_000 };
    village.placeOf('Ana').hear({ progress });
    const screen = await visit(ana());
    await expect.element(screen.getByText('120 of 400')).toBeVisible();
    // That is here before anybody could stop it.
    await expect
      .element(screen.getByRole('button', { name: 'Stop for now' }))
      .not.toBeInTheDocument();
  });

  test('of much it tells the megabytes, and can be stopped', async () => {
    const progress = { have: 120, of: 400, bytes: 3_600_000, ofBytes: 12_000_000 };
    const fetch = { ...waiting(null), later: vi.fn() };
    village.placeOf('Ana').hear({ progress, fetch });
    const screen = await visit(ana());
    await expect
      .element(screen.getByText('120 of 400 · 3.6 MB of about 12 MB'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Stop for now' }).click();
    expect(fetch.later).toHaveBeenCalledOnce();
  });

  test('asks before it fetches much where that may cost', async () => {
    const fetch = {
      ...waiting({ entries: 40_000, bytes: 12_000_000 }),
      now: vi.fn(),
      later: vi.fn(),
    };
    village.placeOf('Ana').hear({ fetch });
    const screen = await visit(ana());
    await expect.element(screen.getByText('About 12 MB to download')).toBeVisible();
    await screen.getByRole('button', { name: 'Leave it for later' }).click();
    expect(fetch.later).toHaveBeenCalledOnce();
    await screen.getByRole('button', { name: 'Download it now' }).click();
    expect(fetch.now).toHaveBeenCalledOnce();
    village.placeOf('Ana').hear({ fetch: { ...fetch, isLater: true } });
    await expect
      .element(screen.getByText('About 12 MB not downloaded yet.', { exact: false }))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Download it now' }).click();
    expect(fetch.now).toHaveBeenCalledTimes(2);
  });
});

describe('empty', () => {
  test('whoever is alone is asked to invite', async () => {
    const screen = await visit((await newVillage()).as('Ana'));
    await expect
      .element(screen.getByRole('link', { name: 'Invite someone' }))
      .toBeVisible();
  });

  test('where there are neighbours and no hours, to record the first', async () => {
    const screen = await visit(ana());
    await expect
      .element(screen.getByRole('heading', { name: 'The first hour' }))
      .toBeVisible();
  });

  test('never shows 0 to somebody who has not been let in', async () => {
    const screen = await visit(await village.knock('Didac (2)'));
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/\b0\s*h\b/);
  });
});

/** What waits for a word; nobody has said any. */
const waiting = (heldBack: FetchHeldBack | null): Fetching => ({
  heldBack,
  isLater: false,
  now: () => undefined,
  later: () => undefined,
});

test('after a gift of help the first hour is not asked for any more', async () => {
  const biels = village.placeOf('Biel');
  const gift = { with: village.memberOf('Ana'), iHelped: true, day: biels.today() };
  expect((await giveHelp(biels, gift)).ok).toBe(true);
  const screen = await visit(ana());
  const first = screen.getByRole('heading', { name: 'The first hour' });
  await expect.element(first).toBeVisible();

  await screen.getByRole('button', { name: 'Yes, that’s right' }).click();

  await expect
    .element(screen.getByRole('heading', { name: 'Your year' }))
    .toBeVisible();
  await expect.element(first).not.toBeInTheDocument();
});
