import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { World } from './world.ts';

/** A screen as somebody has just come to it. */
interface Stop {
  readonly name: string;
  readonly page: Page;
}

/** What somebody sees who belongs to nothing yet, and what is said of a foolish link. */
async function* theDoors(world: World): AsyncGenerator<Stop> {
  const didac = await world.neighbour('Didac');
  const { page } = didac;
  await didac.isAt('An hour is an hour');
  yield { name: 'welcome', page };
  await didac.follow('Start a community');
  await didac.press('Start it');
  await didac.reads('Please give it a name.');
  yield { name: 'found-unfilled', page };
  await didac.opens(`${world.address}/#/paste`);
  await didac.write('The link', 'no link');
  await didac.press('Open it');
  await didac.reads('This does not look like one of our links.');
  yield { name: 'paste-foolish', page };
  await didac.opens(`${world.address}/#j/AAAA`);
  await didac.reads('Part of this invitation is missing.');
  yield { name: 'invite-damaged', page };
  await didac.opens(`${world.address}/#m/AAAA`);
  await didac.reads('Part of this message is missing.');
  yield { name: 'message-damaged', page };
  await didac.opens(`${world.address}/#/p/0123456789abcdef/home`);
  await didac.reads('This device does not hold that community.');
  yield { name: 'not-here', page };
}

/** A community from its founding to its first hour. */
async function* theFirstDays(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  await ana.founds('Els Plataners');
  yield { name: 'home-alone', page: ana.page };
  const invitation = await ana.invites();
  yield { name: 'invite', page: ana.page };

  await biel.opens(invitation);
  await biel.isAt('Join Els Plataners');
  yield { name: 'join', page: biel.page };
  await biel.fillsInTheDoor();
  await biel.isLetIn();
  yield { name: 'home-let-in', page: biel.page };
  await ana.reads('Biel has joined.');
  yield { name: 'invite-used', page: ana.page };

  const carme = await world.neighbour('Carme');
  await carme.joins(invitation);
  await carme.reads('Somebody has already joined with this invitation.');
  yield { name: 'home-refused', page: carme.page };
  await carme.comesBack();
  await carme.isAt('Manyhands is open in another tab');
  yield { name: 'second-tab', page: carme.page };

  await ana.saysWasHelped({ with: 'Biel', word: 'The kitchen tap is quiet now.' });
  yield { name: 'hour-asked', page: ana.page };
  await ana.press('Send Biel a message about it');
  await ana.page.getByLabel('The message, with its link').waitFor();
  yield { name: 'message-sheet', page: ana.page };
  await ana.closesTheSheet();
  await biel.reads('Ana says: “You helped me.”');
  yield { name: 'home-asked', page: biel.page };
  await biel.press('Something’s different');
  yield { name: 'different-sheet', page: biel.page };
  await biel.closesTheSheet();
  await biel.saysYes();
  yield { name: 'hour-met', page: biel.page };
  await ana.press('Put it right');
  yield { name: 'put-right-sheet', page: ana.page };
  await ana.closesTheSheet();
}

/** The places of a community with a year behind it. */
async function* theVillage(world: World): AsyncGenerator<Stop> {
  const visitor = await world.neighbour('Ana');
  const { page } = visitor;
  await visitor.press('Look around in a demo');
  await visitor.reads('This is a demo. Nobody here is real.');
  yield { name: 'home', page };
  for (const place of ['Hours', 'People', 'Us', 'Record help'] as const) {
    await visitor.goesTo(place);
    await visitor.isAt(place === 'Hours' ? 'All hours' : place === 'Us' ? /./ : place);
    yield { name: place.toLowerCase().replace(' ', '-'), page };
  }
  await visitor.goesTo('Us');
  await visitor.follow('Settings');
  await visitor.isAt('Settings');
  yield { name: 'settings', page };
  await visitor.goesTo('People');
  await visitor.follow(/^Biel/);
  await visitor.isAt('Biel');
  yield { name: 'person', page };
}

/** Ana loses everything, and Biel and Carme bring her back. */
async function* theSpareKeys(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('Ana has lost everything');
  await biel.reads('Or type these letters there');
  yield { name: 'lost-all-nobody-sheet', page: biel.page };
  const anew = await biel.page.getByLabel('Or send this link').inputValue();
  await biel.closesTheSheet();

  await ana.goesTo('Us');
  await ana.follow('Settings');
  await ana.follow('Have a look');
  await ana.isAt('Keep your hours safe');
  await ana.press('Make the page');
  await ana.isAt('Who keeps a spare key for you?');
  for (const name of ['Biel', 'Carme']) await ana.choose(name);
  yield { name: 'choose-neighbours-chosen', page: ana.page };
  await ana.press('Go on to the page');
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
  await ana.goesTo('Us');
  await ana.follow('Settings');
  await ana.follow('Have a look');
  await ana.reads('must both say yes to bring you back');
  yield { name: 'safe-with-neighbours', page: ana.page };
  await ana.goesHome();

  await biel.goesHome();
  await biel.reads('You keep a spare key for Ana');
  yield { name: 'home-spare-key', page: biel.page };
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('Ana has lost everything');
  const way = await biel.page.getByLabel('Or send this link').inputValue();
  await biel.closesTheSheet();

  const again = await world.neighbour('Ana');
  const { page } = again;
  await again.opens(`${world.address}/#/lost`);
  await again.isAt('When everything is lost');
  yield { name: 'lost', page };
  await again.opens(anew);
  await again.reads('Nobody can bring you back');
  yield { name: 'return-anew', page };
  await again.opens(way);
  await again.reads('Then Biel and Carme must say that it is you.');
  yield { name: 'return', page };
  await again.press('Yes, that is me');
  await again.reads('Or type these letters there');
  yield { name: 'coming-back', page };
  const ask = await page.getByLabel('Or send this link').inputValue();

  await biel.opens(ask);
  await biel.isAt('Is it really Ana?');
  yield { name: 'spare', page: biel.page };
  await biel.press('No, not them');
  await biel.reads('You have said: not them.');
  yield { name: 'spare-no', page: biel.page };
  await biel.press('I was wrong, ask me again');
  await biel.press('Yes, it is Ana');
  await biel.reads('1 of 2 neighbours have said yes');
  yield { name: 'spare-yes', page: biel.page };
  await ana.reads('Biel has said that you lost everything');
  yield { name: 'home-about-me', page: ana.page };
  await carme.goesHome();
  await carme.follow('See whether it is Ana');
  await carme.press('Yes, it is Ana');
  await carme.isAt('Ana is back.');
  yield { name: 'spare-done', page: carme.page };
  // Opened anew it asks at once; open all the time, it asks four times a minute.
  await again.reloads();
  await again.hasHours('all even');
  await again.reads('Your neighbours have brought you back.');
  yield { name: 'home-brought-back', page };
}

