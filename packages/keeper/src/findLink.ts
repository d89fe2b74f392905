import { err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { readDeviceLink, readShortCode } from '@manyhands/ledger';
import type { DeviceLink } from '@manyhands/ledger';
import { takePassed } from '@manyhands/mesh';
import { keeperWords } from './words.ts';

/**
 * The device link in what somebody pasted or typed: the link itself, or the sixteen
 * letters under which a phone holds it ready. Refused with the sentence that says why.
 */
export async function findLink(
  typed: string,
  relays: readonly string[],
  say: (line: string) => void,
): Promise<Result<DeviceLink, string>> {
  const link = readDeviceLink(typed.trim());
  if (link.ok) return link;
  const code = readShortCode(typed);
  if (!code.ok)
    return err(code.error.type === 'Slip' ? keeperWords.slip : keeperWords.noLink);
  if (relays.length === 0) return err(keeperWords.noRelay);
  say(keeperWords.searching);
  const taken = await takePassed(code.value, { relays }).done;
  if (!taken.ok) {
    return err(
      taken.error.type === 'NoRelay' ? keeperWords.noRelay : keeperWords.nobody,
    );
  }
  const passed = readDeviceLink(taken.value);
  return passed.ok ? passed : err(keeperWords.noLink);
}
