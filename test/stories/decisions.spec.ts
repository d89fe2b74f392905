/** What all decide, on everybody's screen; and peace kept by the members, lifted by noes. */
import { asksForPauseOf, knows, looksAtDecisions, withASay } from '../deciding.ts';
import { test, verifyOnly } from '../world.ts';

const limit = 'Can each of us be up to 5\u00a0h behind before a reminder?';

test('a decision changes the limit, and everybody’s screen with it', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const carme = await world.neighbour('Carme');
  await withASay(ana, biel, carme);
  await looksAtDecisions(ana);
  await ana.reads('Nothing is open');
  await ana.follow('Ask everyone');
  await ana.follow('How far behind one can be');
  await ana.write('How many hours?', '5');
  await ana.write('What is it for?', 'Ten hours is a lot to give back.');
  await ana.press('Ask everyone');
  await ana.reads('1 of 3 says yes; 2 are needed');

  // Everybody is told once; Carme looks at the page that it will change.
  await carme.goesTo('Us');
  await carme.reads('You can be 10\u00a0h behind before anyone is reminded');
  await biel.goesHome();
  await biel.reads('A question to all of us');
  await biel.follow('See it');
  await biel.isAt(limit);
  await biel.reads('Ten hours is a lot to give back.');
  await biel.press('Yes');
  await biel.reads('2 of 3 say yes; 2 are needed');

  await carme.reads('You can be 5\u00a0h behind before anyone is reminded');
  await ana.reads('2 of 3 say yes; 2 are needed');
  // A word is changed, and so is what holds.
  await biel.press('No');
  await carme.reads('You can be 10\u00a0h behind before anyone is reminded');
});

test(
  'the circle pauses a neighbour at once, and noes lift it',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    const didac = await world.neighbour('Didac');
    await withASay(ana, biel);
    await looksAtDecisions(ana);
    await ana.follow('Ask everyone');
    await ana.follow('The circle that keeps the peace');
    for (const name of ['Ana', 'Biel']) await ana.choose(name);
    await ana.press('Ask everyone');
    await looksAtDecisions(biel);
    await biel.follow('Shall Ana and Biel be our circle?');
    await biel.press('Yes');
    await biel.reads('You said yes');

    // On Didac's phone, which comes later, the circle is what it was before it came.
    await didac.joins(await ana.invites());
    await didac.isLetIn();
    await knows(ana, 'Didac');
    await asksForPauseOf(ana, 'Didac', 'Shouts at night.');
    // One voice puts nobody before all: Biel, who would ask the same, is led to it.
    await asksForPauseOf(biel, 'Didac', '');
    await biel.reads('Shouts at night.');
    await biel.press('Yes');

    await didac.goesHome();
    await didac.reads('You are paused');
    await didac.follow('See who asked, and why');
    await didac.reads('Shouts at night.');
    await didac.press('No');
    // They have talked: Biel changes his word.
    await biel.reads('1 says no');
    await biel.press('No');
    await didac.reads('2 say no');
    await didac.goesHome();
    await didac.readsNoMore('You are paused');
  },
);
