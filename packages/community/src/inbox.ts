import type { MemberId, MinuteOfTime } from '@manyhands/base';
import type { BothSigned } from '@manyhands/ledger';
import {
  broughtForMe,
  changesForMe,
  openingToSign,
  signingsForMe,
} from './accounts/index.ts';
import type { ChangeForMe, OpeningLine, Signing } from './accounts/index.ts';
import { endedForMe, viewOf, writtenForMe } from './agents/index.ts';
import type { WrittenForMe } from './agents/index.ts';
import { alertsForMe } from './board/index.ts';
import { handOversForMe } from './things/index.ts';
import { arrangementsOf, isOver, meetingsOf, isMyTurn } from './talk/index.ts';
import type { Arranged } from './talk/index.ts';
import { giftsForMe } from './hours/index.ts';
import type { Gift, Hour } from './hours/index.ts';
import type { OpenHandOver } from './things/index.ts';
import { peaceOf, toldToMe } from './safety/index.ts';
import { hoursInParts, partsForMe } from './sessions/index.ts';
import type { MyPart } from './sessions/index.ts';
import type { Told } from './safety/index.ts';
import type { GatheringNews } from './gatherings/index.ts';
import { newsOfGatherings } from './gatheringPart.ts';
import { newcomersToWelcome } from './firstHours.ts';
import type { ToWelcome } from './firstHours.ts';
import type { OpenedCommunity } from './openedCommunity.ts';
import { carersAsked } from './limits.ts';
import { agentHere, ofBoard, remembered, writesFor } from './opened/index.ts';
import { undrawn } from './undrawn.ts';

/** One thing that needs me, and since when it waits. */
export type InboxItem = { readonly key: string; readonly since: MinuteOfTime } & (
  | { readonly kind: 'hour'; readonly hour: Hour }
  | { readonly kind: 'plan'; readonly arranged: Arranged }
  | { readonly kind: 'handOver'; readonly open: OpenHandOver }
  | { readonly kind: 'gift'; readonly gift: Gift }
  /** My part of hours for many at once waits for my yes (C51). */
  | { readonly kind: 'session'; readonly part: MyPart }
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'sign'; readonly signing: Signing }
  | { readonly kind: 'signers'; readonly change: ChangeForMe }
  /** What I bring along from before: is that right (C28)? */
  | { readonly kind: 'brought'; readonly lines: readonly OpeningLine[] }
  /** What others bring along, for me to sign as one who signs for it. */
  | { readonly kind: 'opening'; readonly lines: readonly OpeningLine[] }
  /** Somebody is new, and the pot has first hours for them: I sign for it. */
  | { readonly kind: 'newcomer'; readonly newcomer: ToWelcome }
  /** A gathering I come to has changed, is off, or has no place for me (C41). */
  | { readonly kind: 'gathering'; readonly news: GatheringNews }
  /** So much waits for a member for whom this phone writes (C22). */
  | { readonly kind: 'behalf'; readonly of: MemberId; readonly count: number }
  /** Somebody asks whether this phone's owner writes for them too (C26). */
  | { readonly kind: 'carer'; readonly of: MemberId }
  /** They have ended that this phone's owner writes for them. */
  | { readonly kind: 'ended'; readonly of: MemberId }
  /** A neighbour wrote this in my name, or answered that they write for me. */
  | { readonly kind: 'written'; readonly written: WrittenForMe }
);

/**
 * All that needs me: what has changed of gatherings, which happen with me or without, then what
 * waits longest. Of whom I have blocked there is nothing in
 * it: their hours wait where all hours stand, and need not be answered soon.
 */
export const inboxOf = (community: OpenedCommunity): readonly InboxItem[] =>
  community.see(inboxHere, ...ofBoard);

const inboxHere = remembered((place) => allFor(undrawn(place)), ...ofBoard);

