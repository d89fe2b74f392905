import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The board of a community that has one, and a card from its first tap to its end. */
export async function* theBoard(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await ana.press('Look around in a demo');
  await ana.reads('This is a demo. Nobody here is real.');
  await ana.goesTo('Board');
  await ana.reads('14 cards');
  // The last ones come in quiet moments, and move what stands around them.
  await page.getByRole('article').nth(13).waitFor();
  yield { name: 'board', page };
  await ana.tap(page.getByText('Filter the cards'));
  await ana.write('Find on the board', 'roses');
  await ana.reads('1 of 14 cards');
  yield { name: 'board-found', page };
  await ana.follow('Roses pruned, and why');
  await ana.isAt('Roses pruned, and why');
  yield { name: 'listing', page };
  await ana.goesTo('Board');
  await ana.write('Find on the board', 'nothing like that');
  await ana.reads('No card fits that yet');
  yield { name: 'board-none', page };
  await ana.press('Show the whole board');
  await ana.follow('Pin a card');
  await ana.choose('I can help');
  await ana.tap(page.getByText('Choose the days'));
  await ana.tap(page.getByText('More: words, days, how many'));
  await ana.press('Pin it to the board');
  await ana.reads('Please tap what it is about.');
  yield { name: 'post-unfilled', page };
  await ana.choose('I have a thing');
  yield { name: 'post-thing', page };
  await ana.choose('I could use help');
  await ana.choose('Family and company');
  await ana.press('Pin it to the board');
  await ana.isAt('Family and company');
  yield { name: 'listing-mine', page };
  await ana.press('Pause');
  await ana.reads('Nobody but you finds this card.');
  yield { name: 'listing-paused', page };
  await ana.press('Erase');
  await ana.reads('This card is gone');
  yield { name: 'listing-erased', page };
  await ana.press('Undo');
  await ana.goesTo('Board');
  await ana.follow('1 card of mine');
  await ana.isAt('My cards');
  yield { name: 'cards', page };
  await ana.follow('Kinds of help');
  await ana.write('What is it called?', 'Choir');
  await ana.press('Name a kind of help');
  await ana.reads('“Choir” can be chosen from now on.');
  yield { name: 'kinds', page };
  await ana.press('Rename Choir');
  yield { name: 'kind-rename-sheet', page };
}
