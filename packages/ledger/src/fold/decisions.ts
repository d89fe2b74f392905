/**
 * What the community has decided (L20 to L22): which motions are taken, and which of these
 * hold. It knows nothing of hours. Each motion is judged by itself, from the words that
 * count now; of one subject those that are taken are held against each other.
 *
 * A word moves its own motion. What all motions ask (who has a voice, who speaks, who left,
 * who rests) moves all of them, but of those alone that two members said yes to: whatever
 * one voice opens by itself costs nothing.
 */
import type { AccountId, EntryId, MemberId, PartyId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type {
  Matter,
  MemberStanding,
  MotionOpen,
  MotionVote,
  RuleKey,
  Rules,
} from '../motionContent.ts';
import type { FoldedLog, Logs } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import { LonelyMotions } from './lonelyMotions.ts';
import { Motion } from './motion.ts';
import { cutOf } from './presence.ts';
import { Silence } from './silence.ts';
import {
  isAskedByTheFold,
  memberSubject,
  nameOfLine,
  restingSubject,
  ruleSubject,
  subjectsOf,
} from './subjects.ts';
import { isEnough, leastYes } from './verdict.ts';
import type { Holding, Moved, Tally, MotionVerdict } from './verdict.ts';
import type { DecidedMotion, IsAsked } from './views.ts';
import type { Vouches } from './vouches.ts';

export class Decisions {
  readonly #membership: MembershipFold;
  readonly #vouches: Vouches;
  readonly #motions = new Map<EntryId, Motion>();
  /** Of each subject the motions that two members said yes to. */
  readonly #bySubject = new Map<string, Set<Motion>>();
  readonly #live = new Set<Motion>();
  readonly #lonely = new LonelyMotions();
  readonly #verdicts = new Map<Motion, MotionVerdict>();
  readonly #holding = new Map<string, Holding>();
  /** What has to be judged again: what the fold asks at once, the rest when somebody asks. */
  readonly #stale = { asked: new Set<Motion>(), shown: new Set<Motion>() };
  #isAllStale = false;
  readonly #silence: Silence;
  #resting: { readonly of: Matter; readonly members: ReadonlySet<MemberId> } | null =
    null;
  #moved: Moved = { lines: new Set(), accounts: new Set() };
  /** How many live motions the fold itself asks. */
  #asked = 0;

  constructor(logs: Logs, membership: MembershipFold, vouches: Vouches) {
    this.#membership = membership;
    this.#vouches = vouches;
    this.#silence = new Silence(logs, membership, vouches);
  }

  open(log: FoldedLog, { id, seq }: Entry, content: MotionOpen): void {
    const motion = this.#at(id);
    motion.open(log, seq, content);
    this.#lonely.look(motion);
    this.#touch(motion);
  }

  vote(log: FoldedLog, { id, seq }: Entry, { motion: named, yes }: MotionVote): void {
    const motion = this.#at(named);
    motion.say(log, { seq, id, yes });
    this.#lonely.look(motion);
    this.#touch(motion);
  }

  /** Something that every motion asks is another. */
  touchAll(): void {
    this.#isAllStale = true;
  }

  /** What the fold has to look at again; it may ask nothing of decisions, as nearly always. */
  settle(): Moved {
    if (this.#asked > 0) this.#refreshAsked();
    const moved = this.#moved;
    this.#moved = { lines: new Set(), accounts: new Set() };
    return moved;
  }

  /** Whether what holds says that this line does not stand, as of the last settling. */
  saysVoid(proposal: EntryId, party: PartyId): boolean {
    // For speed alone: nearly always nothing is decided, and this is asked of every line.
    if (this.#holding.size === 0) return false;
    const matter = this.#holding.get(nameOfLine({ proposal, party }))?.winner.matter;
    return matter?.about === 'lines' && !matter.stands;
  }

  /** What is decided of a line, open or not. */
  shouldStand(proposal: EntryId, party: PartyId): boolean | null {
    const matter = this.#holdsOf(nameOfLine({ proposal, party }));
    return matter?.about === 'lines' ? matter.stands : null;
  }

  /** The mandate that holds for a contested account, as of the last settling. */
  mandateOf(account: AccountId): string | null {
    const matter = this.#holding.get(ruleSubject('signers', account))?.winner.matter;
    return matter?.about === 'rule' && matter.key === 'signers' ? matter.value : null;
  }

  /** What holds of a subject. */
  #holdsOf(subject: string): Matter | null {
    this.#refresh();
    return this.#holding.get(subject)?.winner.matter ?? null;
  }

  rule<K extends RuleKey>(key: K, account: AccountId | null): Rules[K] | null {
    const matter = this.#holdsOf(ruleSubject(key, account));
    return matter?.about === 'rule' ? (matter.value as Rules[K]) : null;
  }

  standingOf(member: MemberId): MemberStanding {
    const matter = this.#holdsOf(memberSubject(member));
    return matter?.about === 'member' ? matter.standing : 'among us';
  }

  all(): DecidedMotion[] {
    this.#refresh();
    return [...this.#motions.values()].flatMap((motion) => this.#describe(motion));
  }

  /** All, but of those that nobody else has a word on so many of each who opened them. */
  few(most: number, isAsked: IsAsked): DecidedMotion[] {
    this.#refresh();
    const describe = (motion: Motion) => this.#describe(motion);
    const hasVoice = (by: MemberId) => this.#membership.hasVoice(by);
    const others = [...this.#motions.values()].filter(
      (each) => !this.#lonely.has(each),
    );
    const few = this.#lonely.few(most, { isAsked, hasVoice, describe });
    return [...others.flatMap(describe), ...few];
  }

  /** Those that two members ever said yes to. */
  seconded(): DecidedMotion[] {
    this.#refresh();
    return [...this.#live].flatMap((motion) => this.#describe(motion));
  }

  /** Removals that are taken, or once were as far as words can tell (L24). */
  removals(): number {
    this.#refresh();
    return [...this.#live].filter((each) => this.#verdicts.get(each)?.wasTaken).length;
  }

  find(id: EntryId): DecidedMotion | null {
    this.#refresh();
    const motion = this.#motions.get(id);
    return motion === undefined ? null : (this.#describe(motion)[0] ?? null);
  }

  /** As `all`, but for who is asked: for hashing, of every motion that a voice opened. */
  *tallies(): Generator<Tally> {
    this.#refresh();
    for (const motion of this.#motions.values()) {
      const { id, matter } = motion;
      if (matter === null || !this.#exists(motion)) continue;
      const judged = this.#verdicts.get(motion);
      const { yes, no } = judged ?? this.#countQuickly(motion);
      const subjects = this.#live.has(motion) ? subjectsOf(matter) : [];
      yield {
        ...{ id, yes: yes.length, no: no.length },
        isTaken: judged?.isTaken ?? false,
        holds: subjects.map((subject) => this.#isHolding(motion, subject)),
      };
    }
  }

  #isHolding(motion: Motion, subject: string): boolean {
    return this.#holding.get(subject)?.motions.has(motion) ?? false;
  }

  #describe(motion: Motion): DecidedMotion[] {
    const { matter, opening, replaces } = motion;
    if (matter === null || opening === null || !this.#exists(motion)) return [];
    const { yes, no, of, isTaken } = this.#verdicts.get(motion) ?? this.#judge(motion);
    const subjects = subjectsOf(matter);
    const by = opening.log.member;
    return [
      {
        motion: motion.id,
        by,
        matter,
        replaces,
        yes,
        no,
        of,
        needed: Math.max(leastYes(of), no.length + 1, Math.floor(of / 5) + 1),
        isTaken,
        holds: subjects.map((subject) => this.#isHolding(motion, subject)),
        isShown:
          opening.seq < cutOf(opening.log) ||
          [...yes, ...no].some((member) => member !== by),
      },
    ];
  }

  #at(id: EntryId): Motion {
    const known = this.#motions.get(id);
    if (known !== undefined) return known;
    const motion = new Motion(id);
    this.#motions.set(id, motion);
    return motion;
  }

  #touch(motion: Motion): void {
    if (motion.matter === null || motion.saidYes < 2) return;
    this.#staleOf(motion).add(motion);
    if (this.#live.has(motion)) return;
    this.#live.add(motion);
    if (isAskedByTheFold(motion.matter)) this.#asked += 1;
    for (const subject of subjectsOf(motion.matter)) {
      const rivals = this.#bySubject.get(subject);
      if (rivals) rivals.add(motion);
      else this.#bySubject.set(subject, new Set([motion]));
    }
  }

  #staleOf({ matter }: Motion): Set<Motion> {
    const isAsked = matter !== null && isAskedByTheFold(matter);
    return isAsked ? this.#stale.asked : this.#stale.shown;
  }

  #refresh(): void {
    this.#refreshAsked();
    this.#judgeAll(this.#stale.shown);
  }

  #refreshAsked(): void {
    const resting = [...(this.#bySubject.get(restingSubject) ?? [])];
    const isRestStale = resting.some((motion) => this.#stale.shown.has(motion));
    if (this.#isAllStale || isRestStale) {
      this.#isAllStale = false;
      this.#silence.forget();
      this.#vouches.forget();
      for (const motion of this.#live) this.#staleOf(motion).add(motion);
      // Who rests is decided first, without itself.
      this.#judgeAll(new Set(resting));
      for (const motion of resting) this.#stale.shown.delete(motion);
    }
    this.#judgeAll(this.#stale.asked);
  }

  /** Leaves nothing in the set. */
  #judgeAll(stale: Set<Motion>): void {
    const subjects = new Set<string>();
    for (const motion of stale) {
      this.#verdicts.set(motion, this.#judge(motion));
      if (motion.matter === null) continue;
      for (const subject of subjectsOf(motion.matter)) subjects.add(subject);
    }
    stale.clear();
    for (const subject of subjects) this.#settleSubject(subject);
  }

  /** L22: of what is taken and not replaced, what the one with most yes says. */
  #settleSubject(subject: string): void {
    const before = this.#holding.get(subject)?.winner;
    const taken = [...(this.#bySubject.get(subject) ?? [])].filter(
      (motion) => this.#verdicts.get(motion)?.isTaken,
    );
    const replaced = new Set(taken.flatMap(({ replaces }) => replaces));
    const left = taken.filter(({ id }) => !replaced.has(id));
    const yesTo = (motion: Motion): number =>
      this.#verdicts.get(motion)?.yes.length ?? 0;
    let winner: Motion | undefined;
    for (const motion of left) {
      const more = winner === undefined ? 1 : yesTo(motion) - yesTo(winner);
      if (more > 0 || (more === 0 && motion.id < (winner?.id ?? ''))) winner = motion;
    }
    if (winner === undefined) this.#holding.delete(subject);
    else {
      const motions = new Set(left.filter(({ said }) => said === winner.said));
      this.#holding.set(subject, { winner, motions });
    }
    const told = winner ?? before;
    if (told !== undefined && before?.said !== winner?.said) this.#note(subject, told);
  }

  #note(subject: string, { matter }: Motion): void {
    if (matter?.about === 'lines') {
      const named = matter.lines.filter((line) => nameOfLine(line) === subject);
      for (const line of named) this.#moved.lines.add(line);
    } else if (matter?.about === 'rule' && matter.key === 'signers') {
      if (matter.account !== null) this.#moved.accounts.add(matter.account);
    }
  }

  /** Opening takes a voice, and a device that may state all. */
  #exists({ opening }: Motion): boolean {
    const log = opening?.log;
    return log?.factRole === 0 && this.#membership.hasVoice(log.member);
  }

  /** Who of those with a voice says what. */
  #count(
    motion: Motion,
  ): Pick<MotionVerdict, 'yes' | 'no'> & ReturnType<Motion['words']> {
    const said = motion.words();
    const yes: MemberId[] = [];
    const no: MemberId[] = [];
    for (const [member, isYes] of said.words) {
      if (this.#membership.hasVoice(member)) (isYes ? yes : no).push(member);
    }
    return { ...said, yes: yes.sort(), no: no.sort() };
  }

  /** Nobody but who opened it has a word on it, as on most that one voice opens. */
  #countQuickly(motion: Motion): Pick<MotionVerdict, 'yes' | 'no'> {
    const { opening, isOnlyOpened } = motion;
    if (opening === null || !isOnlyOpened) return this.#count(motion);
    const { log, seq } = opening;
    const isYes = log.role === 0 && seq < cutOf(log);
    return { yes: isYes ? [log.member] : [], no: [] };
  }

  #judge(motion: Motion): MotionVerdict {
    const { words, first, yes, no } = this.#count(motion);
    const resting = this.#restingFor(motion);
    const of = yes.length + no.length + this.#silence.on(words, first, resting);
    const isTaken = this.#exists(motion) && isEnough({ yes, no, of });
    const wasTaken = this.#wasTaken(motion, first, resting);
    return { yes, no, of, isTaken, wasTaken };
  }

  /** As though nobody had said no, or taken a yes back: those are words of later. */
  #wasTaken(
    motion: Motion,
    first: ReadonlyMap<FoldedLog, number>,
    resting: ReadonlySet<MemberId>,
  ): boolean {
    const { matter } = motion;
    if (matter?.about !== 'member' || matter.standing !== 'removed') return false;
    const yes = [...motion.everYes()].filter(([each]) =>
      this.#membership.hasVoice(each),
    );
    const of = yes.length + this.#silence.on(new Map(yes), first, resting);
    const said = { yes: yes.map(([member]) => member), no: [], of };
    return this.#exists(motion) && isEnough(said);
  }

  /** Who is not waited for; a motion about this is decided without it. */
  #restingFor({ matter }: Motion): ReadonlySet<MemberId> {
    if (matter?.about === 'rule' && matter.key === 'resting') return nobody;
    const held = this.#holding.get(restingSubject)?.winner.matter;
    if (held?.about !== 'rule' || held.key !== 'resting') return nobody;
    if (this.#resting?.of !== held) {
      this.#resting = { of: held, members: new Set(held.value) };
    }
    return this.#resting.members;
  }
}

const nobody: ReadonlySet<MemberId> = new Set();
