/** What a community's secret opens in a world, and what a phone says at its door. */
import { err, ok } from '@manyhands/base';
import type { CommunityId, MemberId, Result } from '@manyhands/base';
import { secretsOf } from '@manyhands/keys';
import { admitMember } from '@manyhands/ledger';
import type { Entry, JoinRequest, MemberAdmit } from '@manyhands/ledger';
import type { JoinRefused, Secret } from '@manyhands/mesh';
import type { Replica } from '@manyhands/replica';

/** Where rooms are, in worlds that have some. */
export const simRelay = 'wss://relay.example';
/** Every world's: it opens rooms, and proves nothing to a gate. */
export const simSecret: Secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

export const lobbyIn = (community: CommunityId): Uint8Array =>
  secretsOf(simSecret.secret, community).lobby;

/**
 * The app's answer, as letIn.ts of the door has it: what `by` is to write, or nothing
 * where they have let them in already.
 */
function answerInWorld(
  { ledger, board }: Replica,
  by: MemberId,
  request: JoinRequest,
): Result<MemberAdmit | null, JoinRefused> {
  if (request.type !== 'join') return err({ type: 'InviteUnknown' });
  const known = ledger.member(request.member);
  if (known?.everMember === true || known?.admittedBy.includes(by) === true) {
    return ok(null);
  }
  const { invitePub } = request;
  const open = board.openInvites().find((each) => each.invitePub === invitePub);
  if (!open) return err({ type: 'InviteUnknown' });
  const used = ledger.admittedWith(invitePub);
  if (used.length >= open.uses) return err({ type: 'InviteUsed' });
  const content = admitMember(ledger, by, request);
  return content.ok ? content : err({ type: 'InviteUnknown' });
}

/** What a phone of a world needs to answer at its door. */
interface AtTheDoor {
  readonly running: { readonly replica: Replica; readonly writer: unknown } | null;
  readonly isAtRest: boolean;
  readonly soul: { readonly member: MemberId };
  sign(kind: 'ledger', content: MemberAdmit): Promise<Entry | null>;
}

export async function admitInWorld(
  phone: AtTheDoor,
  request: JoinRequest,
): Promise<Result<void, JoinRefused>> {
  const { running, isAtRest, soul } = phone;
  if (running?.writer == null || isAtRest) return err({ type: 'Busy' });
  const answer = answerInWorld(running.replica, soul.member, request);
  if (!answer.ok || answer.value === null) return answer.ok ? ok(undefined) : answer;
  const signed = await phone.sign('ledger', answer.value);
  return signed ? ok(undefined) : err({ type: 'Busy' });
}
