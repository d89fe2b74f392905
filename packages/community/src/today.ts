/**
 * What the first page tells beside what waits for an answer: cards that fit, who is new,
 * and what has come since somebody last looked.
 */
import { minutesPerDay } from '@manyhands/base';
import type { MemberId, MinuteOfTime } from '@manyhands/base';
import { encodeAs, integer, nullable, tuple } from '@manyhands/codec';
import type { Notes } from '@manyhands/replica';
import { fittingCards, listingsOf } from './board/index.ts';
import { isReserved, thingNow } from './things/index.ts';
import type { BoardCard, FittingCard } from './board/index.ts';
import { myHours, tiesOf } from './hours/index.ts';
import {
  isAtRest,
  membersHere,
  ofBoard,
  ofBoardAndMine,
  personHere,
  readNoteAs,
  remembered,
} from './opened/index.ts';
import type { Person, Place } from './opened/index.ts';
import type { OpenedCommunity } from './openedCommunity.ts';
import { arrivedAt, newForDays } from './people/index.ts';
import { peaceOf } from './safety/index.ts';
import { arrangementsOf } from './talk/index.ts';

/**
 * The first few cards that fit with me, one of each neighbour: none I have answered, and no
 * thing that somebody has, was promised, or whose handing over is on its way.
 */
export function cardsForMe(community: OpenedCommunity, most: number): FittingCard[] {
  return community.see(
    (place) => {
      const answered = new Set(
        arrangementsOf(place).map(({ name }) => `${name.owner}/${name.listing}`),
      );
      const shown = new Map<MemberId, FittingCard>();
      for (const fitting of fittingCards(place)) {
        if (shown.size === most) break;
        const { id, member } = fitting.card;
        if (answered.has(id) || shown.has(member) || !isToBeHad(place, fitting.card))
          continue;
        shown.set(member, fitting);
      }
      return [...shown.values()];
    },
    ...ofBoard,
  );
}

function isToBeHad(place: Place, card: BoardCard): boolean {
  if (card.listing.kind !== 'thing') return true;
  const { byMe, forMe, where } = thingNow(place, card);
  const isSpokenFor = byMe.length + forMe.length > 0 || isReserved(place, card);
  return where.at === 'here' && !isSpokenFor;
}

export interface RecentMember {
  readonly person: Person;
  /** When they came, by the clock of whoever let them in. */
  readonly at: MinuteOfTime;
}

/** Who came lately and has no hour with me yet, the latest first; never whoever founded. */
export const newcomersOf = (community: OpenedCommunity): readonly RecentMember[] =>
  community.see(newcomersHere, ...ofBoard);

const newcomersHere = remembered(
  (place): readonly RecentMember[] => {
    const met = new Set(tiesOf(myHours(place)).map(({ person }) => person.id));
    const me = place.membership.member;
    const since = place.now() - newForDays * minutesPerDay;
    const founder = place.replica.ledger.charter()?.founder;
    const peace = peaceOf(place);
    return membersHere(place.replica.ledger)
      .filter(({ member }) => member !== me && member !== founder)
      .filter(({ member }) => !met.has(member) && !peace.isBlocked(member))
      .filter(({ member }) => !isAtRest(place, member))
      .flatMap(({ member }) => {
        const at = arrivedAt(place, member);
        return at === null || at < since
          ? []
          : [{ person: personHere(place, member), at }];
      })
      .sort((a, b) => b.at - a.at || (a.person.id < b.person.id ? -1 : 1));
  },
  ...ofBoardAndMine,
);

/** What has come since a moment, as numbers. */
export interface News {
  readonly cards: number;
  readonly people: number;
  readonly exchanges: number;
}

/** How it stood when somebody looked: when, and how many exchanges there were. */
export interface Look {
  readonly at: MinuteOfTime;
  readonly exchanges: number;
}

export function newsSince(community: OpenedCommunity, look: Look): News {
  const { exchanges } = community.together;
  return {
    cards: community.see(
      (place) =>
        listingsOf(place).filter(
          ({ isMine, entry }) => !isMine && entry.time > look.at,
        ),
      ...ofBoard,
    ).length,
    people: newcomersOf(community).filter(({ at }) => at > look.at).length,
    exchanges: Math.max(0, exchanges - look.exchanges),
  };
}

const time = integer(0, Number.MAX_SAFE_INTEGER);
const lookShape = tuple({ at: time, exchanges: time });
const shape = tuple({ before: nullable(lookShape), latest: lookShape });
const limits = { bytes: 64, depth: 2 };
const note = 'looks';

/** Whoever comes back within so many minutes is still looking. */
const sitting = 60;

/**
 * Keeps that somebody looks now, on this phone alone, and answers how it stood when they
 * last looked; null for who has not been here before.
 */
export async function keepLook(notes: Notes, now: Look): Promise<Look | null> {
  const read = await readNoteAs(notes, note, shape, limits);
  const kept = read.ok ? read.value : null;
  const isStillHere = kept !== null && now.at - kept.latest.at < sitting;
  const before = isStillHere ? kept.before : (kept?.latest ?? null);
  await notes.put(note, encodeAs(shape, { before, latest: now }));
  return before as Look | null;
}
