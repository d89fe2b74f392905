/**
 * What this phone cannot do, as sentences that the first screen may need: why a place does
 * not open, and what stands between it and its disk. Everything else is in say.ts, which
 * comes with the screens that ask for something.
 */
import { words } from './words.ts';
import type { Trouble } from './words.ts';

/** Why this phone cannot keep or read something, or open a community at all. */
export type PhoneRefusal =
  | 'StoreFull'
  | 'StoreLost'
  | 'StoreRefused'
  | 'StoreCleared'
  | 'KeyLost'
  | 'KeyUnusable'
  | 'JournalBehind'
  | 'LockLost'
  | 'Closed'
  | 'OpenElsewhere'
  | 'NotHere'
  | 'Update';

export interface RefusalOfPhone {
  readonly type: PhoneRefusal;
}

export function sayPhone({ type }: RefusalOfPhone): Trouble {
  const { trouble } = words;
  switch (type) {
    case 'StoreFull':
      return trouble.storageFull;
    case 'StoreLost':
      return trouble.storageSilent;
    case 'StoreRefused':
      return trouble.storageBlocked;
    case 'StoreCleared':
      return trouble.storageCleared;
    case 'KeyLost':
      return trouble.keyLost;
    case 'KeyUnusable':
      return trouble.storageForgets;
    case 'JournalBehind':
      return trouble.pageBehind;
    case 'LockLost':
    case 'Closed':
    case 'OpenElsewhere':
      return trouble.pageTaken;
    case 'NotHere':
      return trouble.notHere;
    case 'Update':
      return trouble.updateNeeded;
  }
}

/** Of what could not be opened: nobody has just written anything. */
export const sayOpening = (refused: RefusalOfPhone): Trouble =>
  refused.type === 'StoreFull' ? words.trouble.storageFullAtOpening : sayPhone(refused);

/** What may stand between this phone's copy and its disk for a while, or for good. */
export type LastingTrouble = Extract<
  PhoneRefusal,
  | 'StoreFull'
  | 'StoreLost'
  | 'StoreRefused'
  | 'StoreCleared'
  | 'Update'
  | 'JournalBehind'
  | 'LockLost'
>;

/** The same while it lasts, when nobody has just tried to write. */
export function sayLasting(type: LastingTrouble): Trouble {
  const { trouble } = words;
  switch (type) {
    case 'StoreFull':
      return trouble.storageFullNow;
    case 'StoreLost':
      return trouble.storageSilentNow;
    case 'StoreRefused':
    case 'StoreCleared':
    case 'Update':
    case 'JournalBehind':
    case 'LockLost':
      return sayPhone({ type });
  }
}
