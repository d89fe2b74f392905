import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { letIn } from '@manyhands/door';
import type { AdmissionRequest } from '@manyhands/ledger';
import type { AdmissionRefused } from '@manyhands/mesh';
import type { Place } from '@manyhands/community/opened';

type Here = Pick<
  Place,
  'membership' | 'replica' | 'writer' | 'notes' | 'door' | 'porch'
>;

/**
 * What this phone's door says to whoever asks at it: lets a newcomer with an invite in,
 * asks its owner about a further device of theirs and about who has read a poster, or
 * says why not.
 */
export async function answerAtDoor(
  place: Here,
  request: AdmissionRequest,
): Promise<Result<void, AdmissionRefused>> {
  switch (request.type) {
    case 'device':
      return place.door.ask(request, place.membership.member);
    case 'join':
      return letIn(place, request);
    case 'knock':
      return place.porch.ask(place, request);
    default:
      // Whoever holds an identity key is answered by `whoIs`.
      return err({ type: 'InviteUnknown' });
  }
}
