/** Who packed a bundle (M9): its device proved its key, and whose it is others say. */
import type { DeviceKey, MemberId, Work } from '@manyhands/base';
import { certificatesOf, readTravelling } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { isOut } from '../isOut.ts';
import type { IsRemoved } from '../removed.ts';

/** How a bundle is looked at. `isRemoved`: whom the app refuses for what the members decided. */
export interface BundleWork extends Work {
  readonly isRemoved?: IsRemoved;
}

export const nobody: IsRemoved = () => false;

type Known = Pick<Replica, 'community' | 'head' | 'ledger'>;

/**
 * The members whose device it may be: those for whom it has signed, as far as is held here;
 * before that everybody who names it, here or in the bundle (`named`). Whoever names somebody
 * else's device makes it theirs for nobody.
 */
export function ownersOf(
  replica: Known,
  device: DeviceKey,
  named: Iterable<MemberId>,
): MemberId[] {
  const here = replica.ledger.memberOfDevice(device);
  const all = [...new Set([...(here === null ? [] : [here]), ...named])];
  const signed = all.filter((member) => hasSigned(replica, device, member));
  return signed.length > 0 ? signed : all;
}

const hasSigned = (replica: Known, device: DeviceKey, member: MemberId): boolean =>
  (['ledger', 'board'] as const).some(
    (kind) =>
      replica.head({ community: replica.community, kind, member, device }).length > 0,
  );

/** Whether the packer is out (ledger/L12). */
export const isPackerOut = (
  replica: Known,
  device: DeviceKey,
  named: Iterable<MemberId>,
): boolean =>
  isAnyones(replica, device, named, (member) => isOut(replica, { member, device }));

/** Whether the members decided that whoever packed it leaves, and the app acts on it (M2). */
export const isPackerRemoved = (
  replica: Known,
  device: DeviceKey,
  named: Iterable<MemberId>,
  isRemoved: IsRemoved,
): boolean => isAnyones(replica, device, named, isRemoved);

/**
 * Whether it is the device of anybody like this: of anybody for whom it has signed; while it has
 * signed for nobody here, of all who name it.
 */
function isAnyones(
  replica: Known,
  device: DeviceKey,
  named: Iterable<MemberId>,
  isLikeThis: (member: MemberId) => boolean,
): boolean {
  const owners = ownersOf(replica, device, named);
  const found = owners.filter(isLikeThis);
  if (found.some((member) => hasSigned(replica, device, member))) return true;
  return found.length > 0 && found.length === owners.length;
}

/** Whose device it is by the certificates that stand alone on these pages. */
export function namedOn(
  { community }: Known,
  device: DeviceKey,
  pages: readonly Uint8Array[],
): Set<MemberId> {
  const named = new Set<MemberId>();
  for (const bytes of pages) {
    const page = readPage(bytes);
    for (const travelling of page.ok ? page.value.evidence : []) {
      const entry = readTravelling(community, travelling);
      for (const each of entry.ok ? certificatesOf(entry.value) : []) {
        if (each.device === device) named.add(each.member);
      }
    }
  }
  return named;
}
