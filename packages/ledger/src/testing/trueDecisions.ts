/** What the oracle says of decisions (L20 to L22): plainly, and without the fold. */
import { encode, toHex } from '@manyhands/codec';
import type { Entry } from '../entry.ts';
import { saidBy } from '../motionContent.ts';
import type { Matter } from '../motionContent.ts';
import { pair, writer } from './trueCuts.ts';
import type { Roles } from './trueCuts.ts';

/** What is known before anybody decides. */
export interface BeforeDecisions {
  readonly entries: readonly Entry[];
  readonly factRoles: Roles;
  readonly roles: Roles;
  /** Where the member's identity ends a ledger; infinite where it does not. */
  readonly endOf: (name: string) => number;
  readonly cutOf: (name: string) => number;
  readonly voices: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  /** Who has a voice if only these vouches were ever written. */
  readonly voicesBy: (vouches: readonly Entry[]) => ReadonlySet<string>;
}

export interface TrueMotion {
  readonly id: string;
  readonly matter: Matter;
  readonly yes: number;
  readonly no: number;
  readonly taken: boolean;
  /** Of each of its subjects whether it holds there. */
  readonly holds: readonly boolean[];
}

export interface TrueDecisions {
  readonly motions: readonly TrueMotion[];
  /** What holds of a line, an account's signers, a member; undefined: nothing. */
  readonly said: (subject: string) => Matter | undefined;
}

const never = Number.POSITIVE_INFINITY;

function trueSubjects(matter: Matter): string[] {
  if (matter.about === 'member') return [`member ${matter.member}`];
  if (matter.about === 'rule') return [`${matter.key} ${matter.account ?? ''}`];
  return matter.lines.map(({ proposal, party }) => `${proposal} ${party}`);
}

export function trueDecisionsOf(around: BeforeDecisions): TrueDecisions {
  const { entries, factRoles, voices } = around;
  const openings = entries.filter(
    (entry) =>
      entry.content.type === 'motion.open' &&
      factRoles.get(writer(entry)) === 0 &&
      voices.has(entry.log.member),
  );
  const isRest = ({ content }: Entry): boolean =>
    content.type === 'motion.open' &&
    content.matter.about === 'rule' &&
    content.matter.key === 'resting';
  const first = openings
    .filter(isRest)
    .map((entry) => judged(entry, around, new Set()));
  const resting = heldBy(first, 'resting ');
  const asleep =
    resting?.about === 'rule' && resting.key === 'resting' ? resting.value : [];
  const all = [
    ...first,
    ...openings
      .filter((entry) => !isRest(entry))
      .map((entry) => judged(entry, around, new Set<string>(asleep))),
  ];
  return {
    motions: all.map((each) => ({
      ...each,
      holds: trueSubjects(each.matter).map((subject) =>
        holdersOf(all, subject).includes(each),
      ),
    })),
    said: (subject) => heldBy(all, subject),
  };
}

interface Judged extends Omit<TrueMotion, 'holds'> {
  readonly replaces: readonly string[];
}

const heldBy = (motions: readonly Judged[], subject: string): Matter | undefined =>
  holdersOf(motions, subject)[0]?.matter;

/** L22 */
function holdersOf(motions: readonly Judged[], subject: string): Judged[] {
  const taken = motions.filter(
    ({ matter, taken }) => taken && trueSubjects(matter).includes(subject),
  );
  const left = taken.filter(
    ({ id }) => !taken.some(({ replaces }) => replaces.includes(id)),
  );
  const [best] = left.sort((a, b) => b.yes - a.yes || (a.id < b.id ? -1 : 1));
  return best === undefined
    ? []
    : left.filter(({ matter }) => textOf(matter) === textOf(best.matter));
}

const textOf = (matter: Matter): string => toHex(encode(saidBy(matter)));

function judged(
  entry: Entry,
  around: BeforeDecisions,
  resting: ReadonlySet<string>,
): Judged {
  const { content } = entry;
  if (content.type !== 'motion.open') throw new Error('Bug: no motion');
  const { voices, entries, roles, left, endOf } = around;
  const words = new Map<string, boolean>();
  for (const name of new Set(entries.map(writer))) {
    const last = saidIn(name, entry, around).at(-1);
    if (last === undefined) continue;
    const member = name.slice(0, 64);
    words.set(member, (words.get(member) ?? false) || isYes(last));
  }
  const spoken = [...voices].filter((member) => words.has(member));
  const heard = around.voicesBy(
    entries.filter((vouch) => {
      if (vouch.content.type !== 'member.vouch') return false;
      const name = writer(vouch);
      const began = saidIn(name, entry, around)[0]?.seq ?? never;
      return !(vouch.seq > began && vouch.seq < endOf(name));
    }),
  );
  const silent = [...voices].filter(
    (member) =>
      !words.has(member) &&
      heard.has(member) &&
      !left.has(member) &&
      !resting.has(member) &&
      [...roles].some(
        ([name, role]) =>
          role === 0 && name.startsWith(member) && endOf(name) === never,
      ),
  );
  const of = spoken.length + silent.length;
  const yes = spoken.filter((member) => words.get(member)).length;
  const no = spoken.length - yes;
  const taken = yes >= (of <= 3 ? 2 : 3) && yes > no && 5 * yes > of;
  const { matter, replaces } = content;
  return { id: entry.id, matter, replaces, yes, no, taken };
}

/** The words of one log on a motion that count (L20), by their places. */
function saidIn(name: string, motion: Entry, around: BeforeDecisions): Entry[] {
  if (around.roles.get(name) !== 0) return [];
  return around.entries
    .filter((entry) => {
      const { content, id, log, seq } = entry;
      const isOn =
        id === motion.id ||
        (content.type === 'motion.vote' && content.motion === motion.id);
      return isOn && pair(log.member, log.device) === name && seq < around.cutOf(name);
    })
    .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
}

const isYes = ({ content }: Entry): boolean =>
  content.type === 'motion.open' || (content.type === 'motion.vote' && content.yes);
