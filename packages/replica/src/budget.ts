import type { MemberId } from '@manyhands/base';
import { repeatedOfAll, repeatedOfOneAuthor } from './limits.ts';

const hour = 3_600_000;

/**
 * How much more of each member may be said again within the hour (ledger/L10). It is kept in
 * memory: nobody but its owner can end the app in order to begin anew.
 */
export class Budget {
  readonly #clock: () => number;
  #taken: { readonly member: MemberId; readonly at: number }[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** How often of each in the last hour. */
  taken(): Map<MemberId, number> {
    const counts = new Map<MemberId, number>();
    for (const { member } of this.#recent()) {
      counts.set(member, (counts.get(member) ?? 0) + 1);
    }
    return counts;
  }

  hasRoomFor(member: MemberId): boolean {
    const recent = this.#recent();
    if (recent.length >= repeatedOfAll) return false;
    const ofMember = recent.filter((each) => each.member === member);
    return ofMember.length < repeatedOfOneAuthor;
  }

  take(member: MemberId): void {
    this.#taken.push({ member, at: this.#clock() });
  }

  #recent(): readonly { readonly member: MemberId }[] {
    const now = this.#clock();
    this.#taken = this.#taken.filter(({ at }) => now - at < hour);
    return this.#taken;
  }
}
