import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { letIn, reasonOf } from '@manyhands/door';
import type { AdmissionRequest, KnockRequest } from '@manyhands/ledger';
import type { AdmissionRefused } from '@manyhands/mesh';
import type { Place } from '../state/place.ts';

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
      return hearKnock(place, request);
    default:
      // Whoever holds an identity key is answered by `whoIs`.
      return err({ type: 'InviteUnknown' });
  }
}

async function hearKnock(
  place: Here,
  request: KnockRequest,
): Promise<Result<void, AdmissionRefused>> {
  const { replica, membership, porch, notes } = place;
  // Whoever has left greets nobody: another phone in the lobby does.
  if (replica.ledger.member(membership.member)?.left === true)
    return err({ type: 'Busy' });
  const heard = await porch.ask(place, request);
  if (heard.ok || heard.error.type === 'Busy') return heard;
  return err({ type: await reasonOf(notes, request.posterPub, heard.error.type) });
}
