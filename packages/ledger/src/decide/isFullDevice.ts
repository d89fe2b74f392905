import type { DeviceKey, MemberId } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';

/** A member's device that speaks: from where something is decided. */
export interface From {
  readonly member: MemberId;
  readonly device: DeviceKey;
}

/** Whether what this device says in its member's name counts: no keeper, and not ended. */
export function isFullDevice(
  ledger: Pick<Ledger, 'devicesOf'>,
  { member, device }: From,
): boolean {
  const own = ledger.devicesOf(member).find((each) => each.device === device);
  return own?.role === 0 && own.ledgerCut === null;
}