function allFor(community: OpenedCommunity): InboxItem[] {
  const peace = peaceOf(community.place);
  const parts = community.see(partsForMe, ...ofBoard);
  // Asked as what it is a part of, and nobody is asked twice for one help.
  const inParts = community.see((place) => hoursInParts(place, parts), ...ofBoard);
  const sessions = parts.map((part): InboxItem => ({
    kind: 'session',
    key: `session/${part.session.name}`,
    since: part.session.shown.entry.time,
    part,
  }));
  const hours = community.waiting
    .filter(({ transfer }) => !inParts.has(`${transfer.proposal}/${transfer.party}`))
    .filter(({ other }) => !peace.isBlocked(other.id))
    // Asked as what it is, once enough have signed it; of an opening that does not count never.
    .filter(({ other }) => other.account !== 'opening')
    .map((hour): InboxItem => {
      const { proposal, party } = hour.transfer;
      const since = community.see(
        ({ replica }) => replica.entry(proposal)?.time,
        'ledger',
      );
      const key = `${proposal}/${party}`;
      return { kind: 'hour', key, since: since ?? community.now, hour };
    });
  const plans = plansOf(community)
    .filter((each) => isMyTurn(each) || isOver(each, community.place))
    .filter(({ other }) => !peace.isBlocked(other))
    .map((arranged): InboxItem => {
      return { kind: 'plan', key: arranged.id, since: arranged.since, arranged };
    });
  const told = community.see(toldToMe, ...ofBoard).map((each): InboxItem => ({
    kind: 'told',
    key: each.id,
    since: each.at,
    told: each,
  }));
  const handOvers = community
    .see(handOversForMe, ...ofBoard)
    .filter(({ other }) => !peace.isBlocked(other))
    .map((open): InboxItem => ({ kind: 'handOver', open, ...firstOf(open.handing) }));
  const gifts = community
    .see(giftsForMe, ...ofBoard)
    .filter(({ other }) => !peace.isBlocked(other))
    .map((gift): InboxItem => ({ kind: 'gift', gift, ...firstOf(gift.signed) }));
  const signings = community
    .see(signingsForMe, ...ofBoard)
    .filter(({ by }) => !peace.isBlocked(by))
    .map((signing): InboxItem => {
      const { of, transfer, since } = signing;
      const key = `sign/${of.account}/${transfer.proposal}/${transfer.party}`;
      return { kind: 'sign', key, since, signing };
    });
  const changes = community.see(changesForMe, ...ofBoard).map((change): InboxItem => {
    const key = `signers/${change.of.account}`;
    return { kind: 'signers', key, since: change.since, change };
  });
  const brought = openingItems(community);
  const newcomers = community
    .see(newcomersToWelcome, 'disk', ...ofBoard)
    .filter(({ member }) => !peace.isBlocked(member))
    .map((newcomer): InboxItem => {
      const key = `newcomer/${newcomer.member}`;
      return { kind: 'newcomer', key, since: newcomer.since, newcomer };
    });
  const behalf = community.isBehalf
    ? []
    : [...behalfItems(community), ...carerItems(community)];
  const own = [...sessions, ...hours, ...plans, ...handOvers, ...gifts, ...told];
  const rest = [...own, ...brought, ...signings, ...newcomers, ...changes, ...behalf];
  const gatherings = community
    .see(newsOfGatherings, ...ofBoard)
    .map((news): InboxItem => ({
      kind: 'gathering',
      key: news.key,
      since: news.since,
      news,
    }));
  return [
    ...gatherings,
    ...rest.sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1)),
  ];
}

/** Who asks me to write for them, and what others wrote for me. */
const carerItems = (community: OpenedCommunity): InboxItem[] =>
  community.see(
    (place) => {
      const asks = agentHere(place, 'asked')
        .filter((of) => !peaceOf(place).isBlocked(of))
        .slice(0, carersAsked)
        .map((of): InboxItem => ({
          kind: 'carer',
          key: `carer/${of}`,
          since: place.now(),
          of,
        }));
      const written = writtenForMe(place).map((each): InboxItem => ({
        kind: 'written',
        key: `written/${each.by}`,
        since: each.since,
        written: each,
      }));
      const ended = endedForMe(place)
        .slice(0, carersAsked)
        .map((of): InboxItem => ({
          kind: 'ended',
          key: `ended/${of}`,
          since: place.now(),
          of,
        }));
      return [...asks, ...written, ...ended];
    },
    ...ofBoard,
  );

/** Of however many lines one thing: nobody answers a hundred cards. */
function openingItems(community: OpenedCommunity): InboxItem[] {
  const one = (kind: 'brought' | 'opening', lines: readonly OpeningLine[]) => {
    const since = lines.reduce((first, each) => Math.min(first, each.since), Infinity);
    return lines.length === 0
      ? []
      : [{ kind, key: kind, since: since as MinuteOfTime, lines } as const];
  };
  return [
    ...one('brought', community.see(broughtForMe, ...ofBoard)),
    ...one('opening', community.see(openingToSign, ...ofBoard)),
  ];
}

/** Of each for whom this phone writes what waits for them, as one thing. */
const behalfItems = (community: OpenedCommunity): InboxItem[] =>
  community.see(
    (place) =>
      writesFor(place).flatMap((of): InboxItem[] => {
        const [first, ...more] = inboxOf(undrawn(viewOf(place, of)));
        const key = `behalf/${of}`;
        const since = first?.since ?? place.now();
        return first
          ? [{ kind: 'behalf', key, since, of, count: more.length + 1 }]
          : [];
      }),
    ...ofBoard,
  );

/** What one of two said first: since when it waits for the other. */
const firstOf = ({ entries: [first] }: BothSigned<unknown>) => ({
  key: first?.id ?? '',
  since: first?.time ?? (0 as MinuteOfTime),
});

/** Nothing is planned any more with who has died, nor for them. */
const plansOf = (community: OpenedCommunity): Arranged[] =>
  community.me.hasDied
    ? []
    : community
        .see(arrangementsOf, ...ofBoard)
        .filter(({ other }) => !community.person(other).hasDied);

/** What is planned and needs nothing from me now: the next day first, then what is open. */
export function comingUp(community: OpenedCommunity): Arranged[] {
  const peace = peaceOf(community.place);
  return plansOf(community)
    .filter(
      (each) =>
        !isMyTurn(each) &&
        !isOver(each, community.place) &&
        each.stage !== 'off' &&
        each.stage !== 'done',
    )
    .filter(({ other }) => !peace.isBlocked(other))
    .sort((a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1));
}

const dayOf = ({ plan }: Arranged): number => plan.day ?? Number.POSITIVE_INFINITY;

/** How much of it all needs me: new cards of a kind I wait for and who might meet me too. */
export function countOf(community: OpenedCommunity): number {
  if (!community.isLetIn) return inboxOf(community).length;
  return (
    inboxOf(community).length +
    community.see(alertsForMe, ...ofBoard).length +
    community.see(
      (place) => meetingsOf(place).mine.filter(({ mine }) => !mine),
      ...ofBoard,
    ).length
  );
}
