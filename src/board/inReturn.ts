import type { MemberId } from '@manyhands/base';
import type { PostedListing } from '@manyhands/ledger';
import { listingsOf, myListings } from '@manyhands/community/board';
import type { BoardCard } from '@manyhands/community/board';
import { ofBoard } from '@manyhands/community/opened';
import { arrangementsOf } from '@manyhands/community/talk';
import type { Arranged } from '@manyhands/community/talk';
import { whereIs } from '@manyhands/community/things';
import type { Community } from '../phone/Community.svelte.ts';
import { titleOf } from '../naming/cardWords.ts';
import { offeredIn } from '../talk/forThat.ts';

type Named = Pick<PostedListing, 'member' | 'listing'>;

/** What I have agreed with somebody about a thing; null if nothing, or with several. */
export function agreedWith(community: Community, { member, listing }: Named) {
  const agreed = community
    .see(arrangementsOf, ...ofBoard)
    .filter(
      ({ name, stage }) =>
        stage === 'agreed' && name.owner === member && name.listing === listing.listing,
    );
  return agreed.length === 1 ? (agreed[0] ?? null) : null;
}

/** The things of one member that could have gone in return. */
export function thingsOf(community: Community, of: MemberId | null): BoardCard[] {
  if (of === null) return [];
  const cards = of === community.me.id ? myListings : listingsOf;
  return community
    .see(cards, ...ofBoard)
    .filter(({ member }) => member === of)
    .filter(({ listing, stage }) => listing.kind === 'thing' && stage === 'open')
    .filter((card) => community.see((at) => whereIs(at, card), 'board').at === 'here');
}

/** Of these the one that was offered where the two agreed; else none. */
export function offered(
  community: Community,
  posted: Named,
  returns: readonly BoardCard[],
): BoardCard | null {
  const agreed: Arranged | null = agreedWith(community, posted);
  if (!agreed) return null;
  const titles = returns.map((card) => titleOf(community, card));
  const title = offeredIn(agreed.plan.what, titles);
  return returns.find((card) => titleOf(community, card) === title) ?? null;
}
