import { readFile } from 'node:fs/promises';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** What somebody sees who belongs to nothing yet, and what is said of a foolish link. */
export async function* theDoors(world: World): AsyncGenerator<Stop> {
  const didac = await world.neighbour('Didac');
  const { page } = didac;
  await didac.isAt('An hour is an hour');
  yield { name: 'welcome', page };
  await didac.follow('Start a community');
  await didac.tap(page.getByText('Advanced'));
  await didac.write('More relays', 'no relay');
  await didac.press('Go on');
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
export async function* theFirstDays(world: World): AsyncGenerator<Stop> {
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
  await ana.goesHome();
  await ana.follow('See where');
  await ana.reads('Everything · online with you now');
  yield { name: 'kept-by-one', page: ana.page };
  await ana.follow('Check the connection');
  await ana.press('Check again');
  await ana.reads('This browser can connect to other phones directly.');
  await ana.reads('Check again');
  yield { name: 'check', page: ana.page };
  await ana.goesTo('Hours');
  await ana.follow(/^Biel helped you/);
  await ana.press('Put it right');
  yield { name: 'put-right-sheet', page: ana.page };
  await ana.closesTheSheet();
}

/** The places of a community with a year behind it. */
export async function* theVillage(world: World): AsyncGenerator<Stop> {
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
  await visitor.follow('See it all together');
  await visitor.isAt('Everything in pictures');
  yield { name: 'seen', page };
  await visitor.goesTo('Me');
  await visitor.isAt('Me');
  yield { name: 'me', page };
  await visitor.follow('Settings');
  await visitor.isAt('Settings');
  yield { name: 'settings-demo', page };
  await visitor.follow('Community and data');
  await visitor.tap(page.getByText('Advanced'));
  await visitor.follow('See what it shows');
  await visitor.reads('What is new');
  yield { name: 'wall', page };
  await page.getByRole('button', { name: 'Hold to leave the wall' }).focus();
  await visitor.strikes('Enter');
  await visitor.reads('Leave the wall?');
  yield { name: 'wall-leave-sheet', page };
  await visitor.follow('Go to the app');
  await visitor.follow('See where');
  await visitor.isAt('Where your hours are kept');
  yield { name: 'kept', page };
  await visitor.goesTo('People');
  await visitor.follow(/^Biel/);
  await visitor.isAt('Biel');
  yield { name: 'person', page };
}

/** A village that leaves in one file, and is opened by somebody who was never in it. */
export async function* theArchive(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  await ana.press('Look around in a demo');
  await ana.reads('This is a demo. Nobody here is real.');
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
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
  await didac.reads('The archive has been changed, or a part of it is missing.');
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
