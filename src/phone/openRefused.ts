/**
 * Why a community cannot be opened, founded or joined on this phone.
 * `OpenElsewhere`: another tab has it. `NotHere`: this phone holds no such membership.
 * `KeyLost`: it does, and the disk has lost the keys that make it somebody.
 */
export type OpenRefused =
  | {
      readonly type:
        | 'OpenElsewhere'
        | 'StoreFull'
        | 'StoreCleared'
        | 'NotHere'
        | 'KeyLost';
    }
  | {
      readonly type: 'StoreLost' | 'StoreRefused' | 'KeyUnusable';
      readonly why: string;
    };
