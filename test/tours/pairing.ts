import { answersCode, showsACode, takesCode } from '../pairing.ts';
import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Two phones beside each other, from the first code to the link. */
export async function* thePairing(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const first = await showsACode(ana);
  yield { name: 'pair-first', page: ana.page };
  await takesCode(ana, first);
  await ana.readsInAlert('That is the code of this phone.');
  yield { name: 'pair-own-code', page: ana.page };
  const second = await answersCode(biel, first);
  yield { name: 'pair-second', page: biel.page };
  await takesCode(ana, second);
  await ana.reads('You are linked with Biel.');
  yield { name: 'pair-linked', page: ana.page };
  await biel.opens(`${world.address}/#c/AAAA`);
  await biel.readsInAlert('This is not the code of another phone.');
  yield { name: 'pair-damaged', page: biel.page };
}
