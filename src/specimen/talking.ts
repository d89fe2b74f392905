import { assert } from '@manyhands/base';
import { wordsOf } from '@manyhands/community/talk';
import type { ScreenVillage } from './village.ts';

/** A minute later somebody says this to somebody. */
export async function sayInVillage(
  village: ScreenVillage,
  from: string,
  to: string,
  text: string,
): Promise<void> {
  village.clock.minute += 1;
  const said = await wordsOf(village.placeOf(from)).say(village.memberOf(to), text);
  assert(said.ok, 'it is said');
}
