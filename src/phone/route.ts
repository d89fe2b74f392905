import type {
  AccountId,
  Day,
  EntryId,
  GatheringId,
  Hex,
  ListingId,
  MemberId,
  PartyId,
} from '@manyhands/base';
import type { ArrangementName } from '@manyhands/ledger';
import { decideTopics } from './decideTopics.ts';
import type { DecideTopic } from './decideTopics.ts';
import { groupPath, readGroupRoute } from './groupRoutes.ts';
import type { GroupRoute } from './groupRoutes.ts';
import { isId, isListingId } from './ids.ts';
import { fronts, plain } from './routeNames.ts';
import {
  postStartOf,
  postStartText,
  recordStartOf,
  recordStartText,
} from './starts.ts';
import type { PostStart, RecordStart } from './starts.ts';

/**
 * Where somebody is in the app, written after the `#` so that no server ever
 * learns it. `place` is the first 16 digits of this device's key in the community:
 * one phone can hold several communities, and several people.
 */
export type Route =
  | { readonly name: 'welcome' | (typeof fronts)[number] }
  | { readonly name: TextRoute; readonly text: string }
  /** `text`: a kit link's, for as long as it takes to read it; else empty. */
  | { readonly name: 'back'; readonly text: string }
  | { readonly name: (typeof plain)[number]; readonly place: string }
  | {
      /** Somebody's page, and where it is said that they have died. */
      readonly name: 'person' | 'farewell';
      readonly place: string;
      readonly member: MemberId;
    }
  /**
   * What I and this member have said and done; `asks`: I am about to ask for help; `at`: the
   * key of the one thing in it that is looked at.
   */
  | {
      readonly name: 'talk';
      readonly place: string;
      readonly member: MemberId;
      readonly asks: boolean;
      readonly at: string | null;
    }
  /** What two people plan about one listing; `changes`: I am about to suggest another plan. */
  | {
      readonly name: 'arrange';
      readonly place: string;
      readonly of: ArrangementName;
      readonly changes: boolean;
    }
  /** Hours for many at once, by their name. */
  | { readonly name: 'session'; readonly place: string; readonly session: EntryId }
  /** One question to all, or what was decided. */
  | { readonly name: 'decision'; readonly place: string; readonly motion: EntryId }
  /** Asking all of us; null: what about is not chosen yet. */
  | {
      readonly name: 'decide';
      readonly place: string;
      readonly topic: DecideTopic | null;
      /** Of those about a member, who. */
      readonly member: MemberId | null;
    }
  /** The ask of whoever says to be this member, with this new key, to their guardian. */
  | {
      readonly name: 'spare';
      readonly place: string;
      readonly member: MemberId;
      readonly key: Hex;
    }
  /** An organisation or the pot: its page, who signs, its hours shared out, a slip from it. */
  | {
      readonly name: 'organisation';
      readonly place: string;
      readonly account: AccountId;
      readonly part: (typeof parts)[number];
    }
  /** One date of a gathering; null: the next. */
  | {
      readonly name: 'gathering';
      readonly place: string;
      readonly gathering: GatheringId;
      readonly date: Day | null;
    }
  | GroupRoute
  | { readonly name: 'record'; readonly place: string; readonly start: RecordStart }
  | {
      readonly name: 'listing';
      readonly place: string;
      readonly member: MemberId;
      readonly listing: ListingId;
    }
  | { readonly name: 'post'; readonly place: string; readonly start: PostStart }
  | {
      readonly name: 'hour';
      readonly place: string;
      readonly proposal: EntryId;
      readonly party: PartyId;
    };

/** What a link that somebody gave leads to: all that follows its mark is its text. */
type TextRoute = keyof typeof marks;

const marks = {
  join: 'j/',
  knock: 'h/',
  message: 'm/',
  device: 'd/',
  return: 'b/',
  recover: 'r/',
  pairing: 'c/',
  ask: 'a/',
  welcomed: 'w/',
} as const;
const textRoutes = Object.keys(marks) as TextRoute[];

const parts = ['page', 'signers', 'share', 'slip'] as const;

export type { DecideTopic } from './decideTopics.ts';
export type PlaceRoute = Extract<Route, { place: string }>;

