/**
 * What entries say of decisions (F5, types 16 and 17; L20): what is asked, and who says yes
 * or no. Shapes and bytes alone: what is taken and what holds is the fold's to say
 * (fold/decisions.ts).
 */
import type {
  AccountId,
  EntryId,
  Hex,
  MemberId,
  Minutes,
  PartyId,
} from '@manyhands/base';
import { boolean, integer, list, nullable, text, tuple } from '@manyhands/codec';
import type { Shape, Value } from '@manyhands/codec';
import { charterFields } from './charter.ts';
import {
  accountField,
  ascending,
  entryField,
  keyField,
  memberField,
  partyField,
  where,
  wordOf,
} from './fields.ts';

/** How the community stands to a member. */
export type MemberStanding = 'among us' | 'paused' | 'removed';

/** A kind of help, as a decision names it. */
export interface DecidedKind {
  readonly code: number;
  readonly name: string;
  readonly parent: number | null;
  readonly isShown: boolean;
}

/** Who may cover cards and pause somebody for a while, and how many of them it takes. */
export interface DecidedCircle {
  readonly threshold: number;
  readonly members: readonly MemberId[];
}

/** What rules can be decided, and what kind of value each has. */
export interface Rules {
  readonly limit: Minutes;
  readonly relays: readonly string[];
  readonly ice: readonly string[];
  readonly unit: string;
  readonly kinds: readonly DecidedKind[];
  readonly words: string;
  readonly circle: DecidedCircle;
  readonly pot: AccountId;
  readonly opening: AccountId;
  readonly accountLimit: Minutes;
  /** The mandate of an account that stands where two were contested (L17). */
  readonly signers: Hex;
  /** Who is not asked for a word until they say one (L21). */
  readonly resting: readonly MemberId[];
  readonly roomDays: number;
  readonly areKindsOpen: boolean;
  readonly licence: number;
  /** Minutes from the pot for who is new. */
  readonly firstHours: Minutes;
}

export type RuleKey = keyof Rules;

/** One line of a proposal. */
export interface LineName {
  readonly proposal: EntryId;
  readonly party: PartyId;
}

interface AboutMember {
  readonly about: 'member';
  readonly member: MemberId;
  readonly standing: MemberStanding;
}

interface AboutLines {
  readonly about: 'lines';
  /** Strictly ascending by proposal, then party. */
  readonly lines: readonly LineName[];
  readonly stands: boolean;
}

interface AboutRule<K extends RuleKey> {
  readonly about: 'rule';
  readonly key: K;
  /** Of the rules of an account, which one's; of the others null. */
  readonly account: AccountId | null;
  readonly value: Rules[K];
}

/** What a decision is about, and what it says of it. */
export type Matter =
  | AboutMember
  | AboutLines
  | { [K in RuleKey]: AboutRule<K> }[RuleKey];

export interface MotionOpen {
  readonly type: 'motion.open';
  readonly matter: Matter;
  /** Motions whose place this one takes, strictly ascending. */
  readonly replaces: readonly EntryId[];
}

/** Yes or no to a motion; the last word of a log counts. */
export interface MotionVote {
  readonly type: 'motion.vote';
  readonly motion: EntryId;
  readonly yes: boolean;
}

export type MotionContent = MotionOpen | MotionVote;

const self = (item: string): string => item;
const replacesField = ascending(entryField, [0, 8], self);
const limitField = integer<Minutes>(0, 100_000);

/** The values of the rules that can be decided, in the order of their numbers (F5). */
const ruleShapes: { readonly [K in RuleKey]: Shape<Rules[K]> } = {
  limit: limitField,
  relays: charterFields.relays,
  ice: charterFields.ice,
  unit: charterFields.unit,
  kinds: ascending(
    tuple<DecidedKind>({
      code: integer(1_000, 65_535),
      name: text(48),
      parent: nullable(integer(0, 65_535)),
      isShown: boolean,
    }),
    [1, 24],
    ({ code }) => code,
  ),
  words: charterFields.words,
  circle: where(
    tuple<DecidedCircle>({
      threshold: integer(2, 8),
      members: ascending(memberField, [2, 16], self),
    }),
    ({ threshold, members }) => threshold <= members.length,
  ),
  pot: accountField,
  opening: accountField,
  accountLimit: limitField,
  signers: keyField,
  resting: ascending(memberField, [0, 100], self),
  roomDays: integer(7, 3_650),
  areKindsOpen: boolean,
  licence: integer(0, 4),
  firstHours: integer<Minutes>(0, 600),
};

