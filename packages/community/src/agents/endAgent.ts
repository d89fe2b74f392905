import type { MemberId, Result } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import { switchOffDevices } from '../devices/index.ts';
import type { SwitchOffRefused } from '../devices/index.ts';
import type { Place } from '../opened/index.ts';

export type EndRefused = SwitchOffRefused;

/**
 * From now on `agent` does not write for me any more (C23): what their phones write in my name
 * beyond what is known here counts nowhere. By the key on this phone, or the page's.
 */
export function endAgent(
  place: Place,
  agent: MemberId,
  words: RecoveryWords | null,
): Promise<Result<void, EndRefused>> {
  const { ledger } = place.replica;
  const theirs = ledger
    .devicesOf(place.membership.member)
    .filter(({ device, role }) => role === 2 && ledger.memberOfDevice(device) === agent)
    .map(({ device }) => device);
  return switchOffDevices(place, theirs, words);
}
