import { bringsAlong, looksAtBrought, writesList } from '../broughtAlong.ts';
import { withASay } from '../deciding.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Hours from before: begun, listed, signed, answered, seen by all; another total asked of all. */
export async function* theBroughtAlong(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const carme = await world.neighbour('Carme');
  const { page } = ana;
  await withASay(ana, biel, carme);
  await looksAtBrought(ana);
  yield { name: 'brought-blank', page };
  await ana.follow('We bring hours along');
  await ana.press('Begin');
  await ana.reads('Choose at least two others.');
  yield { name: 'bring-wrong', page };
  await bringsAlong(ana, ['Biel', 'Carme'], 20);
  yield { name: 'bring', page };
  await ana.press('Begin');
  await ana.reads('Nothing is written down yet');
  yield { name: 'brought-fresh', page };
  await ana.follow('Write the list');
  yield { name: 'bring-list-blank', page };
  await looksAtBrought(ana);
  await writesList(ana, [
    'Biel – 3',
    'Carme -2',
    'Didac – 12 h 30',
    'Ana – 1:30',
    'Ana – 4',
    'Old bank',
    'Biela – 1200',
  ]);
  await ana.reads('Stands above already');
  yield { name: 'bring-list', page };
  await ana.press('Write the hours of 3 people');
  await ana.reads('The hours of 3 people are written.');
  yield { name: 'bring-list-written', page };
  await carme.goesHome();
  await carme.reads('Hours that 2 people bring along wait for you');
  yield { name: 'home-to-sign-brought', page: carme.page };
  await carme.follow('Look at the list and sign');
  await carme.reads('Written by Ana.');
  yield { name: 'bring-sign', page: carme.page };
  await carme.press('Yes to these 2 lines');
  await carme.reads('Nothing waits for you here');
  yield { name: 'bring-signed', page: carme.page };
  await biel.goesHome();
  await biel.reads('You bring 3\u00a0h along from before');
  yield { name: 'home-brought', page: biel.page };
  await biel.press('Yes, that’s right');
  await biel.reads('You all agree. It counts now.');
  await biel.goesTo('Hours');
  await biel.reads('Brought along from before');
  yield { name: 'hours-brought', page: biel.page };
  await biel.goesHome();
  await biel.follow('Look at the list and sign');
  await biel.press(/^Yes to th/);
  await biel.reads('Nothing waits for you here');
  await carme.goesHome();
  await carme.reads('You bring 2\u00a0h to give back along from before');
  yield { name: 'home-brought-back', page: carme.page };
  await carme.press('That’s different');
  await carme.reads('You said it was different.');
  await looksAtBrought(ana);
  await ana.reads('Carme says it was different');
  yield { name: 'brought-different', page };
  await looksAtBrought(biel);
  await biel.reads('Brought along so far');
  yield { name: 'brought', page: biel.page };
  await biel.follow('Ask for another total');
  await biel.choose('Ana');
  await biel.choose('Carme');
  await biel.write('How many hours do you bring in all?', '40');
  await biel.write('Where do the hours come from?', 'The old list was not whole.');
  yield { name: 'bring-asks', page: biel.page };
  await biel.press('Ask everyone');
  await biel.reads('Everyone is asked about it');
  yield { name: 'brought-asked', page: biel.page };
  await biel.follow('See the question');
  await biel.reads('The old list was not whole.');
  yield { name: 'decision-brought', page: biel.page };
}
