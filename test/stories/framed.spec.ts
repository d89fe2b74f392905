/** Another site shows the app inside of a page of its own, to lead the finger of whoever comes. */
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { plainHost, strangeSite } from '../plainHost.ts';
import type { PlainHost } from '../plainHost.ts';
import { expect, test, verifyOnly } from '../world.ts';

const hosts: PlainHost[] = [];
test.afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

/** The app on a host that sends no headers; an address of its own is an origin of its own. */
async function withoutHeaders(): Promise<string> {
  const host = await plainHost('dist');
  hosts.push(host);
  return host.url;
}

/** Opens a page of somebody else that has `address` in a frame. */
async function opensAStrangePage(page: Page, address: string): Promise<FrameLocator> {
  const frame = `<iframe src="${address}" width="400" height="700"></iframe>`;
  const site = await strangeSite(`<h1>A pretty picture</h1>${frame}`);
  hosts.push(site);
  await page.goto(site.url);
  return page.frameLocator('iframe');
}

/** From now on every page and frame notes what of a person's it reaches for. */
async function watches(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const reached: string[] = [];
    Object.assign(globalThis, { reached });
    // What an empty page is shown before it has an address has none of this.
    if (!isSecureContext) return;
    const note = (of: object, name: string) => {
      const act = Reflect.get(of, name) as (...given: unknown[]) => unknown;
      Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
        reached.push(name);
        return Reflect.apply(act, this, given);
      });
    };
    note(IDBFactory.prototype, 'open');
    note(IDBFactory.prototype, 'databases');
    note(ServiceWorkerContainer.prototype, 'register');
    note(LockManager.prototype, 'request');
    for (const act of ['importKey', 'generateKey', 'sign', 'deriveBits', 'decrypt'])
      note(SubtleCrypto.prototype, act);
    globalThis.WebSocket = class extends WebSocket {
      constructor(address: string | URL) {
        super(address);
        reached.push(`WebSocket ${address}`);
      }
    };
  });
}

const reachedIn = (frame: FrameLocator): Promise<string[]> =>
  frame
    .locator('body')
    .evaluate(() => (globalThis as unknown as { reached: string[] }).reached);

test('in a frame there is nothing of anybody, and one way out of it', async ({
  world,
}) => {
  const address = await withoutHeaders();
  const ana = await world.neighbour('Ana', address);
  ana.mayMissTheNetwork();
  await ana.founds('Riverside');
  // Its host is gone with this story, while what is loaded late may be on its way.
  await ana.keepsTheApp();
  await watches(ana.context);
  const strange = await ana.context.newPage();
  await ana.closes();
  const frame = await opensAStrangePage(strange, `${address}/`);
  await expect(
    frame.getByRole('heading', { name: 'Manyhands is shown inside another page' }),
  ).toBeVisible();
  await expect(frame.getByText('Nothing of yours is open here.')).toBeVisible();
  await expect(frame.locator('#app')).not.toContainText('Riverside');
  await expect(frame.getByRole('button')).toHaveText(['Go to the content']);
  expect(await reachedIn(frame)).toEqual([]);

  await frame.getByRole('link', { name: 'Open Manyhands on its own' }).click();
  await expect(strange.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(strange.url()).origin).toBe(address);
  await expect(strange.getByText('Riverside').first()).toBeVisible();
});

test(
  'also in a frame of a frame, and where an invitation is shown',
  verifyOnly,
  async ({ world, page }) => {
    const address = await withoutHeaders();
    await watches(page.context());
    const inner = await strangeSite(`<iframe src="${address}/#j/AAAA"></iframe>`);
    hosts.push(inner);
    const outer = await opensAStrangePage(page, inner.url);
    const frame = outer.frameLocator('iframe');
    const way = frame.getByRole('link', { name: 'Open Manyhands on its own' });
    await expect(way).toHaveAttribute('href', `${address}/#j/AAAA`);
    expect(await reachedIn(frame)).toEqual([]);
    expect(world.complaints()).toEqual([]);
  },
);

for (const [locale, title, act] of [
  ['es', 'Manyhands aparece dentro de otra página', 'Abrir Manyhands por sí solo'],
  ['ar', 'يظهر Manyhands داخل صفحة أخرى', 'فتح Manyhands وحده'],
] as const) {
  test(
    `it is said in the language of the phone: ${locale}`,
    verifyOnly,
    async ({ browser }) => {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      const frame = await opensAStrangePage(page, `${await withoutHeaders()}/`);
      await expect(frame.getByRole('heading', { name: title })).toBeVisible();
      await expect(frame.getByRole('link', { name: act })).toBeVisible();
      await context.close();
    },
  );
}

test('what our own relay serves is in nobody’s frame', async ({ world, page }) => {
  await opensAStrangePage(page, `${world.address}/`);
  const [, framed] = page.frames();
  await expect.poll(() => framed?.url()).toMatch(/^chrome-error:/);
});
