import type { MemberId } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import { hasOwnPhone } from './hasOwnPhone.ts';

/** What stands on the page of somebody who has died. */
export interface Remembrance {
  /** Whose phone it was written on. */
  readonly by: MemberId | null;
  readonly text: string;
}

/**
 * Null of the living (C27): it takes words about a member on their own board, from the phone of
 * somebody who writes for them, and no phone of their own that speaks.
 */
export function remembranceOf(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  member: MemberId,
): Remembrance | null {
  // Of nearly everybody this says it already.
  if (hasOwnPhone(ledger, member)) return null;
  const own = board.wordsAbout(member).find((each) => each.member === member);
  if (own === undefined) return null;
  const { device } = own.entry.log;
  if (ledger.roleOf(member, device) !== 2) return null;
  return { by: ledger.memberOfDevice(device), text: own.text };
}

/** Whether they have died, or all decided that they rest (ledger/L21): nobody waits for them. */
export const isAtRest = (
  { replica }: { readonly replica: Pick<Replica, 'ledger' | 'board'> },
  member: MemberId,
): boolean =>
  (replica.ledger.rule('resting') ?? []).includes(member) ||
  remembranceOf(replica, member) !== null;
