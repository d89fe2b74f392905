import type { Listing } from '@manyhands/ledger';
import { categoryOf } from '@manyhands/community/people';
import { freeTimesOf, isAnyTime } from '@manyhands/community/board';
import { isReserved, whereIs } from '@manyhands/community/things';
import type { BoardCard, FreeTime } from '@manyhands/community/board';
import type { Person } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import type { MarkKind } from '../ui/markShape.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { kindName } from './kindNames.ts';
import { agentNames, markKindOf, nameOf, spoken } from './naming.ts';

/** Under whose name it stands: an organisation's, or its writer's. */
export const whoseOf = (community: Community, { member, account }: BoardCard): Person =>
  community.person(account ?? member);

/** What a card is about, as whoever wrote it calls it. */
export const kindOf = (community: Community, { member, listing }: BoardCard): string =>
  kindName(community, listing.category, member);

/**
 * A card's own words, or in the reader's what is offered or needed. The name of a kind alone
 * says nothing that anybody could say yes to.
 */
export const titleOf = (community: Community, card: BoardCard): string =>
  spoken(card.listing.title) ||
  helpText(card.listing.kind, card.listing.category) ||
  kindOf(community, card);

/** "Give a lift", "A lift now and then"; empty for things, and kinds that are not the app's. */
export function helpText(kind: Listing['kind'], code: number | null): string {
  const known = categoryOf(code);
  if (known === null || kind === 'thing') return '';
  const { strength, wish } = later().joining;
  return { offer: strength, need: wish }[kind][known];
}

/** "Weekday mornings", "Tuesday and Thursday, evenings" */
function freeTimeText({ days, part }: FreeTime): string {
  const { week } = later();
  switch (days) {
    case 'all':
      return week.everyDay(part);
    case 'weekdays':
      return week.weekdays(part);
    case 'weekend':
      return week.weekend(part);
    default:
      return week.days(days, part);
  }
}

/** What is said of some times, by the words of one language: every list asks for it. */
const timesSaid = new WeakMap<object, Map<string, readonly string[]>>();

function freeTexts(free: readonly number[]): readonly string[] {
  const { week } = later();
  const said = timesSaid.get(week) ?? new Map<string, readonly string[]>();
  timesSaid.set(week, said);
  const which = free.join();
  const texts = said.get(which) ?? freeTimesOf(free).map(freeTimeText);
  said.set(which, texts);
  return texts;
}

/** "Any time", or the times of the week in one line. */
export const whenText = (free: readonly number[]): string =>
  isAnyTime(free) ? later().week.anyTime : later().week.together(freeTexts(free));

/** Where it happens, from where the reader stands. */
export function whereText(community: Community, card: BoardCard): string {
  const { isMine, listing } = card;
  const { terms } = listing;
  const { place, atMine, atTheirs } = later().listing;
  switch (terms.place) {
    case 'mine':
      return isMine ? atMine : place.mine(nameOf(whoseOf(community, card)));
    case 'yours':
      return isMine ? atTheirs : place.yours;
    default:
      return place[terms.place];
  }
}

/** Between which days, if any were said. */
export function daysText(community: Community, { listing }: BoardCard): string | null {
  const { from, until } = listing.terms;
  const text = (day: number) => words.dayInText(day, community.today);
  const { listing: say } = later();
  if (from !== null && until !== null) return say.between(text(from), text(until));
  if (from !== null) return say.from(text(from));
  return until === null ? null : say.until(text(until));
}

/** What a card shows in a list. */
export interface CardFace {
  readonly title: string;
  /** Whose it is, and where they live. */
  readonly who: string;
  readonly seed: Uint8Array;
  readonly kind: MarkKind;
  readonly facts: string;
  /** The free times of an offer, for its tabs. */
  readonly tabs: readonly string[];
  /** A thing that somebody else has just now. */
  readonly isLent: boolean;
  /** A thing that is promised to somebody. */
  readonly isReserved: boolean;
}

const tabsAtMost = 3;

export function faceOf(community: Community, card: BoardCard): CardFace {
  const { kind, terms } = card.listing;
  const person = whoseOf(community, card);
  const by = person.account === null ? null : nameOf(community.person(card.member));
  const about = kindOf(community, card);
  const title = titleOf(community, card);
  const times = freeTexts(terms.free).slice(0, tabsAtMost);
  const isOffer = kind === 'offer';
  const facts = [
    title === about || kind === 'thing' ? '' : about,
    kind === 'thing' || terms.place === 'agree' ? '' : whereText(community, card),
    ...(isOffer ? [] : times),
    terms.standing && !isOffer ? later().listing.standing : '',
    wantedOf(card) === '' ? '' : later().listing.wantedShort(wantedOf(card)),
  ];
  return {
    title,
    who: joined([
      nameOf(person),
      // Anybody may call an organisation anything: whose word it is stands beside it.
      ...(by === null
        ? [spoken(person.area), answersFor(community, person)]
        : [later().organisations.pinnedBy(by)]),
    ]),
    seed: person.seed,
    kind: markKindOf(person),
    facts: joined(facts),
    tabs: isOffer ? times : [],
    isLent:
      kind === 'thing' &&
      community.see((place) => whereIs(place, card), 'board').at === 'lent',
    isReserved: community.see((place) => isReserved(place, card), 'board'),
  };
}

/** "Biel answers for Ana": whoever has no phone is not waited for. */
function answersFor(community: Community, person: Person): string {
  const by = agentNames(community, person);
  return by === null ? '' : later().agents.answersFor(by, nameOf(person));
}

/** What is wanted in return for a thing to swap; empty where that was left open. */
export const wantedOf = ({ listing: { kind, terms } }: Pick<BoardCard, 'listing'>) =>
  kind === 'thing' && terms.manner === 'swap' ? spoken(terms.price) : '';

const joined = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');

/** All that can be looked for in a card, in its writer's words and the reader's. */
export interface CardTexts {
  readonly title: string;
  /** What else its writer says, of it and of themselves. */
  readonly own: readonly string[];
  /** What its kinds are called. */
  readonly kinds: readonly string[];
}

export function textsOf(community: Community, card: BoardCard): CardTexts {
  const { listing } = card;
  const { words: more, terms } = listing;
  const person = whoseOf(community, card);
  return {
    title: titleOf(community, card),
    own: [more, terms.where, terms.producer, terms.origin, person.name, person.area],
    kinds: [kindOf(community, card), later().listing.kind[listing.kind]],
  };
}
