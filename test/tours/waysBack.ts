import { drawsThePage, seesHerWaysBack, showsThePage, triesThePage } from '../page.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Ana loses everything, and Biel and Carme bring her back. */
export async function* theSpareKeys(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('More about Ana');
  await biel.press('Help Ana get back in');
  await biel.reads('Or type these letters there');
  yield { name: 'lost-all-nobody-sheet', page: biel.page };
  const anew = await biel.page.getByLabel('Or send this link').inputValue();
  await biel.closesTheSheet();

  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Keep my hours safe');
  await ana.isAt('Keep your hours safe');
  await ana.press('Make the page');
  await ana.isAt('Who keeps a spare key for you?');
  for (const name of ['Biel', 'Carme']) await ana.choose(name);
  yield { name: 'choose-neighbours-chosen', page: ana.page };
  await ana.press('Go on to the page');
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Keep my hours safe');
  await ana.reads('must both say yes to bring you back');
  yield { name: 'safe-with-neighbours', page: ana.page };
  await ana.goesHome();

  await biel.goesHome();
  await biel.reads('You keep a spare key for Ana');
  yield { name: 'home-spare-key', page: biel.page };
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('More about Ana');
  await biel.press('Help Ana get back in');
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
  await biel.press('No, it is somebody else');
  await biel.reads('You have said no.');
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
  await again.hasHours('Nothing to give or ask yet');
  await again.reads('Your neighbours have brought you back.');
  yield { name: 'home-brought-back', page };
}

/** The page of twelve words, further phones, and what is done when one is gone. */
export async function* theWaysBack(world: World): AsyncGenerator<Stop> {
  const [ana] = await world.anaAndBiel();
  const { page } = ana;
  await seesHerWaysBack(ana);
  yield { name: 'safe-none', page };
  const words = await drawsThePage(ana);
  yield { name: 'safe-page', page };
  await ana.press('I copied it by hand');
  await ana.reads('The page is yours now.');
  yield { name: 'safe-try', page };
  await triesThePage(ana, words);
  yield { name: 'safe-tried', page };
  await ana.press('Make a new page');
  await ana.page.getByText('I cannot find it').click();
  yield { name: 'safe-old-page', page };

  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Keep my hours safe');
  await ana.follow('Phones and computers');
  await ana.isAt('Your phones');
  yield { name: 'devices-one', page };
  for (const name of ['The tablet', 'The laptop']) {
    await ana.press('Add a phone or computer');
    const field = ana.page.getByLabel('Or send yourself this link');
    const link = await field.inputValue();
    if (name === 'The tablet') yield { name: 'devices-add', page };
    const other = await world.neighbour(name);
    await other.opens(link);
    await other.isAt(/on this phone too/);
    if (name === 'The tablet') yield { name: 'device-link', page: other.page };
    await other.press('Yes, use it here too');
    await other.reads('Now say yes on your other phone');
    if (name === 'The tablet') yield { name: 'device-waits', page: other.page };
    await ana.reads('Add this phone?');
    if (name === 'The tablet') yield { name: 'devices-ask', page };
    await ana.press('Same digits: add it');
    await ana.reads('It is added.');
    await ana.write('What do you call it?', name);
    await ana.press('Save the name');
  }
  yield { name: 'devices-three', page };
  await ana.press('Trust only this phone');
  yield { name: 'devices-alone-sheet', page };
  await ana.closesTheSheet();
  await ana.press('Switch off The tablet');
  yield { name: 'devices-warn-sheet', page };
  await ana.press('Warn the others now');
  await ana.reads('Not trusted any more');
  await ana.press('Switch off The laptop');
  await ana.press('Switch off with my page');
  yield { name: 'devices-off-sheet', page };
  await showsThePage(ana, words, 'Switch off');
  await ana.reads('Nobody connects with it any more.');
  yield { name: 'devices-frozen-and-off', page };

  const again = await world.neighbour('Ana');
  await again.follow('I was here before');
  await again.isAt('I was here before');
  yield { name: 'back', page: again.page };
  await again.write('The twelve words, in order', words.join(' '));
  await again.write('An invitation to your community', await ana.invites());
  await again.press('Find me');
  await again.reads('Is this you?');
  yield { name: 'back-is-this-you', page: again.page };
}
