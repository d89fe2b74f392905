/** Somebody without a phone gives an hour, and is themself on a phone of their own later. */
import { wordsShownTo } from '../page.ts';
import { expect, test } from '../world.ts';

test('a paper member from first page to own phone', async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await biel.goesTo('Me');
  await biel.follow('Neighbours without a phone');
  await biel.follow('Add a neighbour without a phone');
  await biel.write('What is your neighbour’s name?', 'Didac');
  await biel.press('Go on to the page');
  const words = await wordsShownTo(biel);
  await biel.press('I copied the words by hand: let them in');
  await biel.isAt('Didac’s hours');
  await biel.follow('Write down help');
  await biel.choose('Didac helped');
  await biel.choose('Ana');
  await biel.press('Ask Ana');
  await biel.reads('Written down by Biel, for Didac');

  await ana.goesHome();
  await ana.reads('Written down by Biel, for Didac');
  await ana.saysYes();
  await ana.reads('Written down by Biel, for Didac');
  const invitation = await ana.invites();
  await biel.follow('Back to my own');
  await biel.follow(/^Didac/);
  await biel.reads('Didac can ask for 1 h');

  const didac = await world.neighbour('Didac');
  await didac.follow('I was here before');
  await didac.write('The twelve words, in order', words.join(' '));
  await didac.write('An invitation to your community', invitation);
  await didac.press('Find me');
  await didac.reads('Is this you?');
  await didac.press('Yes, that is me');
  await didac.hasHours('You can ask for 1 hour');
  await didac.goesTo('Me');
  await didac.follow('Neighbours without a phone');
  await didac.press('Biel no longer writes for me');
  await didac.write('All twelve words, in order', words.join(' '));
  const sheet = didac.page.getByRole('dialog');
  await didac.tap(sheet.getByRole('button', { name: 'Biel no longer writes for me' }));
  await didac.readsNoMore('These neighbours write for you');

  await biel.reads('You do not write for them any more');
  await biel.follow('Back to my own');
  await biel.isAt('Neighbours without a phone');
  await expect(biel.page.getByText('You write for')).toHaveCount(0);
  // What was written down for him stays his, and still says whose hand it was.
  await didac.saysHelped({ with: 'Biel' });
  await biel.goesHome();
  await biel.saysYes();
  await didac.goesHome();
  await didac.hasHours('You can ask for 2 hours 30 minutes');
  await didac.goesTo('Me');
  await didac.follow(/All hours|My hours/);
  await didac.reads('Written down by Biel, for Didac');
});