/** The route a hash names; anything it does not understand is `welcome`. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const link = textRoutes.find((name) => text.startsWith(marks[name]));
  if (link) return { name: link, text: text.slice(2) };
  if (text.startsWith('k/')) return { name: 'back', text: text.slice(2) };
  const [start, ...path] = text.split('/').filter((part) => part !== '');
  const front = fronts.find((name) => name === start);
  if (front) return { name: front };
  if (start === 'back') return { name: 'back', text: '' };
  if (start !== 'p') return { name: 'welcome' };
  const [place, screen, ...more] = path;
  if (!place) return welcome;
  const [first, second] = more;
  if (screen === 'arrange') return readArrange(place, more) ?? welcome;
  if (screen === 'talk') return readTalk(place, more) ?? welcome;
  return readPlaceRoute(place, screen ?? 'home', first, second) ?? welcome;
}

function readTalk(place: string, [member, what, ...key]: string[]): Route | null {
  if (!isId(member)) return null;
  const at = what === 'at' && key.every(isHex) ? key.join('/') : '';
  return {
    name: 'talk',
    place,
    member: member as MemberId,
    asks: what === 'ask',
    at: at === '' ? null : at,
  };
}

function readArrange(
  place: string,
  [owner, listing, answerer, what]: string[],
): Route | null {
  if (!isId(owner) || !isId(answerer) || !/^[0-9a-f]{32}$/.test(listing ?? ''))
    return null;
  const name = { owner, listing, answerer } as ArrangementName;
  return { name: 'arrange', place, of: name, changes: what === 'change' };
}

const welcome: Route = { name: 'welcome' };

function readPlaceRoute(
  place: string,
  screen: string,
  first: string | undefined,
  second: string | undefined,
): Route | null {
  const simple = plain.find((name) => name === screen);
  if (simple) return { name: simple, place };
  if ((screen === 'person' || screen === 'farewell') && isId(first))
    return { name: screen, place, member: first as MemberId };
  if (screen === 'spare' && isId(first) && isId(second))
    return { name: screen, place, member: first as MemberId, key: second };
  if (screen === 'hour' && isId(first) && isId(second)) {
    const proposal = first as EntryId;
    return { name: screen, place, proposal, party: second as PartyId };
  }
  if (screen === 'listing' && isId(first) && isListingId(second))
    return { name: screen, place, member: first as MemberId, listing: second };
  if (screen === 'organisation' && isId(first)) {
    const part = parts.find((each) => each === second) ?? 'page';
    return { name: screen, place, account: first as AccountId, part };
  }
  if (screen === 'gathering' && isId(first)) {
    const date = /^\d{1,5}$/.test(second ?? '') ? (Number(second) as Day) : null;
    return { name: screen, place, gathering: first as GatheringId, date };
  }
  if (screen === 'session' && isId(first)) {
    return { name: screen, place, session: first as EntryId };
  }
  if (screen === 'decision' && isId(first)) {
    return { name: screen, place, motion: first as EntryId };
  }
  if (screen === 'decide') {
    const topic = decideTopics.find((each) => each === first) ?? null;
    const member = isId(second) ? (second as MemberId) : null;
    return { name: screen, place, topic, member };
  }
  if (screen === 'record')
    return { name: screen, place, start: recordStartOf(first, second) };
  if (screen === 'post')
    return { name: screen, place, start: postStartOf(first, second) };
  return readGroupRoute(place, screen, first, second);
}

const isHex = (text: string): boolean => /^[0-9a-f]{32,64}$/.test(text);

/** The hash of a route: `readRoute(hashOf(route))` is `route`. */
export function hashOf(route: Route): string {
  if ('place' in route) return `#/p/${route.place}/${route.name}${tailOf(route)}`;
  if (!('text' in route)) return route.name === 'welcome' ? '#/' : `#/${route.name}`;
  if (route.name !== 'back') return `#${marks[route.name]}${route.text}`;
  return route.text === '' ? '#/back' : `#k/${route.text}`;
}

/** What stands behind the name of a screen of a community. */
function tailOf(route: PlaceRoute): string {
  switch (route.name) {
    case 'spare':
      return `/${route.member}/${route.key}`;
    case 'person':
    case 'farewell':
      return `/${route.member}`;
    case 'talk':
      return `/${route.member}${talkText(route)}`;
    case 'hour':
      return `/${route.proposal}/${route.party}`;
    case 'gathering':
      return `/${route.gathering}${route.date === null ? '' : `/${route.date}`}`;
    case 'session':
      return `/${route.session}`;
    case 'decision':
      return `/${route.motion}`;
    case 'decide':
      return [route.topic, route.member]
        .map((part) => (part === null ? '' : `/${part}`))
        .join('');
    case 'arrange':
      return `/${route.of.owner}/${route.of.listing}/${route.of.answerer}${route.changes ? '/change' : ''}`;
    case 'organisation':
      return `/${route.account}${route.part === 'page' ? '' : `/${route.part}`}`;
    case 'group':
    case 'newGroup':
    case 'room':
      return groupPath(route);
    case 'record':
      return recordStartText(route.start);
    case 'listing':
      return `/${route.member}/${route.listing}`;
    case 'post':
      return postStartText(route.start);
    default:
      return '';
  }
}

function talkText({ asks, at }: Extract<Route, { name: 'talk' }>): string {
  if (at !== null) return `/at/${at}`;
  return asks ? '/ask' : '';
}
