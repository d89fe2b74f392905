/** One phone, several communities; one phone, several people, each behind a lock. */
import type { CDPSession } from '@playwright/test';
import { keptHere } from '../keptHere.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function goesToSettings(ana: Neighbour, row: string): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow(row);
}

async function isInsideAlone(ana: Neighbour): Promise<void> {
  await ana.reads('You are the first one here');
}

async function putsAPinOn(person: Neighbour, pin: string): Promise<void> {
  await goesToSettings(person, 'Keep my hours safe');
  await person.follow('Put a lock on it');
  await person.choose('With a PIN');
  await person.write('A new PIN', pin);
  await person.write('The same once more', pin);
  await person.press('Lock it');
  await person.reads('It is locked with what you chose.');
}

/** From the lock's own screen back to the settings, and out. */
async function locksNow(person: Neighbour): Promise<void> {
  await person.follow('Back');
  await person.press('Lock now');
}

async function opensWith(person: Neighbour, pin: string): Promise<void> {
  await person.write('Your PIN', pin);
  await person.press('Open');
}

/** A device that looks at its owner's finger, and says it was theirs. */
async function hasAFingerprint(person: Neighbour): Promise<CDPSession> {
  const cdp = await person.context.newCDPSession(person.page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

test(
  'a second community beside the first, there and back, and one taken off',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    await ana.founds('Riverside');
    await biel.founds('La Sínia');
    await ana.joins(await biel.invites());
    await ana.isLetIn();
    await biel.goesHome();
    await biel.saysHelped({ with: 'Ana' });
    await ana.goesHome();
    await ana.reads('Biel says: “I helped you.”');

    await ana.follow('La Sínia: go to another community');
    await ana.isAt('Communities on this device');
    await ana.follow(/^Riverside/);
    await isInsideAlone(ana);
    // What waited when it was left is told while it is closed.
    await ana.follow('Riverside: go to another community');
    await ana.follow(/^La Sínia 1 waits for your answer/);
    await ana.reads('Biel says: “I helped you.”');

    // The app opened anew begins where it was left.
    await ana.closes();
    await ana.comesBack();
    await ana.reads('Biel says: “I helped you.”');
    await goesToSettings(ana, 'Community and data');
    await ana.press('Erase this community from this device');
    await ana.reads('There is no way back');
    await ana.press('Erase from this device');
    await ana.isAt('An hour is an hour');
    await ana.follow(/^Riverside/);
    await isInsideAlone(ana);
    await expect(ana.page.getByText('La Sínia')).toHaveCount(0);
  },
);

test('two people on one phone, each behind a PIN', verifyOnly, async ({ world }) => {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await putsAPinOn(ana, '258036');
  await locksNow(ana);
  await ana.isAt('Hello, Ana');

  // What lies on the disk opens nothing: no word of the PIN, no key, no secret.
  const rows = await keptHere(ana.page);
  expect(rows['manyhands/keyring keys']).toBe(3);
  expect(await bareSecrets(ana)).toEqual([]);

  await opensWith(ana, '000000');
  await ana.reads('That is not the PIN.');
  await opensWith(ana, '258036');
  await isInsideAlone(ana);

  // A reload is a locked door again, and leads to the same screen behind it.
  await ana.reloads();
  await ana.isAt('Hello, Ana');
  await ana.press('I am somebody else');
  await ana.isAt('Who is here?');
  await ana.press('Somebody else');
  await ana.isAt('An hour is an hour');
  await expect(ana.page.getByText('Riverside')).toHaveCount(0);
  const biel = ana;
  await biel.follow('Start a community');
  await biel.write('What is it called?', 'La Sínia');
  await biel.write('And your name?', 'Biel');
  await biel.press('Go on');
  await biel.press('Start it');
  await isInsideAlone(biel);
  await putsAPinOn(biel, '147852');
  await locksNow(biel);

  await ana.isAt('Who is here?');
  await ana.press(/^Ana/);
  await opensWith(ana, '147852');
  await ana.reads('That is not the PIN.');
  await opensWith(ana, '258036');
  await ana.reads('Riverside');
  await ana.readsNoMore('La Sínia');
});

test(
  'a second tab asks for the PIN as well, and then takes over',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await putsAPinOn(ana, '258036');
    const first = ana.page;
    await ana.comesBack();
    await ana.isAt('Hello, Ana');
    await opensWith(ana, '258036');
    await ana.isAt('Manyhands is open in another tab');
    await ana.press('Use it here');
    await isInsideAlone(ana);
    ana.turnsTo(first);
    await ana.follow('Back');
    await ana.isAt('Manyhands has moved to another tab');
  },
);

