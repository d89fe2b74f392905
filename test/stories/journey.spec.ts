/**
 * The whole journey of two who have never used it: from founding to thanks, by taps and three
 * typed fields over both phones, with no dead end.
 */
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

/** What was ticked while joining is a card that is ready: one tap, and it hangs. */
async function pinsWhatHeCanDo(biel: Neighbour): Promise<void> {
  await biel.press('Pin it: Help in the garden');
  await biel.reads('On the board: Help in the garden');
}

test('founded, joined, hello, a card, answered, planned, recorded, confirmed, thanked', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  await ana.founds('Riverside');
  await ana.follow('Invite someone');
  await biel.opens(await ana.shownInvite());
  await biel.write('What is your name?', 'Biel');
  await biel.press('Go on');
  await biel.tap(biel.page.getByText('Help in the garden', { exact: true }));
  await biel.press('Go on');
  // Read from Ana's phone, before anybody is asked; joining says yes to it.
  await biel.reads('What Riverside agreed on');
  await biel.reads('An hour is an hour, whatever the help was.');
  await biel.reads('When you join, you say yes to them.');
  await biel.press('Join');
  await biel.isLetIn();
  await biel.readsNoMore('I agree to this');

  await ana.follow('Say hello to Biel');
  await ana.press('Say “Hello, Biel!”');
  await biel.reads('Hello, Biel!');

  await pinsWhatHeCanDo(biel);
  await ana.goesHome();
  const fits = ana.page.getByRole('region', { name: 'On the board for you' });
  await ana.tap(fits.getByRole('link'));
  await ana.follow('I’d like that');
  await ana.press('Ask Biel');
  await ana.reads('Waiting for Biel');

  // Answered where the two talk; which of her words is the last there, only the clock knows.
  await biel.follow(/^Ana.*Waiting for you/);
  await biel.press('Yes, that suits me');
  await ana.reads('You have agreed');
  await ana.follow('Record the hours');
  await ana.press('Ask Biel');
  await ana.reads('Biel has been asked');

  await biel.press('Yes, that’s right');
  await biel.reads('Done. You both agree');
  await ana.reads('Done. You both agree');
  await ana.press('Say “Thank you, Biel!”');
  await biel.reads('Ana thanks you');
  await biel.reads('Thank you, Biel!');

  await ana.reads('You have 1 h to give back.');
  await biel.reads('You can ask for 1 h.');
  const taps = [...ana.taps, ...biel.taps];
  expect(taps.length, taps.join('\n')).toBeLessThanOrEqual(25);
  expect([...ana.typed, ...biel.typed]).toEqual([
    'What is it called?',
    'And your name?',
    'What is your name?',
  ]);
});
