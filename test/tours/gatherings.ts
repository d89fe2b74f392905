import { findsGathering, gathers } from '../gatherings.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** A weekly walk for few: begun, answered, moved, called off. */
export async function* theGatherings(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const { page } = ana;
  await ana.goesTo('Add');
  yield { name: 'add-together', page };
  await ana.follow('All get-togethers');
  yield { name: 'gatherings-none', page };
  await ana.follow('Invite to a get-together');
  await ana.press('Next');
  yield { name: 'gather-what', page };
  await ana.write('What do you want to do together?', 'A walk to the mill');
  await ana.press('Next');
  await ana.choose('Every week');
  yield { name: 'gather-when', page };
  await ana.press('Next');
  await ana.choose('Only so many');
  await ana.write('Where?', 'At the bridge');
  yield { name: 'gather-where', page };
  for (let n = 8; n > 1; n--) await ana.press('One fewer');
  await ana.press('Tell everybody');
  await ana.isAt('A walk to the mill');
  yield { name: 'gathering-mine', page };
  await findsGathering(biel, 'A walk to the mill');
  yield { name: 'gathering-asked', page: biel.page };
  await biel.choose('Yes');
  await biel.reads('You have a place.');
  yield { name: 'gathering-seated', page: biel.page };
  await ana.choose('Yes');
  await ana.reads('It is full. You are the next to move up.');
  yield { name: 'gathering-waiting', page };
  await ana.tap(page.getByText('You organise it'));
  yield { name: 'gathering-organise', page };
  await ana.press('Move this day');
  yield { name: 'gathering-move', page };
  await ana.write('At what time?', '11:30');
  await ana.write(
    'Why? A word to all who come',
    'The bridge is closed in the morning.',
  );
  await ana.press('Move it');
  await ana.reads('Everybody who comes is told.');
  await biel.goesHome();
  await biel.reads('Changed: A walk to the mill');
  yield { name: 'today-gathering-changed', page: biel.page };
  await biel.press('Yes');
  await biel.readsNoMore('Changed: A walk to the mill');
  yield { name: 'today-gathering-coming', page: biel.page };
  await gathers(ana, 'Mending afternoon');
  await biel.follow('All get-togethers');
  await biel.reads('Mending afternoon');
  yield { name: 'gatherings-list', page: biel.page };
  await biel.choose('Month');
  yield { name: 'gatherings-month', page: biel.page };
  await findsGathering(ana, 'A walk to the mill');
  await ana.tap(page.getByText('You organise it'));
  await ana.press('Call it all off');
  yield { name: 'gathering-call-off', page };
  await ana.tap(
    page.getByRole('dialog').getByRole('button', { name: 'Call it all off' }),
  );
  await ana.reads('It is called off');
  await ana.press('Close');
  yield { name: 'gathering-off', page };
  await biel.goesHome();
  await biel.reads('Not on: A walk to the mill');
  yield { name: 'today-gathering-off', page: biel.page };
}