/** A village that leaves in one file, and is opened by somebody who was never in it. */
async function* theArchive(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  await ana.press('Look around in a demo');
  await ana.reads('This is a demo. Nobody here is real.');
  await ana.goesTo('Us');
  await ana.follow('Settings');
  const coming = ana.page.waitForEvent('download');
  await ana.press('Download the community');
  const buffer = await readFile(await (await coming).path());
  await ana.reads('The file is in your downloads.');
  yield { name: 'settings-downloaded', page: ana.page };

  const didac = await world.neighbour('Didac');
  const { page } = didac;
  const file = { name: 'village.zip', mimeType: 'application/zip' };
  await didac.follow('Open an archive');
  await didac.isAt('Open an archive');
  yield { name: 'archive', page };
  const input = page.getByLabel('Choose the file');
  await input.setInputFiles({ ...file, buffer: buffer.subarray(0, 20_000) });
  await didac.reads('The archive has been changed or cut off between its files.');
  yield { name: 'archive-cut', page };
  await input.setInputFiles({ ...file, buffer });
  await didac.reads('Checked: nothing is missing.');
  yield { name: 'archive-checked', page };
  await didac.press('Keep it on this device');
  await didac.reads('You are reading');
  yield { name: 'home-reading', page };
  for (const place of ['Hours', 'People', 'Us'] as const) {
    await didac.goesTo(place);
    await didac.isAt(place === 'Hours' ? 'All hours' : place === 'Us' ? /./ : place);
    yield { name: `${place.toLowerCase()}-reading`, page };
  }
}

/** A phone that two use, and what stands before the door of each. */
async function* theHousehold(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await ana.founds('Riverside');
  await ana.opens(`${world.address}/#/found`);
  await ana.write('What is it called?', 'La Sínia');
  await ana.write('And your name?', 'Ana');
  await ana.press('Start it');
  await ana.reads('You are the first one here');
  await ana.follow('La Sínia: go to another community');
  await ana.isAt('Communities on this device');
  yield { name: 'communities', page };
  await ana.follow('Back');
  await ana.goesTo('Us');
  await ana.follow('Settings');
  await ana.reads('Whoever has this phone in hand can open Manyhands');
  yield { name: 'settings-no-lock', page };
  await ana.press('Erase this community from this device');
  await ana.reads('There is no way back');
  yield { name: 'erase', page };
  await ana.press('Keep it');
  await ana.follow('Put a lock on it');
  await ana.write('A new PIN', '12');
  await ana.press('Lock it');
  await ana.reads('Please use at least four digits.');
  yield { name: 'lock-short', page };
  await ana.write('A new PIN', '2580');
  await ana.write('The same once more', '2580');
  await ana.press('Lock it');
  await ana.reads('It is locked with what you chose.');
  yield { name: 'locked', page };
  await ana.follow('Back');
  await ana.press('Lock now');
  await ana.write('Your PIN', '1111');
  await ana.press('Open');
  await ana.reads('That is not the PIN.');
  yield { name: 'door-wrong', page };
  await ana.press('I cannot open it');
  await ana.reads('With your page of twelve words');
  yield { name: 'door-forgotten', page };
  await ana.press('Take it off this phone');
  await ana.reads('cannot be fetched back');
  yield { name: 'door-remove', page };
  await ana.press('Keep it');
  await ana.press('I am somebody else');
  await ana.isAt('Who is here?');
  yield { name: 'who-is-here', page };
}

/** A tab on an iPhone, and the way from it into the app. */
async function* theTrial(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: false });
  });
  await ana.reloads();
  await ana.founds('Riverside');
  await ana.reads('This is a trial');
  yield { name: 'home-trial', page };
  await ana.follow('Move into the app');
  await ana.isAt('Move into the app');
  await ana.reads('First your page');
  yield { name: 'move', page };
}

/** Every screen of the app, each with something on it where there can be. */
export const tours = {
  'the doors': theDoors,
  'the first days': theFirstDays,
  'the spare keys': theSpareKeys,
  'the village': theVillage,
  'the archive': theArchive,
  'the household': theHousehold,
  'the trial': theTrial,
};
