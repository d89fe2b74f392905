/** Who somebody is to the others: what all may read, and what partners alone. */
import { rawKept } from '../rawKept.ts';
import { expect, test } from '../world.ts';

test('how to reach Ana is for who shares an hour with her, and for nobody else', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.reads('Carme has joined.');

  await ana.goesHome();
  await ana.follow('This is you');
  await ana.follow('Change what others see');
  await ana.isAt('What others see of you');
  await ana.write('About you', 'Bees, and bread on Fridays.');
  await ana.write('How and where to reach you', 'The blue door, second bell');
  await ana.press('Save');
  await ana.reads('Saved.');

  const looksAtAna = async (neighbour: typeof biel) => {
    await neighbour.goesTo('People');
    await neighbour.follow(/^Ana/);
    await neighbour.isAt('Ana');
    await neighbour.reads('Bees, and bread on Fridays.');
  };
  for (const neighbour of [biel, carme]) {
    await looksAtAna(neighbour);
    await neighbour.readsNoMore('The blue door, second bell');
    expect(await rawKept(neighbour.page)).not.toContain('The blue door');
  }

  // An hour that both said yes to: Ana's phone tells Biel's by itself.
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.goesHome();
  await biel.saysYes();
  await looksAtAna(biel);
  await biel.reads('The blue door, second bell');
  await carme.goesTo('Us');
  await carme.reads('1 exchange');
  await looksAtAna(carme);
  await carme.readsNoMore('The blue door, second bell');
  expect(await rawKept(carme.page)).not.toContain('The blue door');

  // She takes it back: it is gone from where it could be read.
  await ana.goesTo('People');
  await ana.goesHome();
  await ana.follow('This is you');
  await ana.reads('The blue door, second bell');
  await ana.follow('Change what others see');
  await ana.write('How and where to reach you', '');
  await ana.press('Save');
  await ana.reads('Saved.');
  await biel.readsNoMore('The blue door, second bell');
});
