import type { Listing } from '@manyhands/ledger';
import type { OpenHandOver } from '@manyhands/community/things';
import { spoken } from './naming.ts';
import { later } from '../words/later.ts';

/** How a thing changes hands; whatever else stands in its terms, it is given. */
export function mannerOf({ terms: { manner } }: Pick<Listing, 'terms'>) {
  return manner === 'lend' || manner === 'swap' ? manner : 'give';
}

/** "A pram", or of a swap "A pram · A kettle": all that a hand-over names. */
export const titlesOf = ({ thing, more, inReturn }: OpenHandOver): string =>
  [thing, ...more, ...inReturn].map(({ listing }) => spoken(listing.title)).join(' · ');

/** What the other of the two says, by name. */
export function sayHandedOver(
  { handing: { content }, thing, iAmOwner, inReturn }: OpenHandOver,
  name: string,
): string {
  const words = later().handOver;
  const manner = mannerOf(thing.listing);
  if (content.step === 'back') {
    return iAmOwner ? words.saysBroughtBack(name) : words.saysBack(name);
  }
  if (inReturn.length > 0) return words.saysSwap(name);
  return iAmOwner ? words.saysGot[manner](name) : words.saysOut[manner](name);
}
