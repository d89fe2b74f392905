import type { DeviceKey, LogId, MemberId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';
import type { DeviceAcks, PhoneTrouble, WhyAlone } from '../opened/index.ts';

/**
 * What the status line may say. It is computed from what other devices said they
 * have *stored*, never from what was sent, and a member's own devices are counted
 * apart: three phones of one person are not three members.
 */
export type Status =
  | { readonly kind: 'saved' }
  /** A device of mine is linked, and nobody else's. */
  | { readonly kind: 'own' }
  | { readonly kind: 'kept'; readonly members: number; readonly calm: boolean }
  | { readonly kind: 'waiting'; readonly why: WhyAlone }
  | { readonly kind: 'attention'; readonly about: PhoneTrouble };

export interface StatusFacts {
  readonly trouble: PhoneTrouble | null;
  readonly me: MemberId;
  /** How long my own logs are, on this phone. */
  readonly own: readonly { readonly logId: LogId; readonly length: number }[];
  readonly acks: DeviceAcks;
  readonly memberOf: (device: DeviceKey) => MemberId | null;
  /** How many other members' devices are linked now. */
  readonly linked: number;
  /** Whether another device of mine is. */
  readonly isOwnLinked: boolean;
  /** What is said while nobody is. */
  readonly waiting: WhyAlone;
}

// One copy elsewhere can be lost on the same bus; two make the line calm.
const calmCopies = 2;

export function statusOf(standing: StatusFacts): Status {
  if (standing.trouble) return { kind: 'attention', about: standing.trouble };
  const members = keepersOf(standing, holdsAll(standing.own)).size;
  if (members > 0) return { kind: 'kept', members, calm: members >= calmCopies };
  if (standing.linked > 0) return { kind: 'saved' };
  if (standing.isOwnLinked) return { kind: 'own' };
  return { kind: 'waiting', why: standing.waiting };
}

/**
 * Whose device keeps something for us: that of whoever has left does not any more, and
 * only one that speaks for its member does (ledger/L12).
 */
export const keeperOn =
  (ledger: Pick<Ledger, 'memberOfDevice' | 'member' | 'speaks'>) =>
  (device: DeviceKey): MemberId | null => {
    const member = ledger.memberOfDevice(device);
    if (member === null || ledger.member(member)?.left === true) return null;
    return ledger.speaks(member, device) ? member : null;
  };

/** Whether a device that has said this has stored these logs to their end. */
export const holdsAll =
  (logs: StatusFacts['own']) =>
  (acked: ReadonlyMap<LogId, number>): boolean =>
    logs.every(({ logId, length }) => (acked.get(logId) ?? 0) >= length);

/** The other members of whom some device has stored what `holds` asks for. */
export function keepersOf(
  { acks, me, memberOf }: Pick<StatusFacts, 'acks' | 'me' | 'memberOf'>,
  holds: (acked: ReadonlyMap<LogId, number>) => boolean,
): Set<MemberId> {
  const keepers = new Set<MemberId>();
  for (const [device, acked] of acks) {
    const member = memberOf(device);
    if (member !== null && member !== me && holds(acked)) keepers.add(member);
  }
  return keepers;
}
