/**
 * What the screens of a town cost, as the app draws them: 1,000 members, 3,000 cards, and 1,000
 * hours or 100,000. By the clock of the processor, so that other processes do not count; what a
 * phone of a quarter of the speed takes is four times that.
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Replica } from '@manyhands/replica';
import { tracing } from '../mainThread.ts';
import type { Busy } from '../mainThread.ts';
import type { Measure } from '../measure.ts';
import { onSpecimen } from '../specimenPage.ts';
import type { OnSpecimen } from '../specimenPage.ts';

export const question =
  'What does a tap cost on each screen, and an hour of others that arrives, at 1,000 members with 1,000 hours and with 100,000?';

const screens = {
  Today: '/home',
  Board: '/board',
  People: '/people',
  Me: '/me',
  'all hours': '/hours',
  'all about us': '/us',
} as const;
type Screen = keyof typeof screens;

const sizes = [1_000, 100_000] as const;
/** So many hours arrive at each screen, one by one. */
const arriving = 5;
const slowDown = 4;

/** Milliseconds of the main thread, and elements of the page. */
interface Cost {
  readonly tap: number;
  readonly entry: number;
  readonly elements: number;
}

type Costs = Record<Screen, Cost>;

export const measure = (): Promise<Measure[]> =>
  onSpecimen('screens', async (on) => {
    const [few, many] = [await costsAt(on, sizes[0]), await costsAt(on, sizes[1])];
    return (Object.keys(screens) as Screen[]).flatMap((screen) =>
      measuresOf(screen, few[screen], many[screen]),
    );
  });

function measuresOf(screen: Screen, few: Cost, many: Cost): Measure[] {
  const ms = (what: string, value: number, atMost: number): Measure => ({
    what: `${screen}: ${what}`,
    value: Number(value.toFixed(1)),
    unit: 'ms',
    goal: { atMost },
  });
  return [
    ms('longest task after the tap, at a quarter', many.tap * slowDown, 200),
    ms('an hour of others arrives', many.entry, 15),
    {
      what: `${screen}: the same, against 1,000 hours`,
      value: Number((many.entry / few.entry).toFixed(2)),
      unit: '×',
      goal: { atMost: 1.3 },
    },
    {
      what: `${screen}: elements`,
      value: many.elements,
      unit: '',
      ...(screen === 'People' ? { goal: { atMost: 1_500 } } : {}),
    },
  ];
}

async function costsAt({ page, comesTo }: OnSpecimen, hours: number): Promise<Costs> {
  await comesTo(`town&hours=${hours}`);
  await page.evaluate(learn);
  const session = await page.context().newCDPSession(page);
  const costs: Partial<Costs> = {};
  // Today is on the screen already, and a tap that leads to where one is does nothing.
  await page.evaluate(goTo, '/add');
  for (const [screen, address] of Object.entries(screens)) {
    const { longest } = await busyWhile(session, page, goTo, address);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    await page.evaluate(prepare, arriving);
    const { inAll } = await busyWhile(session, page, comeIn, null);
    costs[screen as Screen] = { tap: longest, entry: inAll / arriving, elements };
  }
  await session.detach();
  return costs as Costs;
}

async function busyWhile<T>(
  session: CDPSession,
  page: Page,
  act: (given: T) => Promise<void>,
  given: T,
): Promise<Busy> {
  const traced = await tracing(session);
  await page.evaluate(act as (given: unknown) => Promise<void>, given);
  return traced();
}

/** What the page of the specimen offers, and what this puts there. */
interface Told {
  readonly village: { placeOf(name: string): { readonly replica: Replica } };
  readonly anHourIn: (village: Told['village']) => () => Promise<Uint8Array>;
  pages: Uint8Array[];
  /** Milliseconds have passed in which it could have done anything that waits. */
  idleFor: (ms: number) => Promise<void>;
}

/** In the page, once. */
async function learn(): Promise<void> {
  const told = globalThis as unknown as Told;
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  told.idleFor = async (ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until) await idle();
  };
  await told.idleFor(2_000);
}

/** In the page: as a link does that somebody taps; then whatever follows has its time. */
async function goTo(address: string): Promise<void> {
  location.hash = location.hash.replace(/^(#\/p\/[^/]+).*/, `$1${address}`);
  await (globalThis as unknown as Told).idleFor(2_000);
}

/** In the page: the hours that are to come are written. */
async function prepare(count: number): Promise<void> {
  const told = globalThis as unknown as Told;
  const write = told.anHourIn(told.village);
  told.pages = [];
  while (told.pages.length < count) told.pages.push(await write());
}

/** In the page: they come, one by one; then whatever follows has its time. */
async function comeIn(): Promise<void> {
  const { pages, village, idleFor } = globalThis as unknown as Told;
  const { replica } = village.placeOf('Ana');
  for (const page of pages) {
    // Nobody's share of a day is used up by it.
    const { added } = await replica.receive(page, { type: 'archive' });
    if (added.length === 0) throw new Error('An hour is not taken');
    await idleFor(300);
  }
}
