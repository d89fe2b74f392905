import type { MemberId } from '@manyhands/base';
import { carriedBy } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';

/**
 * Through whom guests came in: the nearest members that somebody answers for (ledger,
 * `isRooted`). Whoever lets in puppets, who let in puppets, has them all in one house; to
 * let in somebody else's guest as well takes nothing from that guest.
 */
export class Houses {
  readonly #heads = new Map<MemberId, Set<MemberId>>();

  /**
   * Takes in the admissions among `entries`. A log comes after the one that certifies it, so
   * that whose house an admission is in is known by then.
   */
  note(entries: Iterable<Entry>, ledger: Pick<Ledger, 'isRooted'>): void {
    for (const entry of entries) {
      const { content, log } = carriedBy(entry);
      if (content.type !== 'member.admit') continue;
      const heads = ledger.isRooted(log.member) ? [log.member] : this.of(log.member);
      const known = this.#heads.get(content.member) ?? new Set<MemberId>();
      this.#heads.set(content.member, known);
      for (const head of heads) if (head !== content.member) known.add(head);
    }
  }

  /** Nobody's, if nobody of whom anything is known has let them in. */
  of(guest: MemberId): readonly MemberId[] {
    return [...(this.#heads.get(guest) ?? [])];
  }
}
