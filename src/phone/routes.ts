import type {
  AccountId,
  Day,
  EntryId,
  GatheringId,
  GroupId,
  ListingId,
  MemberId,
} from '@manyhands/base';
import type { ArrangementName } from '@manyhands/ledger';
import type { RecoveryAsk } from '@manyhands/community/recovery';
import type { Hour, MessageCard } from '@manyhands/community/hours';
import type { Person } from '@manyhands/community/opened';
import type { Community } from './Community.svelte.ts';
import { hashOf } from './route.ts';
import type { DecideTopic, PlaceRoute, Route } from './route.ts';
import { newCard } from './starts.ts';
import type { PostStart, RecordStart } from './starts.ts';

type Simple = Exclude<
  PlaceRoute['name'],
  | 'person'
  | 'farewell'
  | 'talk'
  | 'spare'
  | 'record'
  | 'hour'
  | 'listing'
  | 'post'
  | 'arrange'
  | 'organisation'
  | 'group'
  | 'newGroup'
  | 'room'
  | 'decision'
  | 'decide'
  | 'gathering'
  | 'session'
>;
type Here = Pick<Community, 'address'>;

/** Where the screens of one community lie. */
export const routeTo = ({ address: place }: Here, name: Simple): Route => ({
  name,
  place,
});

/** As much of an hour as tells where it lies. */
interface NamedHour {
  readonly other: Pick<Person, 'id' | 'account'>;
  readonly transfer: Pick<Hour['transfer'], 'proposal' | 'party'>;
}

/**
 * An hour stands in the conversation of its two; with an organisation on its own page; what was
 * brought along where everybody's stands.
 */
export const routeToHour = (
  here: Here,
  { other, transfer: { proposal, party } }: NamedHour,
): Route =>
  other.account === null
    ? routeToTalk(here, other.id, `${proposal}/${party}`)
    : other.account === 'opening'
      ? routeTo(here, 'brought')
      : { name: 'hour', place: here.address, proposal, party };

/** A person's page, or an organisation's. */
export const hrefToWho = (
  here: Here,
  { id, account }: Pick<Person, 'id' | 'account'>,
): string =>
  account === null
    ? hrefToPerson(here, id)
    : account === 'opening'
      ? hrefTo(here, 'brought')
      : hrefToOrganisation(here, id as string as AccountId);

export const routeToOrganisation = (
  { address: place }: Here,
  account: AccountId,
  part: Extract<Route, { name: 'organisation' }>['part'] = 'page',
): Route => ({ name: 'organisation', place, account, part });
export const hrefToOrganisation = (
  here: Here,
  account: AccountId,
  part: Extract<Route, { name: 'organisation' }>['part'] = 'page',
): string => hashOf(routeToOrganisation(here, account, part));

export const routeToGroup = (
  { address: place }: Here,
  group: GroupId,
  changes = false,
): Route => ({ name: 'group', place, group, changes });
export const hrefToGroup = (...to: Parameters<typeof routeToGroup>): string =>
  hashOf(routeToGroup(...to));
export const hrefToNewGroup = (
  { address: place }: Here,
  follows: GroupId | null = null,
): string => hashOf({ name: 'newGroup', place, follows });

export const hrefToRoom = (
  { address: place }: Here,
  { kind, of }: Pick<Extract<Route, { name: 'room' }>, 'kind' | 'of'>,
): string => hashOf({ name: 'room', place, kind, of });

export const routeToRecord = (
  { address: place }: Here,
  start: Partial<RecordStart> = {},
): Route => ({
  name: 'record',
  place,
  start: { with: null, as: null, instead: null, draft: null, ...start },
});

/** Where a card is answered. */
export const hrefToArrange = (
  { address: place }: Here,
  { owner, listing, answerer }: ArrangementName,
): string =>
  hashOf({
    name: 'arrange',
    place,
    of: { owner, listing, answerer },
    changes: false,
  });
/** Where another plan is suggested than the one that stands. */
export const hrefToChange = (
  { address: place }: Here,
  { owner, listing, answerer }: ArrangementName,
): string =>
  hashOf({ name: 'arrange', place, of: { owner, listing, answerer }, changes: true });

export const hrefTo = (here: Here, name: Simple): string => hashOf(routeTo(here, name));
export const hrefToHour = (here: Here, hour: NamedHour): string =>
  hashOf(routeToHour(here, hour));
export const hrefToPerson = (here: Here, member: MemberId): string =>
  hashOf({ name: 'person', place: here.address, member });
/** Where it is said that somebody has died. */
export const hrefToFarewell = (here: Here, member: MemberId): string =>
  hashOf({ name: 'farewell', place: here.address, member });
/** The conversation with `member`; with `at`, at the one thing of this key. */
export const routeToTalk = (
  { address: place }: Here,
  member: MemberId,
  at: string | null = null,
): Route => ({ name: 'talk', place, member, asks: false, at });
export const hrefToTalk = (
  here: Here,
  member: MemberId,
  at: string | null = null,
): string => hashOf(routeToTalk(here, member, at));
export const hrefToAskHelp = (here: Here, member: MemberId): string =>
  hashOf({ name: 'talk', place: here.address, member, asks: true, at: null });
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

/** A date of a gathering; without one its next. */
export const routeToGathering = (
  { address: place }: Here,
  gathering: GatheringId,
  date: Day | null = null,
): Route => ({ name: 'gathering', place, gathering, date });
export const hrefToGathering = (here: Here, id: GatheringId, date: Day): string =>
  hashOf(routeToGathering(here, id, date));

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
    start: { ...newCard, ...start },
  });

export const routeToDecision = ({ address: place }: Here, motion: EntryId): Route => ({
  name: 'decision',
  place,
  motion,
});
export const hrefToDecision = (here: Here, motion: EntryId): string =>
  hashOf(routeToDecision(here, motion));
/** Hours for many at once. */
export const routeToSession = ({ address: place }: Here, session: EntryId): Route => ({
  name: 'session',
  place,
  session,
});
export const hrefToSession = (here: Here, session: EntryId): string =>
  hashOf(routeToSession(here, session));
export const routeToDecide = (
  { address: place }: Here,
  topic: DecideTopic | null = null,
  member: MemberId | null = null,
): Route => ({ name: 'decide', place, topic, member });
export const hrefToDecide = (...to: Parameters<typeof routeToDecide>): string =>
  hashOf(routeToDecide(...to));

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