/** The numbers that stand for the rules; any other number is none. */
const ruleNumbers: Record<RuleKey, number> = {
  limit: 0,
  relays: 1,
  ice: 2,
  unit: 3,
  kinds: 4,
  words: 5,
  circle: 6,
  pot: 7,
  opening: 8,
  accountLimit: 9,
  signers: 10,
  resting: 11,
  roomDays: 12,
  areKindsOpen: 13,
  licence: 14,
  firstHours: 15,
};
const rulesByNumber = new Map(
  (Object.keys(ruleNumbers) as RuleKey[]).map((key) => [ruleNumbers[key], key]),
);
const rulesOfAccounts: ReadonlySet<RuleKey> = new Set(['accountLimit', 'signers']);

const standingField = wordOf<MemberStanding>('among us', 'paused', 'removed');
const linesField = ascending(
  tuple<LineName>({ proposal: entryField, party: partyField }),
  [1, 32],
  ({ proposal, party }) => proposal + party,
);

const subjectField = list(nullable(accountField), 1, 1);

function readMatter(number: Value, first: Value, second: Value): Matter | undefined {
  if (number === 0) {
    const member = memberField.read(first);
    const standing = standingField.read(second);
    if (member === undefined || standing === undefined) return undefined;
    return { about: 'member', member, standing };
  }
  if (number === 1) {
    const lines = linesField.read(first);
    const stands = boolean.read(second);
    if (lines === undefined || stands === undefined) return undefined;
    return { about: 'lines', lines, stands };
  }
  return number === 2 ? readRule(first, second) : undefined;
}

function readRule(subject: Value, said: Value): Matter | undefined {
  if (!Array.isArray(subject)) return undefined;
  const [number, ...rest] = subject as readonly Value[];
  const key = typeof number === 'number' ? rulesByNumber.get(number) : undefined;
  const account = subjectField.read(rest)?.[0];
  if (key === undefined || account === undefined) return undefined;
  if (rulesOfAccounts.has(key) !== (account !== null)) return undefined;
  const value = ruleShapes[key].read(said);
  if (value === undefined) return undefined;
  return { about: 'rule', key, account, value } as Matter;
}

function writeMatter(matter: Matter): Value[] {
  switch (matter.about) {
    case 'member':
      return [
        0,
        memberField.write(matter.member),
        standingField.write(matter.standing),
      ];
    case 'lines':
      return [1, linesField.write([...matter.lines]), matter.stands];
    case 'rule': {
      const subject = [ruleNumbers[matter.key], ...subjectPart(matter.account)];
      return [2, subject, valueOf(matter)];
    }
  }
}

const subjectPart = (account: AccountId | null): readonly Value[] =>
  subjectField.write([account]) as readonly Value[];

/** The bytes of what a motion says of its subject: equal values are one. */
const valueOf = ({ key, value }: Extract<Matter, { about: 'rule' }>): Value =>
  (ruleShapes[key] as Shape<unknown>).write(value);

const openShape: Shape<Omit<MotionOpen, 'type'>> = {
  read: (value) => {
    if (!Array.isArray(value) || value.length !== 4) return undefined;
    const [number, first, second, replaced] = value as [Value, Value, Value, Value];
    const matter = readMatter(number, first, second);
    const replaces = replacesField.read(replaced);
    return matter && replaces ? { matter, replaces } : undefined;
  },
  write: ({ matter, replaces }) => [
    ...writeMatter(matter),
    replacesField.write([...replaces]),
  ],
};

/** Payloads by type (F5). */
export const motionShapes: {
  [C in MotionContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  'motion.open': openShape,
  'motion.vote': tuple({ motion: entryField, yes: boolean }),
};

/** The value a motion gives each of its subjects, in a form that can be compared. */
export function saidBy(matter: Matter): Value {
  switch (matter.about) {
    case 'member':
      return standingField.write(matter.standing);
    case 'lines':
      return matter.stands;
    case 'rule':
      return valueOf(matter);
  }
}
