import { err, ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import type { InviteRequest } from '@manyhands/ledger';
import type { Notes, Replica, Writer } from '@manyhands/replica';
import { considerAdmission } from './admission.ts';
import type { JoinRefusal } from './joinRefusal.ts';
import { isClosed } from './closedInvites.ts';

/** What of an open community the door looks at and writes with. */
export interface DoorOf {
  readonly replica: Replica;
  readonly writer: Writer;
  readonly notes: Notes;
  /** Whom the members let go, as this device acts on it; nobody, if not said. */
  readonly isRemoved?: (member: MemberId) => boolean;
}

/**
 * Lets a newcomer in who holds an open invite, or says why not: what every device of a
 * member does by itself that stands in the lobby, a keeper too (ledger/L8). Whoever has left lets
 * nobody in (D3), nor does a device that does not speak for its member: it says `Busy`, and another
 * device does.
 */
export async function letIn(
  { replica, writer, notes, isRemoved }: DoorOf,
  request: InviteRequest,
): Promise<Result<void, { readonly type: JoinRefusal | 'Busy' }>> {
  const by = writer.member;
  if (replica.ledger.member(by)?.left === true) return err({ type: 'Busy' });
  const considered = considerAdmission(replica, writer, request, isRemoved);
  if (!considered.ok) {
    const { error } = considered;
    if (error === 'Busy') return err({ type: error });
    return err({ type: await reasonOf(notes, request.invitePub, error) });
  }
  if (considered.value === null) return ok(undefined);
  const admitted = await writer.append('ledger', considered.value);
  return admitted.ok ? ok(undefined) : err({ type: 'Busy' });
}

/** An invite or a poster that stands nowhere may have been taken back. */
async function reasonOf(
  notes: Notes,
  invitePub: Hex,
  refusal: JoinRefusal,
): Promise<JoinRefusal> {
  if (refusal !== 'InviteUnknown') return refusal;
  return (await isClosed(notes, invitePub)) ? 'InviteClosed' : refusal;
}
