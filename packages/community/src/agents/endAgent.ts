import type { MemberId, Result } from '@manyhands/base';
import type { RecoveryWords } from '@manyhands/keys';
import { freezeMine, holdsIdentity, switchOffDevices } from '../devices/index.ts';
import type { SwitchOffRefused } from '../devices/index.ts';
import type { Place } from '../opened/index.ts';

export type EndRefused = SwitchOffRefused;

/**
 * From now on `agent` does not write for me any more. By the key on this phone, or the page's,
 * what their phones write in my name beyond what is known here counts nowhere (C23). With
 * neither, every phone that hears of it stops them and answers them no more (C26): any phone of mine
 * says that at once, and the page can bear it out later.
 */
export async function endAgent(
  place: Place,
  agent: MemberId,
  words: RecoveryWords | null,
): Promise<Result<void, EndRefused>> {
  const { ledger } = place.replica;
  const theirs = ledger
    .devicesOf(place.membership.member)
    .filter(({ device, role }) => role === 2 && ledger.memberOfDevice(device) === agent)
    .map(({ device }) => device);
  return words === null && !(await holdsIdentity(place))
    ? freezeMine(place, theirs)
    : switchOffDevices(place, theirs, words);
}
