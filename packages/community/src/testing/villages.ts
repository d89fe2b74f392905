import { makeKit, newWords } from '../recovery/kit.ts';
import { Village, villageDay } from './village.ts';

type Peopled = Pick<Village, 'admit' | 'goTo'>;

/** Biel, Carme and Didac come in, let in by Ana a month ago. */
export async function letThreeIn(village: Peopled): Promise<void> {
  for (const name of ['Biel', 'Carme', 'Didac']) {
    await village.admit(name, { by: 'Ana' });
  }
  village.goTo(villageDay);
}

/** Ana has made her page, and the three others keep a spare key for her. */
export async function giveSpareKeys(
  village: Pick<Village, 'memberOf' | 'placeOf'>,
): Promise<void> {
  const neighbours = ['Biel', 'Carme', 'Didac'].map((name) => village.memberOf(name));
  await makeKit(village.placeOf('Ana'), await newWords(), { neighbours });
}

/** Four people, no hours yet. */
export async function smallVillage(): Promise<Village> {
  const village = await Village.found('Ana', { ago: 30 });
  await letThreeIn(village);
  return village;
}

export async function spareKeyVillage(): Promise<Village> {
  const village = await smallVillage();
  await giveSpareKeys(village);
  return village;
}
