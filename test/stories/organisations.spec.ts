/**
 * A clinic among neighbours: who signs for it, also while one of them is away, and what hangs
 * on the board for it; and the pot, which gives what its neighbours would give.
 */
import { axe } from '../axe.ts';
import { withASay } from '../deciding.ts';
import { addsOrganisation, looksAt, makesSlip } from '../organisations.ts';
import { expect, test, verifyOnly } from '../world.ts';

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

test(
  'a grant from the pot: given to, asked, thought about, signed, and seen by all',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    const carme = await world.neighbour('Carme');
    await withASay(ana, biel, carme);
    await addsOrganisation(ana, 'Riverside pot', [], 1, 'A pot for all');

    // What comes in, the phone of who signs says yes to by itself: from the start, of a pot.
    await looksAt(biel, 'Riverside pot');
    await biel.press('Give hours');
    await biel.write('A word about it', 'For whoever is new');
    await biel.press('Give them');
    await biel.reads('In the pot');
    await biel.readsNoMore('Waiting for 1 more yes');
    await ana.reads('It has said yes to');
    await ana.reads('Biel: 1\u00a0h, today');

    await looksAt(carme, 'Riverside pot');
    await carme.press('Ask for hours');
    await carme.write('A word about it', 'Bread for the street');
    await carme.press('Ask for them');
    await carme.reads('Those who sign for the pot are asked.');
    await biel.reads('Carme asks for 1\u00a0h');
    await biel.reads('Bread for the street');
    await biel.reads('Nobody has said what they think.');
    await biel.press('I would give it');
    await biel.reads('1 would give it.');
    expect(await axe(biel.page)).toEqual([]);

    // What leaves it waits for a hand, which sees what the others think.
    await ana.goesHome();
    await ana.reads('Carme asks Riverside pot for hours');
    await ana.reads('1 would give it.');
    await ana.press('Say yes for Riverside pot');
    await ana.reads('You said yes for Riverside pot.');
    await carme.goesHome();
    await carme.hasHours('You can ask for 1 hour');

    // Everybody sees what came and went.
    await biel.readsNoMore('Carme asks for 1\u00a0h');
    await biel.reads('The pot is empty');
    await biel.reads('Riverside pot gives hours to Carme');
    await biel.reads('Biel gives hours to Riverside pot');
  },
);

test(
  'a card of the clinic is answered: the plan is with who pinned it, the hour is the clinic’s',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await addsOrganisation(ana, 'Clinic', [], 1);
    await ana.follow('Pin a card for Clinic');
    await ana.choose('I can help');
    await ana.write('In a few words', 'Two seats to town');
    await ana.press('Pin it for Clinic');
    await ana.reads('Two seats to town');

    await biel.goesTo('Board');
    await biel.reads('Clinic · pinned by Ana');
    await biel.follow('Two seats to town');
    await biel.reads('You will talk with Ana, who signs for Clinic.');
    await biel.follow('I’d like that');
    await biel.press('Ask Ana');
    await biel.reads('Waiting for Ana');
    await ana.goesHome();
    await ana.press('Yes, that suits me');
    await biel.reads('You have agreed');
    await biel.follow('Record the hours');
    await biel.press('Ask Clinic');
    await ana.goesHome();
    await ana.press('Say yes for Clinic');
    await ana.reads('You said yes for Clinic.');
    await looksAt(biel, 'Clinic');
    await biel.reads('Clinic helped Biel');
    await biel.goesHome();
    await biel.hasHours('You can give back 1 hour');
    await ana.hasHours('Nothing to give or ask yet');
  },
);

test(
  'whom the clinic sends comes with its slip, and has a first hour from it',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await addsOrganisation(ana, 'Clinic', [], 1);
    const slip = await makesSlip(ana, 'Clinic');
    await ana.reads('From Clinic');
    expect(await axe(ana.page)).toEqual([]);
    const carme = await world.neighbour('Carme');
    await carme.joins(slip);
    await carme.isLetIn();
    await ana.goesHome();
    await ana.reads('Carme has come with a slip from Clinic');
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('Give the first hour as Clinic');
    await ana.reads('Carme has been asked.');
    await ana.readsNoMore('Carme has come with a slip from Clinic');
    await carme.goesHome();
    await carme.reads('Clinic gives you hours');
    await carme.press('Yes, that’s right');
    await carme.goesHome();
    await carme.hasHours('You can ask for 1 hour');
    await biel.goesHome();
    await biel.readsNoMore(/with a slip/);
  },
);
