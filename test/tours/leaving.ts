import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Ana leaves: what she is told before and after, and what Biel sees of it. */
export async function* theLeaving(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysWasHelped({ with: 'Biel', word: 'The kitchen tap is quiet now.' });
  await biel.saysYes();
  await biel.saysHelped({ with: 'Ana' });
  const { page } = ana;
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
  await ana.follow('Leave Riverside…');
  await ana.isAt('Leave Riverside');
  await ana.reads('1 hour waits for your answer.');
  yield { name: 'leave', page };
  await ana.goesOffline();
  await ana.reloads();
  await ana.press('Leave Riverside');
  await ana.reads('You cannot undo this.');
  yield { name: 'leave-sheet', page };
  await ana.press('Leave for good');
  await ana.isAt('You have left Riverside');
  yield { name: 'goodbye-untold', page };
  await ana.press('Take Riverside off this phone');
  yield { name: 'goodbye-sheet', page };
  await ana.press('Wait');
  await ana.goesOnline();
  await ana.isAt('Goodbye, and thank you');
  yield { name: 'gone', page };
  await biel.goesHome();
  await biel.reads('The other person has left');
  yield { name: 'home-of-who-stays', page: biel.page };
  await biel.goesTo('Hours');
  await biel.isAt('All hours');
  yield { name: 'hours-with-who-left', page: biel.page };
  await biel.tap(biel.page.getByRole('link', { name: /The other person has left/ }));
  await biel.isAt('Someone who left');
  await biel.reads('You can take it back.');
  yield { name: 'hour-nobody-answers', page: biel.page };
}
