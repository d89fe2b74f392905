import type { MemberId } from '@manyhands/base';
import type { Heads } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';

/** How far a replica knows the logs of a member's devices. */
export const headsIn =
  (replica: Replica, member: MemberId): Heads =>
  (device) => {
    const { community } = replica;
    const lengthOf = (kind: 'ledger' | 'board'): number =>
      replica.head({ community, kind, member, device }).length;
    return { ledger: lengthOf('ledger'), board: lengthOf('board') };
  };
