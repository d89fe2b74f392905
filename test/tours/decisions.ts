import type { World } from '../world.ts';
import { daysPass } from '../daysPass.ts';
import {
  asksForPauseOf,
  asksWhetherLeaves,
  looksAtDecisions,
  meets,
  withASay,
} from '../deciding.ts';
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
  for (const [name, topic] of [
    ['decide-unit', 'What we call an hour'],
    ['decide-kinds', 'Who names kinds of help'],
    ['decide-resting', 'Who rests'],
    ['decide-relays', 'Where our phones find each other'],
  ] as const) {
    await looksAtDecisions(ana);
    await ana.follow('Ask everyone');
    await ana.follow(topic);
    yield { name, page };
  }
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

/** All decide that somebody leaves: asked, told to them, acted on after a week. */
export async function* theRemoval(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const didac = await world.neighbour('Didac');
  const { page } = ana;
  await withASay(ana, biel);
  await didac.joins(await ana.invites());
  await didac.isLetIn();
  await daysPass(1, ana, biel, didac);
  await looksAtDecisions(ana);
  await ana.follow('Ask everyone');
  await ana.follow('Somebody leaves us');
  await ana.choose('Didac');
  yield { name: 'leave-who', page };
  await ana.press('Go on');
  await ana.press('Ask for it');
  await ana.reads('Please write why. Who it is about reads it too.');
  yield { name: 'leave-ask', page };
  await ana.write('Why?', 'Hits people.');
  await ana.press('Ask for it');
  await ana.isAt('Shall Didac leave our community?');
  yield { name: 'leave-open', page };
  await asksWhetherLeaves(biel, 'Didac', 'He hit me.');
  await biel.press('Yes');
  await biel.reads('You said yes');
  await ana.reads('2 of 2 say yes; 2 are needed');
  await meets(ana, 'Didac');
  await ana.reads(/^Didac leaves us on /);
  yield { name: 'leave-person', page };
  await didac.goesHome();
  await didac.reads(/^We have decided that you leave us on /);
  yield { name: 'leave-home', page: didac.page };
  await didac.follow('See who says so, and why');
  await didac.reads('Take your things along');
  yield { name: 'leave-told', page: didac.page };
  await daysPass(7, ana, didac);
  await ana.reloads();
  await ana.reads('Didac is no longer one of us');
  yield { name: 'left-person', page };
  await ana.follow('See who asked, and why');
  await ana.reads('Please print our posters anew');
  yield { name: 'left-posters', page };
  await didac.reloads();
  await didac.reads('We have decided that you are no longer one of us');
  yield { name: 'left-told', page: didac.page };
  await didac.goesHome();
  yield { name: 'left-home', page: didac.page };
}
