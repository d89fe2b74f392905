import type { DeviceKey, LogId } from '@manyhands/base';

/**
 * Why nobody is linked. `nobody`: the way to the others is open, and none of them is there;
 * `noWay`: no relay answers; `looking`: not known yet; `noLines`: this browser makes none.
 */
export type WhyAlone = 'nobody' | 'noWay' | 'looking' | 'noLines';

/** By what is known of each relay. */
export function waitingOf(relays: readonly ('looking' | 'live' | 'dead')[]): WhyAlone {
  if (relays.includes('live')) return 'nobody';
  const isNone = relays.length > 0 && relays.every((state) => state === 'dead');
  return isNone ? 'noWay' : 'looking';
}

/** What needs a person's attention before anything else is said. */
export type PhoneTrouble = DiskTrouble | 'Update' | 'JournalBehind' | 'LockLost';

/** What keeps this phone's disk from keeping anything now. */
export type DiskTrouble = 'StoreFull' | 'StoreLost' | 'StoreRefused' | 'StoreCleared';

/** Per device, how much of each log it has stored. */
export type DeviceAcks = ReadonlyMap<DeviceKey, ReadonlyMap<LogId, number>>;
