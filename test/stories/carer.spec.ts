/** Ana has a phone, and asks Biel to write for her too, until she stops it with a tap. */
import { hasAPage } from '../page.ts';
import { expect, test, verifyOnly } from '../world.ts';

test('a neighbour writes for whoever asks them, and they are told of it', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.goesTo('Me');
  await ana.follow('Somebody who writes for me');
  await ana.press('Ask a neighbour');
  await ana.choose('Biel');
  await ana.press('Ask Biel');
  await ana.reads('You have asked Biel. There is no answer yet.');

  await biel.goesHome();
  await biel.reads('Ana asks you to write for them');
  await biel.press('Yes, I write for Ana');
  await biel.goesTo('Me');
  await biel.follow('Neighbours without a phone');
  await biel.follow(/^Ana/);
  await biel.isAt('Ana’s hours');
  await ana.reads('Biel writes for you.');

  // An hour needs a third: who writes for her is never the other side.
  const carme = await world.neighbour('Carme');
  await ana.goesHome();
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await biel.follow('Write down help');
  await biel.choose('Ana helped');
  await biel.choose('Carme');
  await biel.press('Ask Carme');
  await biel.reads('Written down by Biel, for Ana');

  await carme.goesHome();
  await carme.reads('Written down by Biel, for Ana');
  await ana.goesHome();
  await ana.reads('Biel wrote this for you');
  await ana.press('I have seen it');
  await ana.readsNoMore('Biel wrote this for you');

  await ana.goesTo('Me');
  await ana.follow('Somebody who writes for me');
  await ana.press('Biel no longer writes for me');
  const sheet = ana.page.getByRole('dialog');
  await ana.tap(sheet.getByRole('button', { name: 'Biel no longer writes for me' }));
  await ana.readsNoMore('Biel writes for you.');
  await biel.reads('You do not write for them any more');
  await expect(biel.page.getByText('Write down help')).toHaveCount(0);

  await carme.saysYes();
  await ana.goesHome();
  await ana.hasHours('You can ask for 1 hour');
});

test(
  'her family says with her page that she has died, and her hours go on',
  verifyOnly,
  async ({ world }) => {
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
    const words = await hasAPage(ana);
    await biel.goesTo('People');
    await biel.follow(/^Ana/);
    await biel.press('More about Ana');
    await biel.follow('Ana has died');
    await biel.write('All twelve words, in order', words.join(' '));
    await biel.press('Look at the page');
    await biel.write('A few words about Ana', 'She began all this.');
    await biel.press('Go on');
    await biel.press('Yes, Ana has died');
    await biel.isAt('Ana’s hours');
    await biel.reads('In memory of Ana');
    await biel.press('To somebody');
    await biel.choose('Carme');
    await biel.reads('Offered.');
    await carme.goesHome();
    await carme.saysYes();
    await carme.reads('Written down by Biel, for Ana');
    await carme.goesTo('People');
    await carme.follow(/^Ana/);
    await carme.reads('She began all this.');
  },
);
