/** A clinic among neighbours: who signs for it, also while one of them is away. */
import { axe } from '../axe.ts';
import { addsOrganisation, looksAt } from '../organisations.ts';
import { expect, test } from '../world.ts';

test('a clinic is helped and helps: two of its three sign, one of them is offline, and what it has is shared out', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  const didac = await world.neighbour('Didac');
  await didac.joins(await ana.invites());
  await didac.isLetIn();
  await addsOrganisation(ana, 'Clinic', ['Biel', 'Carme'], 2);
  await ana.reads('3 people sign, and it takes a yes from 2 of them.');

  // Carme is away: two of three are enough.
  await carme.isApart();
  await ana.goesTo('Record help');
  await ana.choose('For Clinic');
  await ana.choose('Didac');
  await ana.reads(/^Clinic helped Didac, 1\sh, today\. Didac will be asked\./);
  await ana.press('For Clinic: ask Didac');
  await ana.reads('Waiting for 1 more yes');
  await didac.goesHome();
  await didac.reads('Clinic says: “I helped you.”');
  await didac.press('Yes, that’s right');
  await didac.reads('It counts once enough of those who sign for Clinic do.');
  await biel.goesHome();
  await biel.reads('Ana says for Clinic: “We helped Didac.”');
  await biel.reads('Your yes is enough.');
  expect(await axe(biel.page)).toEqual([]);
  await biel.press('Say yes for Clinic');
  await biel.reads('You said yes for Clinic.');
  await didac.goesHome();
  await didac.hasHours('You can give back');

  // What it has goes to who did the work, a signer among them: his share takes two others.
  await looksAt(ana, 'Clinic');
  await ana.reads('Clinic can ask for');
  await ana.follow('Share out its hours');
  await ana.choose('Biel');
  await ana.choose('Didac');
  await ana.reads('Nothing is left with Clinic.');
  await ana.press('Ask them');
  await ana.isAt('Clinic');
  await biel.goesHome();
  await biel.reads('Clinic gives you hours');
  await biel.press('Yes, that’s right');
  await biel.reads('It counts once enough of those who sign for Clinic do.');
  await didac.reads('Clinic gives you hours');
  await didac.press('Yes, that’s right');

  // Back again, Carme finds what waits for her, and says yes to both shares at once.
  await carme.goesOnline();
  await carme.goesHome();
  await carme.reads('Ana would give Biel hours of Clinic');
  await carme.tap(
    carme.page.getByRole('button', { name: 'Say yes for Clinic' }).first(),
  );
  await carme.readsNoMore('Say yes for Clinic');
  await biel.goesHome();
  await biel.hasHours('You can ask for');
  await looksAt(didac, 'Clinic');
  await didac.reads('Clinic has given as much as it has received');
  expect(await axe(didac.page)).toEqual([]);
});
