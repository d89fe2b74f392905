import { err } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { letIn } from '@manyhands/door';
import type { JoinRequest } from '@manyhands/ledger';
import type { JoinRefused } from '@manyhands/mesh';
import type { Place } from '@manyhands/community/opened';

type Here = Pick<
  Place,
  'membership' | 'replica' | 'writer' | 'notes' | 'pendingDevice' | 'porch'
> & { readonly isRemoved?: (member: MemberId) => boolean };

/**
 * What this phone answers whoever asks to come in: lets a newcomer with an invite in,
 * asks its owner about a further device of theirs and about who has read a poster, or
 * says why not.
 */
export async function answerRequest(
  place: Here,
  request: JoinRequest,
): Promise<Result<void, JoinRefused>> {
  switch (request.type) {
    case 'device':
      return place.pendingDevice.ask(request, place.membership.member);
    case 'join':
      return letIn(place, request);
    case 'knock':
      return place.porch.ask(place, request);
    default:
      // Whoever holds an identity key is answered by `whoIs`.
      return err({ type: 'InviteUnknown' });
  }
}
