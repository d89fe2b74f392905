import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Ana packs a parcel for Biel, whom no relay brings any more; he opens it. */
export async function* theParcel(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  await world.stopRelay();
  await biel.closes();
  await ana.saysHelped({ with: 'Biel' });
  await ana.goesTo('Add');
  await ana.follow('No internet?');
  await ana.choose('Somebody far away');
  await ana.choose('Bring news across');
  await ana.follow('Pack a parcel');
  await ana.isAt('Take a parcel along');
  await ana.choose('One person');
  await ana.choose('Biel');
  yield { name: 'parcel', page: ana.page };
  await ana.press('Pack it');
  await ana.reads('Your parcel is packed');
  await ana.press('Show it as a moving code');
  await ana.press('Hold it still');
  yield { name: 'parcel-packed', page: ana.page };
  const text = await ana.page
    .getByLabel('Or as text, to paste on the other phone')
    .inputValue();

  await biel.comesBack();
  const { page } = biel;
  await biel.goesTo('Add');
  await biel.follow('No internet?');
  await biel.choose('Somebody far away');
  await biel.choose('Bring news across');
  await biel.follow('Open a parcel');
  await biel.isAt('Open a parcel');
  yield { name: 'unpack', page };
  await biel.write('The parcel as text', text.slice(0, 300));
  await biel.press('Open the text');
  await biel.reads('a part of it is missing');
  yield { name: 'unpack-damaged', page };
  await biel.write('The parcel as text', text);
  await biel.press('Open the text');
  await biel.reads('A parcel from Ana');
  yield { name: 'unpack-preview', page };
  await biel.press('Add it here');
  await biel.reads('It is added');
  yield { name: 'unpack-taken', page };
  await biel.press('Open another one');
  await biel.write('The parcel as text', text);
  await biel.press('Open the text');
  await biel.reads('There is nothing new in it.');
  yield { name: 'unpack-nothing-new', page };
}
