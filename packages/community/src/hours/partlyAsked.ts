import { err, ok } from '@manyhands/base';
import type { Minutes, PartyId, Result } from '@manyhands/base';
import type { OneByOne } from '../opened/index.ts';

/** So many minutes, of which this one is asked. */
interface AskedShare {
  readonly party: PartyId;
  readonly minutes: Minutes;
}

/** It took several entries and stopped in between: these are asked, and those are not. */
export interface PartlyAsked<Refused> {
  readonly type: 'PartlyAsked';
  readonly asked: readonly AskedShare[];
  readonly left: readonly AskedShare[];
  readonly why: Refused;
}

/** Each one once, with all that is theirs. */
function summed(shares: readonly AskedShare[]): AskedShare[] {
  const byParty = new Map<PartyId, Minutes>();
  for (const { party, minutes } of shares)
    byParty.set(party, ((byParty.get(party) ?? 0) + minutes) as Minutes);
  return [...byParty].map(([party, minutes]) => ({ party, minutes }));
}

/**
 * The first value of what was all done; else why not, and where some of it was done, what.
 * `sharesOf` says whom one of them asks.
 */
export function firstOrPartly<T, Value, Refused>(
  { done, left, why }: OneByOne<T, Value, Refused>,
  sharesOf: (each: T) => readonly AskedShare[],
): Result<Value, Refused | PartlyAsked<Refused>> | null {
  const [first] = done;
  if (why === null) return first === undefined ? null : ok(first.value);
  if (first === undefined) return err(why);
  return err({
    type: 'PartlyAsked',
    asked: summed(done.flatMap(({ of }) => sharesOf(of))),
    left: summed(left.flatMap(sharesOf)),
    why,
  });
}
