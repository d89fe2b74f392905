/**
 * What goes wrong with phones, and what the person reads: what happened, whether
 * anything is lost, what to do. Whatever was shown as saved is there afterwards.
 */
import {
  clearSiteData,
  crash,
  deleteDatabases,
  fillDisk,
  freeDisk,
  freeze,
  makeStorageMortal,
} from '../faults.ts';
import { holdWrites } from '../heldWrites.ts';
import type { Neighbour } from '../neighbour.ts';
import { picture } from '../picture.ts';
import { expect, test, verifyOnly } from '../world.ts';

/** How often a stretch of help stands among somebody's hours. */
async function hoursOf(somebody: Neighbour): Promise<number> {
  await somebody.goesTo('Hours');
  await somebody.isAt('All hours');
  return somebody.page.getByRole('link', { name: /helped/ }).count();
}

/** What failed is tried again by itself, every two and a half seconds. */
async function isToldNoMore(somebody: Neighbour): Promise<void> {
  await expect(somebody.page.getByRole('alert')).toHaveCount(0);
}

test(
  'a tab killed while it records: what was shown as saved is there, once',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    // Shown as saved, then killed.
    await ana.saysWasHelped({ with: 'Biel' });
    await crash(ana.page);
    await ana.comesBack();
    await expect.poll(() => hoursOf(ana)).toBe(1);

    // Killed while its write is under way: nothing was shown, so it may be written again.
    await ana.goesTo('Record help');
    await ana.choose('Someone helped me');
    await ana.choose('Biel');
    await holdWrites(ana.page);
    await ana.press('Ask Biel');
    await ana.reads('One moment…');
    await crash(ana.page);
    await ana.comesBack();
    await expect.poll(() => hoursOf(ana)).toBe(1);

    // Killed at some moment of its own: once at most, and this phone writes on.
    await ana.goesTo('Record help');
    await ana.choose('I helped');
    await ana.choose('Biel');
    await ana.press('Ask Biel');
    await crash(ana.page);
    await ana.comesBack();
    const before = await hoursOf(ana);
    expect([1, 2]).toContain(before);
    await ana.saysHelped({ with: 'Biel' });
    await expect.poll(() => hoursOf(ana)).toBe(before + 1);
    await expect.poll(() => hoursOf(biel)).toBe(before + 1);
    await isToldNoMore(ana);
    await isToldNoMore(biel);
  },
);

test('a full disk is told, keeps nothing by halves, and goes on by itself', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const storage = await makeStorageMortal(biel.page);
  await biel.reloads();
  await biel.isLetIn();
  await storage.fill();
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.readsInAlert(
    'This device has no room left.',
    'What comes in now stays only while this window is open.',
  );
  await biel.reads('Ana says: “You helped me.”');
  await picture(biel.page, 'full-arriving');

  await biel.press('Yes, that’s right');
  await biel.reads('the last thing you wrote was not saved');
  await picture(biel.page, 'full-writing');
  await ana.readsNoMore('Biel has it already');
  await storage.free();
  await biel.readsNoMore('stays only while this window is open');
  await ana.reads('Biel has it already');
  await biel.reloads();
  await biel.saysYes();
});

test(
  'nobody is founded on a disk that is full, or that keeps no keys',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    ana.mayComplainOf(/Quota/);
    await fillDisk(ana.page);
    await ana.follow('Start a community');
    await ana.write('What is it called?', 'Riverside');
    await ana.write('And your name?', 'Ana');
    await ana.press('Go on');
    await ana.press('Start it');
    await ana.readsInAlert('This device has no room left.');
    await picture(ana.page, 'full-founding');
    await freeDisk(ana.page);
    await ana.press('Start it');
    await ana.reads('You are the first one here');

    const biel = await world.neighbour('Biel');
    await biel.page.addInitScript(() => {
      const { prototype } = IDBObjectStore;
      const put: IDBObjectStore['put'] = Reflect.get(prototype, 'put');
      prototype.put = function (
        this: IDBObjectStore,
        value: unknown,
        key?: IDBValidKey,
      ) {
        const isKey = typeof value === 'object' && value !== null && 'secret' in value;
        return put.call(this, isKey ? { ...value, secret: null } : value, key);
      };
    });
    await biel.reloads();
    await biel.follow('Start a community');
    await biel.write('What is it called?', 'Riverside');
    await biel.write('And your name?', 'Biel');
    await biel.press('Go on');
    await biel.press('Start it');
    await biel.readsInAlert('This browser does not let Manyhands keep anything.');
    await picture(biel.page, 'private-founding');

    const carme = await world.neighbour('Carme');
    await carme.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('storage is switched off', 'SecurityError');
      };
    });
    await carme.reloads();
    await carme.readsInAlert('This browser does not let Manyhands keep anything.');
    await picture(carme.page, 'private-start');
  },
);

