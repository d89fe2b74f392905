import type { Place } from '../opened/index.ts';

/** Whether the community was founded on this very phone: it never fetched a beginning. */
export function wasFoundedHere({ replica, membership }: Place): boolean {
  const charter = replica.ledger.charter();
  return charter?.founder === membership.member && charter.device === membership.device;
}