test(
  'a wrong PIN too often has to wait, also after the app was opened anew',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await putsAPinOn(ana, '258036');
    await locksNow(ana);
    for (let i = 0; i < 5; i += 1) {
      await opensWith(ana, `00000${i}`);
      await expect(ana.page.getByRole('alert')).toBeVisible();
      await expect(ana.page.getByRole('progressbar')).toHaveCount(0);
    }
    await ana.reads(/Try again in \d+ seconds/);
    await ana.reloads();
    await opensWith(ana, '258036');
    await ana.reads(/Try again in \d+ seconds/);
  },
);

test('a fingerprint opens, by what only this device answers', async ({ world }) => {
  const ana = await world.neighbour('Ana');
  const cdp = await hasAFingerprint(ana);
  await ana.founds('Riverside');
  await goesToSettings(ana, 'Keep my hours safe');
  await ana.follow('Put a lock on it');
  // A device that looks at fingers is what is offered first.
  const byPasskey = ana.page.getByRole('radio', { name: 'Fingerprint or face' });
  await expect(byPasskey).toBeChecked();
  await ana.press('Lock it');
  await ana.reads('It is locked with what you chose.');
  await locksNow(ana);
  await ana.isAt('Hello, Ana');
  expect(await bareSecrets(ana)).toEqual([]);
  await ana.press('Open with fingerprint or face');
  await isInsideAlone(ana);
  await cdp.detach();
});

test(
  'a forgotten PIN: begin beside the door, and take off what is behind it',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await putsAPinOn(ana, '258036');
    await locksNow(ana);
    await ana.press('I cannot open it');
    await ana.reads('With your page of twelve words');
    await ana.press('Start again here');
    await ana.isAt('An hour is an hour');
    await ana.reloads();
    await ana.isAt('An hour is an hour');
    await ana.closes();
    await ana.comesBack();
    await ana.isAt('Who is here?');
    await ana.press(/^Ana/);
    await ana.press('I cannot open it');
    await ana.press('Take it off this phone');
    await ana.reads('cannot get it back');
    await ana.press('Take off');
    await ana.isAt('An hour is an hour');
    const rows = await keptHere(ana.page);
    expect(rows['manyhands/keyring keys']).toBe(0);
  },
);

/** What of the disk would open something without a word: vaults, keys and secrets, bare. */
function bareSecrets(person: Neighbour): Promise<string[]> {
  return person.page.evaluate(async () => {
    const found: string[] = [];
    const all = (database: IDBDatabase, store: string) =>
      new Promise<[IDBValidKey[], unknown[]]>((resolve) => {
        const from = database.transaction(store).objectStore(store);
        const keys = from.getAllKeys();
        const values = from.getAll();
        values.onsuccess = () => resolve([keys.result, values.result as unknown[]]);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const store of database.objectStoreNames) {
        const [keys, values] = await all(database, store);
        for (const [i, value] of values.entries()) {
          const key = JSON.stringify(keys[i]);
          const row = value as { secret?: unknown; isSealed?: true; lock?: object };
          if (name.includes('/keyring') && store === 'keys' && row.isSealed !== true)
            found.push(`${name} ${key}`);
          if (
            name.endsWith('/people') &&
            JSON.stringify(row.lock) === '{"type":"none"}'
          )
            found.push(`${name} ${key}`);
          if (store === 'notes' && key === '"secret"') found.push(`${name} ${key}`);
        }
      }
      database.close();
    }
    return found;
  });
}
