/**
 * What the oracle says of decisions (ledger/L20, ledger/L21, ledger/L22), from raw acts and without
 * packages/ledger: every word is counted anew for every motion, and every motion is held
 * against all others.
 */
import { toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import type { RawAct } from './rawEntries.ts';
import { rawNameOf } from './rawForks.ts';
import type { RawRoles } from './rawIdentities.ts';
import { motionIn, ruleSubjectOf, voteIn } from './rawShared.ts';
import type { RawMotion } from './rawShared.ts';

/** What decisions ask of the steps before them. */
export interface Voters {
  readonly factRoles: RawRoles;
  readonly roles: RawRoles;
  /** Where identities end ledgers, and where ledgers are cut. */
  readonly ends: RawRoles;
  readonly cuts: RawRoles;
  readonly left: ReadonlySet<string>;
  readonly voices: ReadonlySet<string>;
  /** Who would have a voice without some vouches. */
  readonly voicesWithout: (
    isLeftOut: (vouch: RawAct) => boolean,
  ) => ReadonlySet<string>;
}

export interface RawDecision extends RawMotion {
  readonly id: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly of: number;
  readonly isTaken: boolean;
  /** Of a removal: taken now, or before words that came later (ledger/L24). */
  readonly wasTaken: boolean;
  /** Of each of its subjects whether it holds there. */
  readonly holds: readonly boolean[];
}

export interface RawDecisions {
  readonly motions: readonly RawDecision[];
  /** What holds, by subject. */
  readonly held: ReadonlyMap<string, Value>;
}

interface Opened extends RawMotion {
  readonly act: RawAct;
}

/** A word, and the entry that says it. */
interface Said {
  readonly act: RawAct;
  readonly yes: boolean;
}

type Judged = Omit<RawDecision, 'holds'>;

const never = Number.POSITIVE_INFINITY;
const resting = ruleSubjectOf(11, null);

/** `all`: every authentic entry, wherever it was seen. */
export function rawDecisionsOf(all: readonly RawAct[], voters: Voters): RawDecisions {
  const opened = all.flatMap((act): Opened[] => {
    const motion = motionIn(act);
    const isOpen = motion !== null && voters.voices.has(act.member);
    return isOpen && voters.factRoles.get(rawNameOf(act)) === 0
      ? [{ ...motion, act }]
      : [];
  });
  const votes = new Map<string, Said[]>();
  for (const act of all) {
    const vote = voteIn(act);
    if (vote === null) continue;
    votes.set(vote.motion, [...(votes.get(vote.motion) ?? []), { act, yes: vote.yes }]);
  }
  const isAboutRest = ({ subjects }: Opened): boolean => subjects.includes(resting);
  const judge = (motion: Opened, rest: ReadonlySet<string>): Judged =>
    judged(motion, votes.get(motion.act.id) ?? [], rest, voters);
  // Who rests is decided first, without itself (ledger/L21).
  const first = opened.filter(isAboutRest).map((motion) => judge(motion, new Set()));
  const rest = heldOf(resting, first)?.value ?? [];
  const names = new Set((rest as Uint8Array[]).map((each) => toHex(each)));
  const others = opened
    .filter((motion) => !isAboutRest(motion))
    .map((motion) => judge(motion, names));
  const motions = [...first, ...others];
  const subjects = new Set(motions.flatMap((motion) => motion.subjects));
  const winners = new Map<string, Judged>();
  for (const subject of subjects) {
    const winner = heldOf(subject, motions);
    if (winner) winners.set(subject, winner);
  }
  return {
    motions: motions.map((motion) => ({
      ...motion,
      holds: motion.subjects.map(
        (subject) =>
          leftOn(subject, motions).includes(motion) &&
          winners.get(subject)?.said === motion.said,
      ),
    })),
    held: new Map([...winners].map(([subject, { value }]) => [subject, value])),
  };
}

/** ledger/L21 */
function judged(
  motion: Opened,
  votes: readonly Said[],
  rest: ReadonlySet<string>,
  voters: Voters,
): Judged {
  const { voices } = voters;
  const { words, first, ever } = wordsOn(motion, votes, voters);
  const saying = (yes: boolean): string[] =>
    [...words]
      .filter(([member, said]) => said === yes && voices.has(member))
      .map(([member]) => member)
      .sort();
  const [yes, no] = [saying(true), saying(false)];
  const heard = voters.voicesWithout((vouch) => {
    const name = rawNameOf(vouch);
    const from = first.get(name);
    return (
      from !== undefined &&
      vouch.seq > from &&
      vouch.seq < (voters.ends.get(name) ?? never)
    );
  });
  const silentBut = (heardOf: ReadonlySet<string>): string[] =>
    [...voices].filter(
      (member) => !heardOf.has(member) && isWaitedFor(member, { rest, heard, voters }),
    );
  const of = yes.length + no.length + silentBut(new Set(words.keys())).length;
  const isTaken = isEnough(yes.length, no.length, of);
  // As though nobody had said no, nor taken a yes back.
  const everYes = [...ever].filter((member) => voices.has(member));
  const isRemoval = motion.subjects[0]?.startsWith('member') && motion.value === 2;
  const everOf = everYes.length + silentBut(ever).length;
  const wasTaken =
    isRemoval === true && (isTaken || isEnough(everYes.length, 0, everOf));
  const { subjects, said, value, replaces } = motion;
  const known = { id: motion.act.id, subjects, said, value, replaces };
  return { ...known, yes, no, of, isTaken, wasTaken };
}

const isEnough = (yes: number, no: number, of: number): boolean =>
  yes >= (of <= 3 ? 2 : 3) && yes > no && 5 * yes > of;

/** Whether the silence of somebody with a voice counts (ledger/L21). */
function isWaitedFor(
  member: string,
  known: {
    readonly rest: ReadonlySet<string>;
    readonly heard: ReadonlySet<string>;
    readonly voters: Voters;
  },
): boolean {
  const { roles, ends, left } = known.voters;
  const speaks = [...roles].some(
    ([name, role]) =>
      role === 0 && name.startsWith(member) && (ends.get(name) ?? never) === never,
  );
  return (
    speaks && !left.has(member) && !known.rest.has(member) && known.heard.has(member)
  );
}

/**
 * ledger/L20: each member's word, and where each log that has one says its first; and who ever
 * said yes (ledger/L24).
 */
function wordsOn(
  { act: opening }: Opened,
  votes: readonly Said[],
  { roles, cuts }: Voters,
): { words: Map<string, boolean>; first: Map<string, number>; ever: Set<string> } {
  const said = [{ act: opening, yes: true }, ...votes].filter(
    ({ act }) =>
      roles.get(rawNameOf(act)) === 0 && act.seq < (cuts.get(rawNameOf(act)) ?? never),
  );
  // Of two at one place the higher id is the later (decision 0071).
  said.sort((a, b) => a.act.seq - b.act.seq || (a.act.id < b.act.id ? -1 : 1));
  const first = new Map<string, number>();
  const last = new Map<string, { member: string; yes: boolean }>();
  for (const { act, yes } of said) {
    const name = rawNameOf(act);
    if (!first.has(name)) first.set(name, act.seq);
    last.set(name, { member: act.member, yes });
  }
  const words = new Map<string, boolean>();
  for (const { member, yes } of last.values())
    words.set(member, yes || words.get(member) === true);
  const ever = new Set(said.filter(({ yes }) => yes).map(({ act }) => act.member));
  return { words, first, ever };
}

/** Taken, and named by no taken motion on the same subject. */
function leftOn(subject: string, motions: readonly Judged[]): Judged[] {
  const taken = motions.filter(
    ({ isTaken, subjects }) => isTaken && subjects.includes(subject),
  );
  return taken.filter(({ id }) => !taken.some(({ replaces }) => replaces.includes(id)));
}

/** ledger/L22: of those left the one with more yes, then the lower id. */
const heldOf = (subject: string, motions: readonly Judged[]): Judged | undefined =>
  leftOn(subject, motions).sort(
    (a, b) => b.yes.length - a.yes.length || (a.id < b.id ? -1 : 1),
  )[0];
