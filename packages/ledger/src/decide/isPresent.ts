import type { MemberId } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';

/** Whether something can be put to this member, or by them: they are one and stayed. */
export const isPresent = (
  ledger: Pick<Ledger, 'isEverMember' | 'member'>,
  member: MemberId,
): boolean => ledger.isEverMember(member) && ledger.member(member)?.left === false;
