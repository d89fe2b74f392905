/** In which order a phone gets what it shows: first what is waited for. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../world.ts';

declare global {
  interface Window {
    /** Of a page that never comes to rest: what it would do then, and how to let it rest. */
    rest?: () => void;
    /** How often it asked for a service worker. */
    workersAsked?: number;
  }
}

/** The scripts that this page has asked for, by the names that they have in the source. */
const scriptsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/assets\/(.+?)-.{7,8}\.js$/.exec(name)?.[1])
      .filter((name) => name !== undefined),
  );

/** Its pages come to rest only when they are told to, however long they are waited for. */
async function neverRests(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    const real = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (act, options) => {
      // What is put off by a tenth of a second is drawn, and seen.
      if ((options?.timeout ?? 0) <= 100) return real(act, options);
      return held.push(act);
    };
    window.rest = () => {
      window.requestIdleCallback = real;
      for (const act of held) real(act);
    };
    window.workersAsked = 0;
    const all = ServiceWorkerContainer.prototype;
    // oxlint-disable-next-line unbound-method -- called with its own container below
    const { register } = all;
    all.register = function (...of) {
      window.workersAsked = (window.workersAsked ?? 0) + 1;
      return register.apply(this, of);
    };
  });
}

const workersAsked = (page: Page) => page.evaluate(() => window.workersAsked);

test('the first screen stands before the whole app is fetched for later', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await neverRests(ana.context);
  await ana.reloads();
  await ana.reads('Look around in a demo');
  expect(await workersAsked(ana.page)).toBe(0);
  await ana.page.evaluate(() => window.rest?.());
  await expect.poll(() => workersAsked(ana.page)).toBe(1);
});

test('a home stands before others are looked for and other tabs fetched', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await neverRests(ana.context);
  await ana.reloads();
  await ana.reads('You are the first one here');
  await ana.reads('No internet?');
  const before = await scriptsOf(ana.page);
  expect(before).toContain('home');
  for (const late of ['Board', 'People', 'Me', 'yWebrtcRoom'])
    expect(before).not.toContain(late);
  await ana.page.evaluate(() => window.rest?.());
  const late = ['Board', 'People', 'Me', 'yWebrtcRoom'];
  await expect.poll(() => scriptsOf(ana.page)).toEqual(expect.arrayContaining(late));
});

test('the code of a home comes while the disk still looks for who is here', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await ana.context.addInitScript(() => {
    // A disk that never answers.
    IDBOpenDBRequest.prototype.addEventListener = () => undefined;
  });
  await ana.reloads();
  await expect.poll(() => scriptsOf(ana.page)).toContain('home');
});

for (const [locale, title] of [
  ['es', 'Una hora es una hora'],
  ['ar', 'الساعة ساعة'],
] as const) {
  test(`the first screen in ${locale} waits for its words and for nothing of a home`, async ({
    browser,
    world,
  }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(world.address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect((await scriptsOf(page)).sort()).toEqual([
      locale,
      'index',
      'rolldown-runtime',
    ]);
    await context.close();
  });
}
