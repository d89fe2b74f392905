import { looksAtDecisions, withASay } from '../deciding.ts';
import type { Neighbour } from '../neighbour.ts';
import { addsOrganisation, looksAt } from '../organisations.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The pot: given to, asked, thought about; and first hours from it, as all decide. */
export async function* thePot(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const carme = await world.neighbour('Carme');
  const { page } = ana;
  await withASay(ana, biel, carme);
  await addsOrganisation(ana, 'Riverside pot', ['Biel'], 1, 'A pot for all');
  yield { name: 'pot-fresh', page };
  await looksAt(carme, 'Riverside pot');
  await carme.press('Give hours');
  await carme.write('A word about it', 'For whoever is new');
  yield { name: 'pot-give', page: carme.page };
  await carme.press('Give them');
  await carme.reads('For whoever is new');
  await carme.press('Ask for hours');
  await carme.write('A word about it', 'Bread for the street');
  await carme.press('Ask for them');
  await looksAt(biel, 'Riverside pot');
  await biel.reads(/^Carme asks for/);
  yield { name: 'pot', page: carme.page };
  yield { name: 'pot-asked', page: biel.page };
  await biel.goesHome();
  await biel.reads('Carme asks Riverside pot for hours');
  yield { name: 'home-pot-asked', page: biel.page };
  await carme.goesTo('People');
  await carme.follow('Organisations');
  yield { name: 'organisations', page: carme.page };

  await asks(ana, 'How far behind an organisation can be');
  await ana.press('Ask everyone');
  await ana.reads('Choose one, and say how it is to be.');
  yield { name: 'decide-account-limit', page };
  await asks(ana, 'Which pot is ours');
  await page.getByLabel('Which one?').selectOption('Riverside pot');
  yield { name: 'decide-pot', page };
  await ana.press('Ask everyone');
  await ana.isAt('Shall “Riverside pot” be our pot of hours?');
  await saysYesTo(biel, 'Shall “Riverside pot” be our pot of hours?');
  await asks(ana, 'First hours from the pot');
  await ana.write('How many hours?', '2');
  yield { name: 'decide-first-hours', page };
  await ana.press('Ask everyone');
  await ana.isAt(/^Shall whoever is new get 2/);
  await saysYesTo(biel, /^Shall whoever is new get 2/);
  const didac = await world.neighbour('Didac');
  await didac.joins(await ana.invites());
  await didac.isLetIn();
  await didac.reads(/^Welcome: 2.h for you/);
  yield { name: 'home-welcome', page: didac.page };
  await ana.goesHome();
  await ana.reads(/^Didac is new: 2.h from the pot/);
  yield { name: 'home-newcomer', page };
}

async function asks(who: Neighbour, topic: string): Promise<void> {
  await looksAtDecisions(who);
  await who.follow('Ask everyone');
  await who.follow(topic);
}

async function saysYesTo(who: Neighbour, question: string | RegExp): Promise<void> {
  await looksAtDecisions(who);
  await who.follow(question);
  await who.press('Yes');
  await who.reads('2 of 3 say yes; 2 are needed');
}
