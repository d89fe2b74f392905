import { addsOrganisation } from '../organisations.ts';
import { hasAPage } from '../page.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Ana has died: what her family reads and says, what is left of her, and her page. */
export async function* theFarewell(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await ana.goesHome();
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.goesHome();
  await ana.saysHelped({ with: 'Carme' });
  await carme.goesHome();
  await carme.saysYes();
  await ana.reads('Done. You both agree');
  await addsOrganisation(ana, 'Pot', ['Carme'], 1, 'A pot for all');
  const words = await hasAPage(ana);
  await ana.goesHome();
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
  await biel.reads(/Where did Ana want them to go\?$/);
  yield { name: 'farewell-hours', page: biel.page };
  await biel.press('To somebody');
  await biel.reads('To whom?');
  yield { name: 'farewell-to-whom', page: biel.page };
  await biel.choose('Carme');
  await biel.reads('Offered.');
  yield { name: 'farewell-offered', page: biel.page };
  await biel.press('It was a mistake: Ana lives');
  await biel.reads('The words go from Ana’s page.');
  yield { name: 'farewell-mistake', page: biel.page };
  await carme.goesHome();
  await carme.reads('Written down by Biel, for Ana');
  yield { name: 'home-last-hours', page: carme.page };
  await carme.goesTo('People');
  await carme.follow(/^Ana/);
  await carme.reads('She began all this');
  await carme.tap(carme.page.getByText('Your words about Ana').first());
  yield { name: 'person-remembered', page: carme.page };
  await carme.goesTo('People');
  await carme.reads('In memory');
  yield { name: 'people-with-who-has-died', page: carme.page };
}
