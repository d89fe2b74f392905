/**
 * Hours for many at once: one writes them down, each says yes to their own part, in whichever
 * order, and it adds up to nothing on every phone.
 */
import { axe } from '../axe.ts';
import { expect, test } from '../world.ts';

test('[community/C49] [community/C50] a cookery evening: written down once, each says yes to their own part, and it adds up to nothing', async ({
  world,
}) => {
  const [ana, biel] = await world.anaAndBiel();
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();

  await ana.goesTo('Add');
  await ana.follow('Several of us');
  await ana.follow('Write something down');
  await ana.reads('Choose who helped.');
  await ana.write('What was it?', 'Cookery evening');
  const helpers = ana.page.getByRole('group', { name: 'Choose people' }).first();
  await helpers.getByText('Biel', { exact: true }).click();
  const helped = ana.page.getByRole('group', { name: 'Choose people' }).last();
  await helped.getByText('Carme', { exact: true }).click();
  await ana.reads('Carme gives Biel 1 h');
  expect(await axe(ana.page)).toEqual([]);
  // What is begun survives: the form is as it was.
  await ana.page.reload();
  await ana.reads('Carme gives Biel 1 h');
  await ana.press('Ask 2 people');
  await ana.isAt('Cookery evening');
  await ana.reads('Still to answer: Biel.');
  expect(await axe(ana.page)).toEqual([]);

  // Carme is first: her phone says it on by itself, once Biel has asked for just that.
  await carme.goesHome();
  await carme.reads('You were helped. You give 1');
  expect(await axe(carme.page)).toEqual([]);
  await carme.press('Yes, that’s right');
  await carme.reads('You’ve said yes. Your phone says it on');
  await biel.goesHome();
  await biel.reads('You helped. You get 1');
  await biel.press('Yes, that’s right');
  await biel.hasHours('You can ask for');
  await carme.hasHours('You can give back');
  await ana.reads('1 of 1 part counts');
});
