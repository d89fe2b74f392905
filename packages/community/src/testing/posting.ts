import { assert } from '@manyhands/base';
import type { ListingId } from '@manyhands/base';
import type { ArrangementName, Listing } from '@manyhands/ledger';
import type { Village } from './village.ts';

/** A need of nobody in particular, with what is to be otherwise. */
const blank: Listing = {
  type: 'listing',
  listing: '1b'.repeat(16) as ListingId,
  rev: 0,
  kind: 'need',
  title: 'Cut the hedge',
  words: '',
  category: 4,
  terms: {
    place: 'mine',
    where: 'By the canal',
    free: [],
    from: null,
    until: null,
    standing: false,
    group: 1,
    manner: 'hours',
    producer: '',
    origin: '',
    fair: false,
    price: '',
  },
  photo: null,
  state: 'open',
};

/** `owner` posts it; answers what `answerer` would answer. */
export async function postFor(
  village: Pick<Village, 'placeOf' | 'memberOf'>,
  owner: string,
  answerer: string,
  listing: Partial<Listing> = {},
): Promise<ArrangementName> {
  const content = { ...blank, ...listing };
  const posted = await village.placeOf(owner).writer.append('board', content);
  assert(posted.ok, 'memory has room');
  return {
    owner: village.memberOf(owner),
    listing: content.listing,
    answerer: village.memberOf(answerer),
  };
}
