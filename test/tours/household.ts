import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** A phone that two use, and what stands before the door of each. */
export async function* theHousehold(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await ana.founds('Riverside');
  await ana.opens(`${world.address}/#/found`);
  await ana.write('What is it called?', 'La Sínia');
  await ana.write('And your name?', 'Ana');
  await ana.press('Go on');
  await ana.press('Start it');
  await ana.reads('You are the first one here');
  await ana.follow('La Sínia: go to another community');
  await ana.isAt('Communities on this device');
  yield { name: 'communities', page };
  await ana.follow('Back');
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
  await ana.press('Erase this community from this device');
  await ana.reads('There is no way back');
  yield { name: 'erase', page };
  await ana.press('Keep it');
  await ana.follow('Back');
  await ana.follow('Keep my hours safe');
  await ana.reads('Anyone who holds this phone can open Manyhands');
  yield { name: 'safe-no-lock', page };
  await ana.follow('Put a lock on it');
  await ana.choose('With a PIN');
  await ana.write('A new PIN', '12');
  await ana.press('Lock it');
  await ana.reads('Please use at least six digits.');
  yield { name: 'lock-short', page };
  await ana.write('A new PIN', '258036');
  await ana.write('The same once more', '258036');
  await ana.press('Lock it');
  await ana.reads('It is locked with what you chose.');
  yield { name: 'locked', page };
  await ana.follow('Back');
  await ana.press('Lock now');
  await ana.write('Your PIN', '111111');
  await ana.press('Open');
  await ana.reads('That is not the PIN.');
  yield { name: 'door-wrong', page };
  await ana.press('I cannot open it');
  await ana.reads('With your page of twelve words');
  yield { name: 'door-forgotten', page };
  await ana.press('Take it off this phone');
  await ana.reads('cannot get it back');
  yield { name: 'door-remove', page };
  await ana.press('Keep it');
  await ana.press('I am somebody else');
  await ana.isAt('Who is here?');
  yield { name: 'who-is-here', page };
}

/** A tab on an iPhone, and the way from it into the app. */
export async function* theTrial(world: World): AsyncGenerator<Stop> {
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
  await ana.reads('Make your page first');
  yield { name: 'move', page };
}
