/** The main job without a mouse. */
import { test } from '../world.ts';

test('recording and saying yes need nothing but a keyboard', async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.goesHome();
  await ana.tabsTo('Record help');
  await ana.strikes('Enter');
  await ana.isAt('Record help');
  await ana.tabsTo('I helped');
  await ana.strikes('ArrowRight'); // Someone helped me
  await ana.tabsTo('Biel');
  await ana.strikes('Space');
  await ana.tabsTo('How long?');
  await ana.strikes('ArrowRight');
  await ana.strikes('ArrowRight');
  await ana.tabsTo('Ask Biel');
  await ana.strikes('Enter');
  await ana.isAt('Biel has been asked');

  await biel.reads('Ana says: “You helped me.”');
  await biel.tabsTo('Yes, that’s right');
  await biel.strikes('Enter');
  await biel.isAt('Two halves, one hour');
  await biel.reads('You have 1 h 30 to ask for.');
  await ana.reads('You have 1 h 30 to give back.');
});
