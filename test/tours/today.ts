import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The first page of who is alone, and of a new member among neighbours; the three doors. */
export async function* theToday(world: World): AsyncGenerator<Stop> {
  const didac = await world.neighbour('Didac');
  await didac.follow('Start a community');
  await didac.write('What is it called?', 'La Sínia');
  await didac.write('And your name?', 'Didac');
  yield { name: 'found-names', page: didac.page };
  await didac.press('Go on');
  await didac.tap(didac.page.getByText('Mend things', { exact: true }));
  yield { name: 'found-strengths', page: didac.page };
  await didac.press('Start it');
  await didac.reads('Pin with one tap');
  yield { name: 'today-founder', page: didac.page };

  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  yield { name: 'today-alone', page: ana.page };
  await ana.goesTo('People');
  yield { name: 'people-alone', page: ana.page };
  await ana.goesTo('Add');
  yield { name: 'add', page: ana.page };
  await ana.follow('Ask for something');
  await ana.choose('Garden');
  await ana.press('Pin it to the board');
  await ana.isAt('A hand in the garden');

  const biel = await world.neighbour('Biel');
  await biel.opens(await ana.invites());
  await biel.write('What is your name?', 'Biel');
  yield { name: 'join-first', page: biel.page };
  await biel.press('Go on');
  for (const strength of ['Give a lift', 'Help in the garden', 'Cook for others'])
    await biel.tap(biel.page.getByText(strength, { exact: true }));
  yield { name: 'join-strengths', page: biel.page };
  await biel.press('Go on');
  await biel.press('Join');
  await biel.isLetIn();
  const { page } = biel;
  await biel.reads('Your first week');
  yield { name: 'today-first', page };

  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await carme.goesTo('Add');
  await carme.follow('Offer something');
  await carme.choose('Lifts');
  await carme.press('Pin it to the board');
  await carme.isAt('Give a lift');
  await ana.saysHelped({ with: 'Biel' });
  await biel.reads('Say hello');
  await biel.reads('Ana says: “I helped you.”');
  yield { name: 'today-new', page };
  await biel.goesTo('Me');
  yield { name: 'me-new', page };
  await biel.follow('My cards');
  await biel.reads('Pin with one tap');
  yield { name: 'cards-ready', page };
  await biel.press('Pin it: Cook for others');
  await biel.reads('On the board: Cook for others');
  yield { name: 'cards-pinned', page };
  await biel.goesTo('People');
  yield { name: 'people-new', page };
  await ana.goesHome();
  await ana.press(/^Take back/);
  await ana.reads('Taken back. No hours have changed.');
  yield { name: 'today-toast', page: ana.page };
}
