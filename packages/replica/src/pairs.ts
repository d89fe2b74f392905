import type { DeviceKey, MemberId } from '@manyhands/base';

/** Names a device of a member, as certificates do. */
export type Pair = string;
export const pairOf = (member: MemberId, device: DeviceKey): Pair =>
  `${member}/${device}`;
