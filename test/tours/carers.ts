import { hasAPage } from '../page.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Ana has a phone, and Biel writes for her too, until she stops it. */
export async function* theCarers(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.goesHome();
  await ana.goesTo('Me');
  yield { name: 'me-with-carers', page: ana.page };
  await ana.follow('Somebody who writes for me');
  yield { name: 'carers-none', page: ana.page };
  await ana.press('Ask a neighbour');
  await ana.reads('Who should write for you?');
  yield { name: 'carers-choose', page: ana.page };
  await ana.choose('Biel');
  await ana.reads('but no message to you');
  yield { name: 'carers-means', page: ana.page };
  await ana.press('Ask Biel');
  await ana.reads('There is no answer yet.');
  yield { name: 'carers-asked', page: ana.page };
  await biel.goesHome();
  await biel.reads('Ana asks you to write for them');
  yield { name: 'today-asks-me', page: biel.page };
  await biel.press('Yes, I write for Ana');
  await ana.goesHome();
  await ana.reads('Biel writes for you now');
  yield { name: 'today-carer-says-yes', page: ana.page };
  await biel.goesTo('Me');
  await biel.follow('Neighbours without a phone');
  await biel.follow(/^Ana/);
  await biel.isAt('Ana’s hours');
  yield { name: 'carer-of-them', page: biel.page };
  await biel.follow('Write down help');
  await biel.choose('Ana helped');
  await biel.choose('Carme');
  await biel.press('Ask Carme');
  await biel.reads('Written down by Biel, for Ana');
  await ana.goesHome();
  await ana.reads('Biel wrote this for you');
  yield { name: 'today-written-for-me', page: ana.page };
  await carme.goesTo('People');
  await carme.follow(/^Ana/);
  await carme.reads('Biel also writes for Ana.');
  yield { name: 'person-also-writes', page: carme.page };
  const words = await hasAPage(ana);
  await ana.goesHome();
  await ana.goesTo('Me');
  await ana.follow('Somebody who writes for me');
  yield { name: 'carers', page: ana.page };
  await ana.press('Biel no longer writes for me');
  await ana.reads('That phone can then never be asked again.');
  yield { name: 'carers-stop', page: ana.page };
  await ana.press('Stop it now, without the page');
  await ana.reads('You have stopped it.');
  yield { name: 'carers-stopped', page: ana.page };
  await biel.reads('You do not write for them any more');
  yield { name: 'carer-no-more', page: biel.page };

  // Ana has died: what her family reads and says.
  await biel.follow('Back to my own');
  await biel.goesHome();
  await biel.reads('You no longer write for Ana');
  yield { name: 'today-carer-told-of-the-end', page: biel.page };
  await biel.press('I have seen it');
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.press('More about Ana');
  await biel.follow('Ana has died');
  yield { name: 'farewell', page: biel.page };
  await biel.write('All twelve words, in order', words.join(' '));
  await biel.press('Look at the page');
  await biel.write(
    'A few words about Ana',
    'She began all this, and always had time for a cup of tea.',
  );
  yield { name: 'farewell-words', page: biel.page };
  await biel.press('Go on');
  yield { name: 'farewell-sure', page: biel.page };
  await biel.press('Yes, Ana has died');
  await biel.isAt('Ana’s hours');
  yield { name: 'farewell-hours', page: biel.page };
  await carme.goesTo('People');
  await carme.follow(/^Ana/);
  await carme.reads('She began all this');
  yield { name: 'person-remembered', page: carme.page };
  await carme.goesTo('People');
  await carme.reads('In memory');
  yield { name: 'people-with-who-has-died', page: carme.page };
}
