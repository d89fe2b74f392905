import type { DeviceKey, MemberId } from '@manyhands/base';
import type { Folding } from './folding.ts';
import { isPaused, saysItLeft } from './presence.ts';
import { devicesOf } from './standing.ts';
import type { Member } from './views.ts';

/** A member as the fold knows them. */
export const describeMember = (fold: Folding, member: MemberId): Member => ({
  member,
  devices: devicesOf(fold.logs.ofMember(member)),
  admittedBy: fold.membership.admittersOf(member),
  everMember: fold.membership.isEverMember(member),
  voice: fold.membership.hasVoice(member),
  left: leftOn(fold, member).length > 0,
  paused: isPaused(fold.logs.ofMember(member)),
});

/** The devices on which they said, where it counts, that they leave. */
export const leftOn = (
  { logs }: Pick<Folding, 'logs'>,
  member: MemberId,
): DeviceKey[] =>
  [...logs.ofMember(member)].filter(saysItLeft).map(({ device }) => device);
