import type { Listing } from '@manyhands/ledger';
import type { OpenHandOver } from '@manyhands/community/things';
import { later } from '../words/later.ts';

/** How a thing changes hands; whatever else stands in its terms, it is given. */
export function mannerOf({ terms: { manner } }: Pick<Listing, 'terms'>) {
  return manner === 'lend' || manner === 'swap' ? manner : 'give';
}

/** What the other of the two says, by name. */
export function sayHandedOver(
  { handing: { content }, thing, iAmOwner }: OpenHandOver,
  name: string,
): string {
  const words = later().handOver;
  const manner = mannerOf(thing.listing);
  if (content.step === 'back') {
    return iAmOwner ? words.saysBroughtBack(name) : words.saysBack(name);
  }
  return iAmOwner ? words.saysGot[manner](name) : words.saysOut[manner](name);
}
