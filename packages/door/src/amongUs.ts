import type { MemberId } from '@manyhands/base';
import type { Ledger, Member } from '@manyhands/ledger';

/**
 * Who is among us where some are removed: not these; and of the others the founder, whoever
 * was `known` when this device began to act, and whom one who is among us let in or says to
 * know. A chain of guests of guests leads back to nobody by itself.
 */
export function amongUs(
  ledger: Ledger,
  removed: ReadonlySet<MemberId>,
  known: (member: MemberId) => boolean,
): Set<MemberId> {
  const founder = ledger.charter()?.founder;
  const among = new Set<MemberId>();
  const isIn = ({ member, admittedBy }: Member): boolean =>
    member === founder ||
    known(member) ||
    admittedBy.some((each) => among.has(each)) ||
    ledger.vouchersOf(member).some((each) => among.has(each));
  // Nearest the founder first: then one pass finds nearly everybody.
  let left = ledger
    .members()
    .filter(({ member }) => !removed.has(member))
    .map((each) => ({ each, far: ledger.distanceOf(each.member) }))
    .sort((a, b) => a.far - b.far)
    .map(({ each }) => each);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((each) => {
      if (isIn(each)) among.add(each.member);
      return !among.has(each.member);
    });
  }
  return among;
}
