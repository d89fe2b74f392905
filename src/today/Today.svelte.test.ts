import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { showMyself } from '@manyhands/community/people';
import type { Fetching, FetchHeldBack } from '@manyhands/community/opened';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { newVillage, seenSmallVillage } from '../specimen/stories.ts';
import { villageDay } from '../specimen/village.ts';
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
    .element(screen.getByRole('button', { name: 'Done. You both agree' }))
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

  test('never shows 0 to somebody who has not been let in', async () => {
    const screen = await visit(await village.knock('Didac (2)'));
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/\b0\s*h\b/);
  });
});

describe('what now?', () => {
  beforeEach(async () => {
    await showMyself(village.placeOf('Ana'), { name: 'Ana', skills: [4] });
    await showMyself(village.placeOf('Carme'), {
      name: 'Carme',
      skills: [],
      area: 'Canal',
    });
    village.goTo(villageDay + 40);
    await village.admit('Didac (2)', { by: 'Biel', skills: [3] });
    await postFor(village, 'Biel', 'Ana');
    await postFor(village, 'Carme', 'Ana', {
      title: 'A ladder',
      category: 1,
      kind: 'thing',
    });
    await village.help('Ana', 'Biel', 90, { by: 'Biel', open: true });
  });

  /** How far down the page an element ends. */
  const endOf = (shown: Locator) =>
    shown.element().getBoundingClientRect().bottom + scrollY;

  test('what waits, fitting cards with their reason, a newcomer: all before 780 pixels', async () => {
    await page.viewport(360, 780);
    const screen = await visit(ana());
    const waits = screen.getByRole('button', { name: 'Yes, that’s right' });
    const fits = screen.getByRole('region', { name: 'On the board for you' });
    const hello = screen.getByRole('link', { name: 'Say hello to Didac' });
    await expect.element(hello).toBeVisible();
    await expect.element(fits.getByText('Biel · You can do this.')).toBeVisible();
    await expect.element(fits.getByText('Carme · New on the board.')).toBeVisible();
    for (const shown of [waits, fits, hello]) {
      expect(endOf(shown)).toBeLessThan(780);
    }
    expect(endOf(waits)).toBeLessThan(endOf(fits));
    expect(endOf(fits)).toBeLessThan(endOf(hello));
    await hello.click();
    await expect
      .element(screen.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Didac');
  });

  test('what has come since is told at the next visit, and not at the first', async () => {
    const first = await visit(ana());
    await expect
      .element(first.getByRole('link', { name: 'Say hello to Didac' }))
      .toBeVisible();
    await expect
      .element(first.getByText('Since you last looked'))
      .not.toBeInTheDocument();
    await first.unmount();
    village.goTo(villageDay + 42);
    await postFor(village, 'Didac', 'Ana', { title: 'A lift' });
    await village.help('Carme', 'Biel', 60);
    const screen = await visit(ana());
    const since = screen.getByRole('region', { name: 'Since you last looked' });
    await expect.element(since.getByRole('link', { name: '1 new card' })).toBeVisible();
    await expect
      .element(since.getByRole('link', { name: '1 time somebody helped' }))
      .toBeVisible();
    await expect.element(since.getByRole('link')).toHaveLength(2);
  });

  test('the hours are one line that leads to all of them, the button at the top to me', async () => {
    const screen = await visit(ana());
    await screen.getByRole('link', { name: 'This is you' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Me' })).toBeVisible();
    await screen.getByRole('link', { name: 'Today 1 waits for your answer' }).click();
    const hours = screen.getByRole('region', { name: 'Your hours' });
    await hours.getByRole('link').click();
    await expect
      .element(screen.getByRole('heading', { name: 'All hours' }))
      .toBeVisible();
  });
});

test('what stands below comes last, and pushes nothing from under a finger', async () => {
  // Where a browser has a quiet moment between any two parts.
  vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act));
  const drawn: string[] = [];
  const watch = new MutationObserver(() => {
    for (const part of ['.empty', 'aside *']) {
      if (document.querySelector(part) && !drawn.includes(part)) drawn.push(part);
    }
  });
  watch.observe(document.body, { subtree: true, childList: true });
  try {
    await visit((await newVillage()).as('Ana'));
    await expect.poll(() => drawn).toHaveLength(2);
  } finally {
    watch.disconnect();
    vi.unstubAllGlobals();
  }

  expect(drawn).toEqual(['.empty', 'aside *']);
});

test('a further phone that has heard no name yet greets nobody', async () => {
  const waiting = await village.knock('');
  const screen = await visit(waiting);
  await expect.element(screen.getByRole('heading', { name: 'Today' })).toBeVisible();
  expect(screen.container.textContent).not.toContain('Somebody without a name');
});

/** What waits for a word; nobody has said any. */
const waiting = (heldBack: FetchHeldBack | null): Fetching => ({
  heldBack,
  isLater: false,
  now: () => undefined,
  later: () => undefined,
});