test(
  'an app that opens on a full disk says so, and opens once there is room',
  verifyOnly,
  async ({ world }) => {
    const didac = await world.neighbour('Didac');
    didac.mayComplainOf(/Quota/);
    await didac.reads('Start a community');
    await didac.keepsTheApp();
    await clearSiteData(didac.page);
    await didac.page.addInitScript(() => {
      if (sessionStorage.getItem('room') !== null) return;
      // As Chromium does it: the making is aborted, and why stands on its transaction.
      const { prototype } = IDBDatabase;
      const name = 'createObjectStore';
      const create: IDBDatabase[typeof name] = Reflect.get(prototype, name);
      prototype[name] = function (this: IDBDatabase, ...asked) {
        const store = create.apply(this, asked);
        const { transaction } = store;
        const value = new DOMException('There is no room', 'QuotaExceededError');
        Object.defineProperty(transaction, 'error', { value, configurable: true });
        queueMicrotask(() => transaction.abort());
        return store;
      };
    });
    await didac.reloads();
    await didac.readsInAlert(
      'This device has no room left.',
      'opening it takes a little room as well',
    );
    await picture(didac.page, 'full-start');
    await didac.page.evaluate(() => sessionStorage.setItem('room', 'there is some'));
    await didac.press('Try again');
    await didac.reads('Start a community');
    await isToldNoMore(didac);
  },
);

test(
  'storage that goes silent is told, and what was written meanwhile is kept',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const storage = await makeStorageMortal(biel.page);
    await biel.reloads();
    await biel.isLetIn();
    await storage.silence();
    await biel.readsInAlert(
      'The storage of this device does not answer.',
      'Manyhands tries again by itself.',
    );
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.reads('Ana says: “You helped me.”');
    await picture(biel.page, 'silent');
    await storage.speak();
    await isToldNoMore(biel);
    await ana.reads('Biel has it already');
    await biel.reloads();
    await biel.saysYes();
  },
);

test(
  'a record that is deleted while it is open is written again; all of it cleared is told',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await deleteDatabases(biel.page, '/document');
    await ana.saysWasHelped({ with: 'Biel' });
    await ana.reads('Biel has it already');
    await biel.reloads();
    await biel.saysYes();

    await deleteDatabases(biel.page, '');
    await biel.goesHome();
    await biel.readsInAlert(
      'What Manyhands kept on this device has been cleared.',
      'passes them on while it is open',
    );
    await picture(biel.page, 'cleared-by-a-page');
    await biel.hasHours('You can ask for 1 hour 30 minutes');

    await clearSiteData(ana.page);
    await ana.goesHome();
    await ana.readsInAlert('What Manyhands kept on this device has been cleared.');
    // Who clears it wants it gone: nothing is written there again.
    expect(await ana.page.evaluate(() => indexedDB.databases())).toEqual([]);
    await picture(ana.page, 'cleared');
    await ana.press('I have an invitation');
    await ana.isAt('Paste a link');
    await ana.page.goBack();
    await ana.reloads();
    await ana.readsInAlert('This device does not hold that community.');
    await picture(ana.page, 'cleared-next-start');
  },
);

test(
  'a frozen tab loses its pen to the next, and says so when it wakes',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    const first = ana.page;
    await freeze(first, 'frozen');
    await ana.comesBack();
    const second = ana.page;
    await ana.isAt('Manyhands is open in another tab');
    await picture(second, 'second-tab');
    await ana.press('Use it here');
    await ana.isLetIn();
    await freeze(first, 'active');
    ana.turnsTo(first);
    await ana.isAt('Manyhands has moved to another tab');
    await picture(first, 'second-tab-taken');
    await second.close();
    await ana.press('Use it here');
    await ana.isLetIn();
  },
);

test('no network, no relay: it says so, goes on, and catches up by itself', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  await biel.closes();
  await ana.goesOffline();
  await ana.saysWasHelped({ with: 'Biel' });
  await ana.goesHome();
  await ana.reads('You are offline. You can go on; nothing is lost.');
  await picture(ana.page, 'offline');
  await ana.goesOnline();
  await ana.reads('Waiting: nobody is online');
  await biel.comesBack();
  await biel.reads('Ana says: “You helped me.”');

  await world.stopRelay();
  await ana.closes();
  await biel.saysYes();
  await biel.goesHome();
  // Whether somebody is online, this phone cannot know now.
  await biel.reads('Waiting: the others cannot be reached from here');
  await picture(biel.page, 'no-relay');
  await biel.hasHours('You can ask for 1 hour 30 minutes');
  await biel.reloads();
  await biel.hasHours('You can ask for 1 hour 30 minutes');
});
