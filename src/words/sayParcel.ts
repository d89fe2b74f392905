/** Why a parcel was not packed or opened, as a sentence. */
import { later } from './later.ts';
import type { Trouble } from './words.ts';

export interface ParcelRefusal {
  readonly type:
    | 'Malformed'
    | 'NotABundle'
    | 'Newer'
    | 'TooLarge'
    | 'AnotherCommunity'
    | 'Stranger'
    | 'SwitchedOff'
    | 'Removed'
    | 'NotLetInYet'
    | 'DiskFull'
    | 'DiskRefused'
    | 'Cancelled';
}

export function sayParcel({ type }: ParcelRefusal): Trouble {
  const { refused } = later().parcel;
  switch (type) {
    case 'Malformed':
      return refused.damaged;
    case 'NotABundle':
      return refused.noParcel;
    case 'Newer':
      return refused.newer;
    case 'TooLarge':
      return refused.tooLarge;
    case 'AnotherCommunity':
      return refused.foreign;
    case 'Stranger':
      return refused.stranger;
    case 'SwitchedOff':
      return refused.switchedOff;
    case 'Removed':
      return refused.removed;
    case 'NotLetInYet':
      return refused.notLetIn;
    case 'DiskFull':
      return refused.diskFull;
    case 'DiskRefused':
      return refused.diskRefused;
    case 'Cancelled':
      return refused.calledOff;
  }
}
