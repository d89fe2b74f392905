/**
 * Who vouched where, and who would have a voice without some of it (L21): a decision does not
 * wait for those to whom its own writers gave a voice after their word on it.
 */
import { setUnder } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import type { FoldedLog } from './logs.ts';
import type { MembershipFold } from './membership.ts';

/** One vouch, at its place. */
interface Vouch {
  readonly log: FoldedLog;
  readonly seq: number;
  readonly member: MemberId;
}

export class Vouches {
  readonly #membership: MembershipFold;
  readonly #byLog = new Map<FoldedLog, Map<string, Vouch>>();
  /** Of each log the places of its vouches, ascending, once somebody asks. */
  readonly #places = new Map<FoldedLog, readonly number[]>();
  /** Voices without what is left out, by what that is: most motions leave out the same. */
  readonly #answers = new Map<string, ReadonlySet<MemberId>>();

  constructor(membership: MembershipFold) {
    this.#membership = membership;
  }

  /** A vouch that its log may state. */
  note(log: FoldedLog, seq: number, member: MemberId): void {
    const ofLog = this.#byLog.get(log) ?? new Map<string, Vouch>();
    const name = `${seq}/${member}`;
    if (ofLog.has(name)) return;
    this.#byLog.set(log, ofLog.set(name, { log, seq, member }));
    this.#places.delete(log);
  }

  /** A voice, an end or a vouch is another. */
  forget(): void {
    this.#answers.clear();
  }

  /**
   * Who has a voice also without each vouch that stands, before its log's end, after the
   * place named for its log; null if there is no such vouch.
   */
  voicesWithout(after: ReadonlyMap<FoldedLog, number>): ReadonlySet<MemberId> | null {
    const names: string[] = [];
    for (const [log, first] of after) {
      const lowest = this.#lowestAfter(log, first);
      if (lowest !== null) names.push(`${log.member}/${log.device}/${lowest}`);
    }
    if (names.length === 0) return null;
    const name = names.sort().join(' ');
    const known = this.#answers.get(name);
    if (known !== undefined) return known;
    const isLeftOut = ({ log, seq }: Vouch): boolean =>
      seq > (after.get(log) ?? seq) && seq < log.ends.ledger;
    const answer = this.#grow(isLeftOut);
    this.#answers.set(name, answer);
    return answer;
  }

  #lowestAfter(log: FoldedLog, first: number): number | null {
    const ofLog = this.#byLog.get(log);
    if (ofLog === undefined) return null;
    const places =
      this.#places.get(log) ??
      [...ofLog.values()].map(({ seq }) => seq).sort((a, b) => a - b);
    this.#places.set(log, places);
    let low = 0;
    for (let high = places.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) > first) high = middle;
      else low = middle + 1;
    }
    const lowest = places[low];
    return lowest !== undefined && lowest < log.ends.ledger ? lowest : null;
  }

  #grow(isLeftOut: (vouch: Vouch) => boolean): ReadonlySet<MemberId> {
    const voices = new Set<MemberId>();
    const { charter } = this.#membership;
    if (charter === null) return voices;
    const turn = [charter.founder];
    const vouchedFor = new Map<MemberId, Set<MemberId>>();
    for (const ofLog of this.#byLog.values()) {
      for (const vouch of ofLog.values()) {
        if (isLeftOut(vouch)) continue;
        const by = vouch.log.member;
        if (this.#membership.isInCircle(vouch.log, vouch.seq)) turn.push(vouch.member);
        setUnder(vouchedFor, by, vouch.member);
      }
    }
    const counts = new Map<MemberId, number>();
    for (let member = turn.pop(); member !== undefined; member = turn.pop()) {
      if (voices.has(member) || !this.#membership.isEverMember(member)) continue;
      voices.add(member);
      for (const each of vouchedFor.get(member) ?? []) {
        const count = (counts.get(each) ?? 0) + 1;
        counts.set(each, count);
        if (count >= charter.voice) turn.push(each);
      }
    }
    return voices;
  }
}
