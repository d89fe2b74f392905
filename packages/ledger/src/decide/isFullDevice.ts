import type { Ledger } from '../fold/views.ts';
import type { From } from './changeDevices.ts';

/** Whether what this device says in its member's name counts: no keeper, and not ended. */
export function isFullDevice(
  ledger: Pick<Ledger, 'devicesOf'>,
  { member, device }: From,
): boolean {
  const own = ledger.devicesOf(member).find((each) => each.device === device);
  return own?.role === 0 && own.ledgerCut === null;
}
