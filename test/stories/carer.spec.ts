/** Ana has a phone, and asks Biel to write for her too, until she stops it with a tap. */
import type { Neighbour } from '../neighbour.ts';
import { addsOrganisation, looksAt } from '../organisations.ts';
import { hasAPage } from '../page.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

test(
  'a neighbour writes for whoever asks them, and they are told of it',
  verifyOnly,
  async ({ world }) => {
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
    await ana.goesHome();
    await ana.reads('Biel writes for you now');
    await biel.goesTo('Me');
    await biel.follow('Neighbours without a phone');
    await biel.follow(/^Ana/);
    await biel.isAt('Ana’s hours');
    await ana.goesTo('Me');
    await ana.follow('Somebody who writes for me');
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
    await biel.follow('Back to my own');
    await biel.goesHome();
    await biel.reads('You no longer write for Ana');
    await biel.press('I have seen it');
    await biel.readsNoMore('You no longer write for Ana');

    await carme.saysYes();
    await ana.goesHome();
    await ana.hasHours('You can ask for 1 hour');
  },
);

/** Ana founded, and gave Carme an hour; she has a page on paper. */
async function anaGaveAnHour(world: World) {
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
  return { ana, biel, carme, page: await hasAPage(ana) };
}

async function saysThatAnaDied(by: Neighbour, page: readonly string[]): Promise<void> {
  await by.goesTo('People');
  await by.follow(/^Ana/);
  await by.press('More about Ana');
  await by.follow('Ana has died');
  await by.write('All twelve words, in order', page.join(' '));
  await by.press('Look at the page');
  await by.write('A few words about Ana', 'She began all this.');
  await by.press('Go on');
  await by.press('Yes, Ana has died');
  await by.isAt('Ana’s hours');
  await by.reads('In memory of Ana');
}

test(
  'her family says with her page that she has died, and her hours go on',
  verifyOnly,
  async ({ world }) => {
    const { biel, carme, page } = await anaGaveAnHour(world);
    await saysThatAnaDied(biel, page);
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

test(
  'her hours go to the pot, whose page says whose they were',
  verifyOnly,
  async ({ world }) => {
    const { ana, biel, carme, page } = await anaGaveAnHour(world);
    await addsOrganisation(ana, 'Pot', ['Carme'], 1, 'A pot for all');
    await saysThatAnaDied(biel, page);
    await biel.press('To the pot');
    await biel.reads('Offered.');
    await carme.goesHome();
    await carme.reads('Ana gives hours to Pot');
    await carme.reads('Written down by Biel, for Ana');
    await carme.press('Say yes for Pot');
    await looksAt(carme, 'Pot');
    await carme.reads('Ana gives hours to Pot');
    await carme.reads('Written down by Biel, for Ana');
    await expect(
      carme.page.getByRole('img', {
        name: /it gave 0.h and received 1.h.30/,
      }),
    ).toBeVisible();
  },
);
