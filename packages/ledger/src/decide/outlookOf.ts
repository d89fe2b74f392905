import type { Minutes, PartyId } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';

/** How somebody's hours would stand. */
export interface Outlook {
  readonly party: PartyId;
  readonly before: Minutes;
  readonly after: Minutes;
  /** They would be helped past the limit. Helping never is: it leads back. */
  readonly pastLimit: boolean;
}

/** One stretch of help that may come to count; a `Transfer` is one. */
export interface PossibleHelp {
  readonly helper: PartyId;
  readonly helped: PartyId;
  readonly minutes: Minutes;
}

/**
 * What everybody named would have if all this help counted, in the order they are
 * named. For warnings alone: the limit refuses nobody (L5).
 */
export function outlookOf(ledger: Ledger, help: Iterable<PossibleHelp>): Outlook[] {
  const changes = new Map<PartyId, number>();
  for (const { helper, helped, minutes } of help) {
    changes.set(helper, (changes.get(helper) ?? 0) + minutes);
    changes.set(helped, (changes.get(helped) ?? 0) - minutes);
  }
  return [...changes].map(([party, change]) => {
    const before = ledger.balanceOf(party);
    const after = (before + change) as Minutes;
    const limit = ledger.limitOf(party);
    const pastLimit = change < 0 && limit !== null && after + limit < 0;
    return { party, before, after, pastLimit };
  });
}
