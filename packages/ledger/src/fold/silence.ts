import type { MemberId } from '@manyhands/base';
import type { FoldedLog, Logs } from './logs.ts';
import type { MembershipFold } from './membership.ts';
import { saysItLeft } from './presence.ts';
import type { Vouches } from './vouches.ts';

/** Who is asked by a motion and has no word on it (L21). */
export class Silence {
  readonly #logs: Logs;
  readonly #membership: MembershipFold;
  readonly #vouches: Vouches;
  /** Everybody with a voice who could speak: they have a device, and have not left. */
  #present: ReadonlySet<MemberId> | null = null;

  constructor(logs: Logs, membership: MembershipFold, vouches: Vouches) {
    this.#logs = logs;
    this.#membership = membership;
    this.#vouches = vouches;
  }

  /** Somebody may have come, left, or lost a voice. */
  forget(): void {
    this.#present = null;
  }

  /** How many they are where these have a word, each log's first where `first` says. */
  on(
    words: ReadonlyMap<MemberId, boolean>,
    first: ReadonlyMap<FoldedLog, number>,
    resting: ReadonlySet<MemberId>,
  ): number {
    const present = this.#everybody();
    const heard = this.#vouches.voicesWithout(first);
    if (heard !== null) {
      let silent = 0;
      for (const member of heard) {
        if (present.has(member) && !resting.has(member) && !words.has(member)) silent++;
      }
      return silent;
    }
    let silent = present.size;
    for (const member of words.keys()) if (present.has(member)) silent--;
    for (const member of resting) {
      if (present.has(member) && !words.has(member)) silent--;
    }
    return silent;
  }

  #everybody(): ReadonlySet<MemberId> {
    this.#present ??= new Set(
      this.#membership.voices().filter((member) => {
        const logs = [...this.#logs.ofMember(member)];
        return logs.some(speaks) && !logs.some(saysItLeft);
      }),
    );
    return this.#present;
  }
}

const speaks = ({ role, ends }: FoldedLog): boolean =>
  role === 0 && ends.ledger === Number.POSITIVE_INFINITY;
