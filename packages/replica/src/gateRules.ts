import type { CommunityId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';
import type { Room } from './allotment.ts';
import type { Aside } from './aside/pool.ts';
import type { Breathe } from './breathing.ts';
import type { IsClaimed } from './certifying.ts';
import type { Checkpoint } from './checkpoint.ts';
import { logLimit } from './limits.ts';
import type { Pair } from './pairs.ts';
import type { Unchanged } from './unchanged.ts';

/** By what the gate judges one page, or a whole disk. */
export interface GateRules {
  readonly community: CommunityId;
  /** This device's own pair may write before anybody has admitted it. */
  readonly own: Pair | null;
  /**
   * Take all that is good, beyond cuts as well (a disk), or nothing once the sender is
   * convicted (a peer).
   */
  readonly thorough: boolean;
  /** Its tombstones are of this device's own keeping, and were explained once (H3, B1). */
  readonly remembered: boolean;
  /** What its author wrote from this place on counts nowhere. */
  readonly logLimit: number;
  /** With which later keys devices are certified (findings/H5). */
  readonly isClaimed: IsClaimed;
  /** What was checked before, on a disk. */
  readonly checkpoint?: Checkpoint;
  /** What of a disk is as it was, and is not read again (R13). */
  readonly unchanged?: Unchanged | undefined;
  /** Asked between one log and the next, and often inside one: either may be long (R12). */
  readonly breathe?: Breathe | undefined;
  /** Who hashes and verifies beside this thread. */
  readonly aside?: Aside | undefined;
  /** How much of each member there is room for (R11); of a disk all that is good. */
  readonly room?: Room | undefined;
}

/** A replica's rules for a page, or for its disk. */
export function rulesOf(
  { community, ledger }: { readonly community: CommunityId; readonly ledger: Ledger },
  of: Omit<GateRules, 'community' | 'isClaimed' | 'logLimit'>,
): GateRules {
  return {
    community,
    isClaimed: (member, version, key) => ledger.isClaimed(member, version, key),
    logLimit,
    ...of,
  };
}
