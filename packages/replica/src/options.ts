import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import type { Aside } from './aside/pool.ts';
import type { Breathe } from './breathing.ts';
import type { Numbering } from './numbering.ts';
import type { After } from './purge.ts';
import type { Store } from './store.ts';

/** What a replica is opened with. */
export interface ReplicaOptions {
  readonly community: CommunityId;
  readonly store: Store;
  /**
   * This device's own pair: it may write here before anybody has admitted it, and its
   * entries are what the store's journal holds.
   */
  readonly own?: { readonly member: MemberId; readonly device: DeviceKey };
  readonly after?: After;
  /** Milliseconds of this device's clock, right or wrong; without one no share grows (R11). */
  readonly clock?: () => number;
  /** Asked now and then while it opens or takes a page: somebody may be looking at the app. */
  readonly breathe?: Breathe;
  /**
   * Names the code that runs: what other code made of hours is folded anew (R13). Without one all
   * are, at each opening.
   */
  readonly build?: string;
  /** Who hashes and verifies long pages beside this thread; without, this one does. */
  readonly aside?: Aside;
  /** Where logs lie in the document; another one only in tests of collisions. */
  readonly numbering?: Numbering;
}
