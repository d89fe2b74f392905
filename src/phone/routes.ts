import type { ListingId, MemberId } from '@manyhands/base';
import type { ArrangementName } from '@manyhands/ledger';
import type { RecoveryAsk } from '@manyhands/community/recovery';
import type { Hour, MessageCard } from '@manyhands/community/hours';
import type { Community } from './Community.svelte.ts';
import { hashOf } from './route.ts';
import type { PlaceRoute, PostStart, RecordStart, Route } from './route.ts';

type Simple = Exclude<
  PlaceRoute['name'],
  'person' | 'talk' | 'spare' | 'record' | 'hour' | 'listing' | 'post' | 'arrange'
>;
type Here = Pick<Community, 'address'>;

/** Where the screens of one community lie. */
export const routeTo = ({ address: place }: Here, name: Simple): Route => ({
  name,
  place,
});

export const routeToHour = (
  { address: place }: Here,
  { transfer: { proposal, party } }: Pick<Hour, 'transfer'>,
): Route => ({ name: 'hour', place, proposal, party });

export const routeToRecord = (
  { address: place }: Here,
  start: Partial<RecordStart> = {},
): Route => ({
  name: 'record',
  place,
  start: { with: null, instead: null, draft: null, ...start },
});

const routeToArrange = (
  { address: place }: Here,
  { owner, listing, answerer }: ArrangementName,
): Route => ({ name: 'arrange', place, of: { owner, listing, answerer } });
export const hrefToArrange = (here: Here, of: ArrangementName): string =>
  hashOf(routeToArrange(here, of));

export const hrefTo = (here: Here, name: Simple): string => hashOf(routeTo(here, name));
export const hrefToHour = (here: Here, hour: Pick<Hour, 'transfer'>): string =>
  hashOf(routeToHour(here, hour));
export const hrefToPerson = (here: Here, member: MemberId): string =>
  hashOf({ name: 'person', place: here.address, member });
export const routeToTalk = ({ address: place }: Here, member: MemberId): Route => ({
  name: 'talk',
  place,
  member,
  asks: false,
});
export const hrefToTalk = (here: Here, member: MemberId): string =>
  hashOf(routeToTalk(here, member));
export const hrefToAskHelp = (here: Here, member: MemberId): string =>
  hashOf({ name: 'talk', place: here.address, member, asks: true });
export const routeToSpare = (
  { address: place }: Here,
  { member, key }: Pick<RecoveryAsk, 'member' | 'key'>,
): Route => ({ name: 'spare', place, member, key });
export const hrefToSpare = (
  here: Here,
  ask: Pick<RecoveryAsk, 'member' | 'key'>,
): string => hashOf(routeToSpare(here, ask));
export const hrefToRecord = (here: Here, start: Partial<RecordStart> = {}): string =>
  hashOf(routeToRecord(here, start));

/** Whose card, and which. */
interface OneCard {
  readonly member: MemberId;
  readonly listing: ListingId;
}
export const routeToListing = (
  { address: place }: Here,
  { member, listing }: OneCard,
): Route => ({ name: 'listing', place, member, listing });
export const hrefToListing = (here: Here, card: OneCard): string =>
  hashOf(routeToListing(here, card));
export const hrefToPost = (
  { address: place }: Here,
  start: Partial<PostStart> = {},
): string =>
  hashOf({
    name: 'post',
    place,
    start: { kind: null, category: null, change: null, draft: null, ...start },
  });

/** Where a message that was opened leads: its hour, its person, or the rest of it. */
export function routeToCard(card: MessageCard): Route {
  const { address: place } = card;
  switch (card.about) {
    case 'hour':
      return { name: 'hour', place, proposal: card.proposal, party: card.party };
    case 'person':
      return { name: 'person', place, member: card.member };
    case 'part':
      return { name: 'scan', place };
  }
}

/** The whole address of a route, to be sent to somebody: on this host, as any other. */
export const linkTo = (route: Route): string =>
  `${location.origin}${location.pathname}${hashOf(route)}`;

/** Back to whichever of these led here; to the first where none did. */
export function hrefBack(
  here: Here,
  cameFrom: Route | null,
  [first, ...others]: readonly [Simple, ...PlaceRoute['name'][]],
): string {
  const isOne =
    cameFrom !== null &&
    'place' in cameFrom &&
    cameFrom.place === here.address &&
    others.some((name) => name === cameFrom.name);
  return isOne ? hashOf(cameFrom) : hrefTo(here, first);
}
