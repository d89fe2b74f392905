import { foundsGroup, looksAtGroup } from '../groups.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Groups: founded, joined, asked of, organised by several, closed, gone on with. */
export async function* theGroups(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const { page } = ana;
  await ana.goesTo('People');
  await ana.follow('Groups');
  await ana.reads('No group yet');
  yield { name: 'groups-blank', page };
  await ana.follow('Found a group');
  await ana.press('Found it');
  await ana.reads('It has no name.');
  yield { name: 'group-new-nameless', page };
  await foundsGroup(ana, 'Walkers');
  yield { name: 'group-fresh', page };
  await looksAtGroup(biel, 'Walkers');
  yield { name: 'group-of-others', page: biel.page };
  await biel.press('Join');
  await biel.reads('You are in.');
  await ana.reads('Biel');
  yield { name: 'group-two', page };
  await ana.tap(page.getByText('For those who organise it'));
  yield { name: 'group-organisers', page };
  await ana.press('Let somebody organise it too');
  yield { name: 'group-share', page };
  await ana.press('Biel');
  await ana.reads('Biel can organise it too.');
  await ana.press('Organise it no longer');
  yield { name: 'group-lay-down', page };
  await ana.press('Close');
  await ana.follow('Change how it looks');
  yield { name: 'group-change', page };
  await foundsGroup(ana, 'Garden by the canal', 'Who asks first');
  await looksAtGroup(biel, 'Garden by the canal');
  yield { name: 'group-asks', page: biel.page };
  await biel.press('Ask to come in');
  await biel.reads('You asked. Somebody who organises it says yes.');
  yield { name: 'group-asked', page: biel.page };
  await ana.reads('Biel would like to come in');
  yield { name: 'group-wants-in', page };
  await ana.press('Let Biel in');
  await ana.goesTo('People');
  await ana.follow('Groups');
  yield { name: 'groups', page };
}
