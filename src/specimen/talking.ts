import { assert } from '@manyhands/base';
import { wordsOf } from '@manyhands/community/talk';
import type { Village } from './village.ts';

/** A minute later somebody says this to somebody. */
export async function say(
  village: Village,
  from: string,
  to: string,
  text: string,
): Promise<void> {
  village.clock.minute += 1;
  const said = await wordsOf(village.placeOf(from)).say(village.memberOf(to), text);
  assert(said.ok, 'it is said');
}
