import { err, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, Result } from '@manyhands/base';
import type { Ledger, MemberDevice } from '../fold/views.ts';
import type { DeviceAdd, DeviceFreeze } from '../identityContent.ts';
import { isFullDevice } from './isFullDevice.ts';
import type { From } from './isFullDevice.ts';

export interface DeviceRefused {
  readonly type:
    /** Only a full device, not ended, adds others or warns of them. */
    'NotAFullDevice' | 'AlreadyADevice' | 'NoSuchDevice' | 'AlreadyFrozen';
}

/** One more device of the same member, which signs for them from its first entry on. */
export function addDevice(
  ledger: Ledger,
  from: From,
  { device, box, role }: Omit<DeviceAdd, 'type'>,
): Result<DeviceAdd, DeviceRefused> {
  if (!isFullDevice(ledger, from)) return err({ type: 'NotAFullDevice' });
  if (find(ledger, from.member, device)) return err({ type: 'AlreadyADevice' });
  return ok({ type: 'device.add', device, box, role });
}

/**
 * "Do not trust that phone of mine": at once, from any other full device, without the
 * words. It ends nothing (`switchOff` does), and cannot be taken back: a phone that is
 * found again joins as another device.
 */
export function freezeDevice(
  ledger: Ledger,
  from: From,
  device: DeviceKey,
): Result<DeviceFreeze, DeviceRefused> {
  if (!isFullDevice(ledger, from)) return err({ type: 'NotAFullDevice' });
  const named = find(ledger, from.member, device);
  if (!named || device === from.device) return err({ type: 'NoSuchDevice' });
  if (named.frozen) return err({ type: 'AlreadyFrozen' });
  return ok({ type: 'device.freeze', device });
}

const find = (
  ledger: Ledger,
  member: MemberId,
  device: DeviceKey,
): MemberDevice | undefined =>
  ledger.devicesOf(member).find((each) => each.device === device);
