import { photograph } from '../photograph.ts';
import type { Neighbour } from '../neighbour.ts';
import { finds, pins } from '../things.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Things with pictures that change hands, and help as a gift. */
export async function* theThings(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const { page } = ana;
  const photo = await photograph(page);
  await ana.goesTo('Board');
  await ana.follow('Pin a card');
  await ana.choose('I have a thing');
  yield { name: 'post-thing-first', page };
  const file = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('none') };
  await page.getByLabel('Choose a picture').setInputFiles(file);
  await ana.reads('This file cannot be shown as a picture here.');
  yield { name: 'post-foolish-picture', page };
  await page.getByLabel('Choose a picture').setInputFiles({ ...file, buffer: photo });
  await ana.reads('The picture is added.');
  yield { name: 'post-picture', page };
  await ana.press('Remove it');
  await ana.reads('The picture is removed.');
  yield { name: 'post-picture-out', page };
  await pins(ana, 'A pram with big wheels', 'Lend it', { photo });
  await ana.choose('Biel');
  yield { name: 'thing-mine', page };
  await ana.press('I lent it to Biel');
  await ana.reads('Biel has been asked.');
  yield { name: 'thing-asked', page };

  await finds(biel, 'A pram with big wheels');
  await biel.reads('Ana says: “I lent you this.”');
  await biel.page
    .getByRole('img', { name: 'A pram with big wheels' })
    .first()
    .waitFor();
  yield { name: 'thing-for-me', page: biel.page };
  await biel.follow('Talk with Ana');
  await biel.press('Yes, that’s right');
  yield { name: 'talk-thing-open', page: biel.page };
  await biel.follow('A pram with big wheels');
  await biel.reads('You have it on loan from Ana');
  yield { name: 'thing-on-loan', page: biel.page };
  await biel.goesTo('Board');
  await biel.reads('Lent out now');
  yield { name: 'board-lent', page: biel.page };
  await ana.reads('Biel has it on loan');
  yield { name: 'thing-lent-out', page };

  yield* aSwap(ana, biel);
  await ana.goesTo('Record help');
  await ana.choose('Biel');
  await ana.tap(page.getByRole('switch', { name: /No hours, just thanks/ }));
  await ana.reads('You helped Biel as a gift');
  yield { name: 'record-gift', page };
  await ana.press('Ask Biel');
  await ana.reads('Biel has been asked.');
  yield { name: 'gift-asked', page };
  await biel.goesTo('People');
  await biel.follow(/^Ana/);
  await biel.reads('Ana says: “I helped you, as a gift.”');
  yield { name: 'gift-for-me', page: biel.page };
  await biel.follow('Ana says: “I helped you, as a gift.”');
  await biel.press('Yes, that’s right');
  await biel.press('In your own words');
  yield { name: 'gift-thanks', page: biel.page };
  await biel.write('Say thanks?', 'The soup was lovely.');
  await biel.press('Send thanks');
  await ana.reads('The soup was lovely.');
  yield { name: 'gift-between', page };
  await ana.goesTo('Us');
  await ana.reads('Once this year, just for thanks');
  yield { name: 'us-gifts', page };
  await ana.goesTo('Me');
  yield { name: 'me-gift-year', page };
}

/** Two things that change places: asked for, promised, and said by both. */
async function* aSwap(ana: Neighbour, biel: Neighbour): AsyncGenerator<Stop> {
  await pins(ana, 'A tent for four', 'Swap it', { inReturn: 'A child’s bicycle' });
  yield { name: 'thing-to-swap', page: ana.page };
  await pins(biel, 'A bicycle with stabilisers', 'Lend it');
  await finds(biel, 'A tent for four');
  yield { name: 'swap-wanted', page: biel.page };
  await biel.follow('I’d like to have it');
  await biel.choose('A bicycle with stabilisers');
  yield { name: 'swap-offer', page: biel.page };
  await biel.press('Ask Ana');
  await biel.reads('A tent for four · in return: A bicycle');
  await ana.goesHome();
  await ana.reads('A tent for four · in return: A bicycle');
  await ana.press('Yes, that suits me');
  await ana.reads('You have agreed');
  await biel.reads('It has changed hands');
  yield { name: 'swap-agreed', page: biel.page };
  await biel.goesTo('Board');
  await biel.reads('Reserved');
  yield { name: 'board-reserved', page: biel.page };
  await finds(ana, 'A tent for four');
  await ana.reads('You have promised it to Biel.');
  yield { name: 'thing-promised', page: ana.page };
  await ana.press('I swapped it with Biel');
  await ana.reads('Biel has been asked.');
  await biel.goesTo('People');
  await biel.follow('Talk');
  await biel.follow(/^Ana/);
  await biel.reads('Ana says: “We swapped these.”');
  yield { name: 'swap-for-me', page: biel.page };
  await biel.press('Yes, that’s right');
  await biel.reads('You swapped these with Ana');
  yield { name: 'swap-done', page: biel.page };
}
