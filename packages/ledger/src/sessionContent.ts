/**
 * Hours for many at once, as one who organises writes them down (F9, types 113 and 114). It moves
 * no hour and is nobody's word but its writer's: each helper proposes their own lines, and each
 * who was helped confirms theirs, as ever (B25, B26).
 */
import type {
  AccountId,
  CommunityId,
  Day,
  EntryId,
  Hex,
  MemberId,
  Minutes,
  PartyId,
} from '@manyhands/base';
import { fromHex, hex, integer, nullable, text, toHex, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import {
  accountField,
  ascending,
  dayField,
  keyField,
  memberField,
  partyField,
  u32Field,
  where,
  wordOf,
} from './fields.ts';

/** A member who helped, and how long. */
export interface HelperInSession {
  readonly member: MemberId;
  readonly minutes: Minutes;
}

/** Who was helped; `minutes` is their part, 0 where the hours come from elsewhere. */
export interface HelpedInSession {
  readonly party: PartyId;
  readonly minutes: number;
}

/** Who helped, who was helped, and where the hours come from. */
export interface SessionPlan {
  /** Strictly ascending, as those who were helped; nobody stands twice. */
  readonly helpers: readonly HelperInSession[];
  readonly helped: readonly HelpedInSession[];
  /** Each who was helped gives their part, an account gives all, or nobody does. */
  readonly source: 'each' | 'account' | 'thanks';
  readonly account: AccountId | null;
}

/** One by (member, session); the highest `rev` counts, then the highest id (B12). */
export interface PlannedSession extends SessionPlan {
  readonly type: 'session';
  /** 16 random bytes: with who writes it, its name. */
  readonly session: Hex;
  readonly rev: number;
  readonly day: Day;
  readonly title: string;
  readonly words: string;
  readonly category: number | null;
  /** The gathering that it was, and which day of it. */
  readonly gathering: GatheringDay | null;
}

interface GatheringDay {
  readonly gathering: Hex;
  readonly day: Day;
}

/** Who organises asks those once more who have not answered; the highest `rev` counts. */
export interface SessionReminder {
  readonly type: 'session.reminder';
  readonly session: Hex;
  /** How often, so far. */
  readonly rev: number;
}

export type SessionContent = PlannedSession | SessionReminder;

/** People in one session, both sides together. */
export const sessionPeople = 64;
/** Minutes of one person in one session: a day has no more. */
export const sessionMinutes = 1_440;
/** UTF-8 bytes of what is typed. */
export const sessionLimits = { title: 96, words: 300 } as const;

const ofOne = integer<Minutes>(1, sessionMinutes);
const plan = tuple<Omit<PlannedSession, 'type'>>({
  session: hex(16),
  rev: u32Field,
  day: dayField,
  title: text(sessionLimits.title),
  words: text(sessionLimits.words),
  category: nullable(integer(0, 65_535)),
  helpers: ascending(
    tuple<HelperInSession>({ member: memberField, minutes: ofOne }),
    [1, sessionPeople],
    ({ member }) => member,
  ),
  helped: ascending(
    tuple<HelpedInSession>({ party: partyField, minutes: integer(0, sessionMinutes) }),
    [0, sessionPeople - 1],
    ({ party }) => party,
  ),
  source: wordOf('each', 'account', 'thanks'),
  account: nullable(accountField),
  gathering: nullable(tuple<GatheringDay>({ gathering: keyField, day: dayField })),
});

/** Whether it adds up, and names nobody twice (B25). */
export function isSoundPlan({
  helpers,
  helped,
  source,
  account,
}: SessionPlan): boolean {
  const parties = [
    ...helpers.map(({ member }) => member),
    ...helped.map(({ party }) => party),
  ];
  const named: readonly string[] = account === null ? parties : [...parties, account];
  if (parties.length > sessionPeople || new Set(named).size < named.length)
    return false;
  if ((source === 'account') !== (account !== null)) return false;
  return source === 'each'
    ? helped.every(({ minutes }) => minutes > 0) && sumOf(helpers) === sumOf(helped)
    : helped.every(({ minutes }) => minutes === 0);
}

const sumOf = (all: readonly { readonly minutes: number }[]): number =>
  all.reduce((sum, { minutes }) => sum + minutes, 0);

export const sessionShapes: {
  [C in SessionContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  session: where(plan, isSoundPlan),
  'session.reminder': tuple({ session: hex(16), rev: u32Field }),
};

/**
 * What a proposal says in its `ref` to be of this session (B26): of its organiser too, so that
 * nobody names another's their own, and of no entry.
 */
export const sessionNameOf = (
  community: CommunityId,
  organiser: MemberId,
  session: Hex,
): EntryId =>
  toHex(
    taggedHash('session', fromHex(community), fromHex(organiser), fromHex(session)),
  ) as EntryId;
