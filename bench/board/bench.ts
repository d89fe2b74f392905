/**
 * The board of a large community, as the app draws it: 1,000 members, some 3,000 cards, a third
 * with a picture, on a phone whose processor is four times slower than this one.
 */
import type { Page } from '@playwright/test';
import type { Replica } from '@manyhands/replica';
import { median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { onSpecimen } from '../specimenPage.ts';
import type { OnSpecimen } from '../specimenPage.ts';

export const question =
  'How long from a keystroke to the answer on a board of 3,000 cards, at a quarter of the speed, and how many bytes is it?';

const slowDown = 4;
/** As many cards as stand on the board before anybody asks for more. */
const cardsAtFirst = 24;
/** What is written, letter by letter, and taken back; each letter is one answer. */
const asked = ['tomatoes', 'دروس', 'clinic 12', '園芸'];

export const measure = (): Promise<Measure[]> => onSpecimen('board', measureOn);

async function measureOn({ page, comesTo }: OnSpecimen): Promise<Measure[]> {
  await comesTo('pictures');
  const kept = await page.evaluate(bytesKept);
  await comesTo('bigboard');
  const bytes = await page.evaluate(bytesOfBoard);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  const opened = await opening(page);
  const answers = await typing(page);
  const sorted = answers.toSorted((a, b) => a - b);
  const slow = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const ms = (what: string, value: number, atMost?: number): Measure => ({
    what,
    value: Math.round(value),
    unit: 'ms',
    ...(atMost === undefined ? {} : { goal: { atMost } }),
  });
  const megabytes = (what: string, value: number): Measure => ({
    what,
    value: Number((value / 1e6).toFixed(2)),
    unit: 'MB',
    goal: { atMost: 15 },
  });
  return [
    ms('from the tap until the first cards stand in the page', opened.first),
    ms('from the tap until a screenful or two stand in the page', opened.all),
    ms('an answer, median', median(answers), 50),
    ms('nine in ten answers within', slow, 50),
    ms('the slowest answer', sorted.at(-1) ?? 0, 200),
    megabytes('board as it is sent, a third of the cards with a picture', bytes),
    megabytes('in IndexedDB, all members and every card with a picture', kept),
  ];
}

/** What the page of the specimen offers. */
interface Told {
  readonly community: { readonly place: { readonly replica: Replica } };
  readonly bytesOnDisk: (replica: Replica) => Promise<number>;
}

/** In the page: what it weighs on a phone's disk. */
function bytesKept(): Promise<number> {
  const { community, bytesOnDisk } = globalThis as unknown as Told;
  return bytesOnDisk(community.place.replica);
}

/** In the page: what a phone would be sent of everybody's board. */
function bytesOfBoard(): number {
  const { replica } = (globalThis as unknown as Told).community.place;
  let asks = replica
    .vector()
    .filter(({ log }) => log.kind === 'board')
    .map(({ logId, length }) => ({ log: logId.slice(0, 32), from: 0, max: length }));
  let board = 0;
  while (asks.length > 0) {
    const { page, rest } = replica.page(asks);
    if (!page) break;
    board += page.length;
    asks = [...rest];
  }
  return board;
}

async function opening(page: Page): Promise<{ first: number; all: number }> {
  await page.evaluate((all) => {
    const links = [...document.querySelectorAll('a')];
    const link = links.find((each) => each.hash.endsWith('/board'));
    const seen: Record<string, number> = {};
    Object.assign(globalThis, { seen });
    const started = performance.now();
    const look = () => {
      const cards = document.querySelectorAll('article').length;
      if (cards > 0) seen['first'] ??= performance.now() - started;
      if (cards >= all) seen['all'] ??= performance.now() - started;
      else requestAnimationFrame(look);
    };
    link?.click();
    look();
  }, cardsAtFirst);
  await page.waitForFunction(() => 'all' in (globalThis as never)['seen']);
  return page.evaluate(() => (globalThis as never)['seen']);
}

/** From each input event to the first moment after the frame that shows its answer. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const answers: number[] = [];
    Object.assign(globalThis, { answers });
    document.addEventListener(
      'input',
      () => {
        const started = performance.now();
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => answers.push(performance.now() - started);
          painted.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const field = page.getByLabel('Find on the board');
  await field.focus();
  let expected = 0;
  for (const text of asked) {
    for (const letter of text) {
      await page.keyboard.insertText(letter);
      expected += 1;
      await page.waitForFunction(
        (count) =>
          (globalThis as never as { answers: number[] }).answers.length >= count,
        expected,
      );
    }
    for (const _ of text) {
      await page.keyboard.press('Backspace');
      expected += 1;
      await page.waitForFunction(
        (count) =>
          (globalThis as never as { answers: number[] }).answers.length >= count,
        expected,
      );
    }
  }
  return page.evaluate(() => (globalThis as never as { answers: number[] }).answers);
}
