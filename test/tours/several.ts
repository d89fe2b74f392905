import { addsOrganisation } from '../organisations.ts';
import type { Neighbour } from '../neighbour.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The same help with several on one screen: chosen, asked, and who could not be. */
export async function* theSeveral(world: World): AsyncGenerator<Stop> {
  const [ana] = await world.anaAndBiel();
  const { page } = ana;
  for (const name of ['Carme', 'Didac']) {
    const each: Neighbour = await world.neighbour(name);
    await each.joins(await ana.invites());
    await each.isLetIn();
  }
  await ana.goesTo('Record help');
  await ana.choose('Biel');
  yield { name: 'record-one', page };
  await ana.press('Add another person');
  yield { name: 'record-add', page };
  await ana.choose('Carme');
  await ana.choose('Didac');
  await ana.reads(/^You helped .* 3 people will be asked/);
  yield { name: 'record-several', page };
  await ana.press('Ask 3 people');
  await ana.reads('Waiting for Didac');
  yield { name: 'record-several-asked', page };
  await addsOrganisation(ana, 'Clinic', ['Biel'], 2);
  await ana.follow('Record help for Clinic');
  await ana.choose('Biel');
  await ana.press('Add another person');
  await ana.choose('Carme');
  await ana.choose('Didac');
  await ana.reads(/^Biel cannot be asked/);
  yield { name: 'record-several-for', page };
  await ana.press('For Clinic: ask 2 people');
  await ana.reads('2 people have been asked');
  yield { name: 'record-several-for-asked', page };
}
