import type { World } from '../world.ts';
import { asksForPauseOf, looksAtDecisions, meets, withASay } from '../deciding.ts';
import type { Stop } from './stop.ts';

/** What all decide: asked, answered and held; the agreement's versions; a circle, a pause. */
export async function* theDecisions(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const carme = await world.neighbour('Carme');
  const { page } = ana;
  await withASay(ana, biel, carme);
  await looksAtDecisions(ana);
  await ana.reads('Nothing is open');
  yield { name: 'decisions-blank', page };
  await ana.follow('Ask everyone');
  await ana.isAt('Ask everyone');
  yield { name: 'decide', page };
  await ana.follow('How far behind one can be');
  await ana.write('How many hours?', 'many');
  await ana.press('Ask everyone');
  yield { name: 'decide-wrong', page };
  await ana.write('How many hours?', '5');
  await ana.write('What is it for?', 'Ten hours is a lot to give back.');
  await ana.press('Ask everyone');
  await ana.reads('1 of 3 says yes; 2 are needed');
  yield { name: 'decision-open', page };
  await biel.goesHome();
  await biel.reads('A question to all of us');
  yield { name: 'home-asked', page: biel.page };
  await biel.follow('See it');
  yield { name: 'decision-asked', page: biel.page };
  await biel.press('Yes');
  await biel.reads('2 of 3 say yes; 2 are needed');
  yield { name: 'decision-holds', page: biel.page };

  await ana.goesTo('Us');
  await looksAtDecisions(ana);
  await ana.follow('Ask everyone');
  await ana.follow('The words of our agreement');
  yield { name: 'decide-words', page };
  await ana.write(
    'The words of our agreement',
    'An hour is an hour. We greet whoever is new.',
  );
  await ana.press('Ask everyone');
  await ana.isAt('Shall our agreement have new words?');
  yield { name: 'decision-words', page };
  await looksAtDecisions(ana);
  yield { name: 'decisions', page };
  await ana.follow('Our agreement');
  await ana.isAt('Our agreement');
  yield { name: 'agreement', page };
  await looksAtDecisions(ana);
  await ana.follow('Ask everyone');
  await ana.follow('The circle that keeps the peace');
  for (const name of ['Ana', 'Biel']) await ana.choose(name);
  yield { name: 'decide-circle', page };
  await ana.press('Ask everyone');
  await ana.isAt('Shall Ana and Biel be our circle?');
  await looksAtDecisions(biel);
  await biel.follow('Shall Ana and Biel be our circle?');
  await biel.press('Yes');
  await biel.reads('You said yes');
  yield { name: 'decision-waits', page: biel.page };

  const didac = await world.neighbour('Didac');
  await didac.joins(await ana.invites());
  await didac.isLetIn();
  await meets(ana, 'Didac');
  await ana.reads('I know Didac');
  yield { name: 'person-know', page };
  await ana.press('I know Didac');
  await ana.reads('Didac has a say in what we decide.');
  await asksForPauseOf(ana, 'Didac', 'Shouts at night.');
  yield { name: 'decision-pause', page };
  await asksForPauseOf(biel, 'Didac', '');
  await biel.press('Yes');
  await didac.goesHome();
  await didac.reads('You are paused until');
  yield { name: 'home-paused', page: didac.page };
  await didac.goesTo('Me');
  await didac.follow('See yourself as others do');
  await didac.reads('Didac is paused until');
  yield { name: 'person-paused', page: didac.page };
}
