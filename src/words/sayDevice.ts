/** Why something about one's own devices did not happen, as a sentence. */
import type { DeviceRefused, IdentityRefused } from '@manyhands/ledger';
import { later } from './later.ts';
import { say } from './say.ts';
import type { Refusal } from './say.ts';
import type { Trouble } from './words.ts';

export type DeviceRefusal =
  | IdentityRefused
  | DeviceRefused
  | Refusal
  | { readonly type: 'KeyElsewhere' | 'NoPageYet' };

export function sayDevice({ type }: DeviceRefusal): Trouble {
  const { trouble } = later();
  switch (type) {
    case 'NotAFullDevice':
      return trouble.deviceOff;
    case 'AlreadyADevice':
    case 'AlreadyFrozen':
      return trouble.deviceDone;
    case 'NoSuchDevice':
      return trouble.deviceUnknown;
    case 'LastDevice':
      return trouble.deviceLast;
    case 'KeyElsewhere':
    case 'SameKey':
      return trouble.deviceKey;
    case 'NoPageYet':
      return trouble.sparePage;
    case 'Contested':
      return trouble.deviceContested;
    case 'TooManyDevices':
    case 'TooManyKeys':
    case 'TooManyGuardians':
    case 'Quorum':
      return trouble.deviceMany;
    default:
      return say({ type });
  }
}
