/** A newer version of the app comes while somebody is writing, and while two tabs are open. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { picture } from '../picture.ts';
import { expect, test as base, verifyOnly } from '../world.ts';

/** Where the app lies, and how a newer version of it is put there. */
interface Host {
  readonly url: string;
  readonly publish: (version: string) => Promise<void>;
}

const test = base.extend<{ host: Host }>({
  host: async ({ world }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'manyhands-dist-'));
    await cp('dist', folder, { recursive: true });
    const worker = join(folder, 'sw.js');
    const publish = async (version: string) => {
      const before = await readFile(worker, 'utf8');
      const named = `const VERSION = "${version}"`;
      await writeFile(worker, before.replace(/const VERSION = "\w+"/, named));
    };
    await use({ url: await world.mirror(folder), publish });
    await rm(folder, { recursive: true, force: true });
  },
});

/** What the browser does by itself now and then: looks for a newer version. */
const looksForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });

test('an update during an entry waits, and the entry is there after it', async ({
  world,
  host,
}) => {
  const ana = await world.neighbour('Ana', host.url);
  await ana.founds('Riverside');
  await ana.keepsTheApp();
  await ana.goesTo('Board');
  await ana.follow('Pin a card');
  await ana.choose('I could use help');
  await ana.choose('Garden');
  await ana.write('In a few words', 'The hedge is qui');

  await host.publish('newer');
  await looksForUpdate(ana.page);
  await ana.reads('There is a new version');
  await picture(ana.page, 'update-offered');
  const word = ana.page.getByLabel('In a few words');
  await expect(word).toHaveValue('The hedge is qui');
  await ana.write('In a few words', 'The hedge is quite tall');
  const reloaded = ana.page.waitForEvent('load');
  await ana.press('Use the new version');
  await reloaded;
  await expect(word).toHaveValue('The hedge is quite tall');
  expect(await ana.page.evaluate(() => caches.keys())).toEqual(['manyhands-app-newer']);
  await ana.press('Pin it to the board');
  await ana.isAt('The hedge is quite tall');
});

test(
  'an older version in another tab says that it is one, and writes nothing',
  verifyOnly,
  async ({ world, host }) => {
    const ana = await world.neighbour('Ana', host.url);
    await ana.founds('Riverside');
    await ana.keepsTheApp();
    await host.publish('newer');
    const older = ana.page;
    await ana.comesBack();
    const newer = ana.page;
    await looksForUpdate(newer);
    await ana.isAt('Manyhands is open in another tab');
    const reloaded = newer.waitForEvent('load');
    await ana.press('Use the new version');
    await reloaded;
    await ana.press('Use it here');
    await ana.isLetIn();

    ana.turnsTo(older);
    await ana.isAt('Manyhands has moved to another tab');
    await ana.reads('A newer version is open in another tab');
    await picture(older, 'version-left-behind');
    await ana.press('Open it again');
    await ana.isAt('Manyhands is open in another tab');
    await ana.readsNoMore('A newer version is open in another tab');
  },
);
