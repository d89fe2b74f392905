/**
 * Of an account's claimed mandates those that count, and which of these are the newest (L17).
 * Worked out of all of them at once.
 */
import type { DeviceKey, Hex, MemberId } from '@manyhands/base';
import type { FoldedLog } from './logs.ts';
import type { FoldedAct } from './presence.ts';

/** Who may sign, and how many it takes; claimed. */
export interface Mandate {
  readonly id: Hex;
  /** Null for the opening. */
  readonly before: Mandate | null;
  readonly threshold: number;
  readonly signers: ReadonlySet<MemberId>;
  /** What it says of the devices of the mandate before; null for the opening. */
  readonly places: ReadonlyMap<DeviceKey, number> | null;
  /** The lowest place at which each log says it. */
  readonly words: ReadonlyMap<FoldedLog, number>;
}

type Mandates = ReadonlyMap<Hex, Mandate>;

/** More than half of a mandate's signers, and no fewer than its threshold. */
export const signersQuorumOf = ({
  threshold,
  signers,
}: Pick<Mandate, 'threshold' | 'signers'>): number =>
  Math.max(threshold, Math.floor(signers.size / 2) + 1);

/** The mandates of an account that count. */
export interface CountedMandates {
  /** The newest first. */
  readonly all: ReadonlyMap<Hex, CountedMandate>;
  /** Those that nothing counted follows. */
  readonly newest: readonly Mandate[];
}

export interface CountedMandate {
  readonly mandate: Mandate;
  /**
   * Below which place each device's acts under it are in time: of all that follow it the
   * lowest, and 0 where one does not list the device. Null: nothing follows it.
   */
  readonly places: ReadonlyMap<DeviceKey, number> | null;
}

/** `decided`: the mandate that a decision names, whose rivals do not count. */
export function countedIn(
  { first, mandates }: { readonly first: Mandate; readonly mandates: Mandates },
  isEverMember: (member: MemberId) => boolean,
  decided: Hex | null,
): CountedMandates {
  const after = followersOf(mandates.values());
  const named = pathTo(decided === null ? undefined : mandates.get(decided));
  const isNamed = [...named].every((each) => isWritten(each, isEverMember));
  const counted: CountedMandate[] = [];
  const newest: Mandate[] = [];
  const turn = [first];
  for (let mandate = turn.pop(); mandate; mandate = turn.pop()) {
    const written = (after.get(mandate) ?? []).filter((each) =>
      isWritten(each, isEverMember),
    );
    const chosen = isNamed ? written.filter((each) => named.has(each)) : [];
    const follow = chosen.length > 0 ? chosen : written;
    counted.push({ mandate, places: placesIn(follow) });
    if (follow.length === 0) newest.push(mandate);
    turn.push(...follow);
  }
  return {
    all: new Map(counted.reverse().map((each) => [each.mandate.id, each])),
    newest: newest.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Two newest with other signers, or of whom it takes another number. */
export const isContested = ({ newest }: CountedMandates): boolean =>
  new Set(newest.map(nameOf)).size > 1;

const nameOf = ({ threshold, signers }: Mandate): string =>
  [threshold, ...[...signers].sort()].join('/');

/**
 * Whether an act of this device stands early enough for what follows the mandate (L19): also
 * before any fork of its log, since a place does not say in which history (decision 0074).
 */
export function isInTime(
  { places }: CountedMandate,
  { log: { device, forks }, seq }: Pick<FoldedAct, 'log' | 'seq'>,
): boolean {
  if (places === null) return true;
  const fork = forks.ledger?.seq ?? Number.POSITIVE_INFINITY;
  return seq < Math.min(fork, places.get(device) ?? 0);
}

/**
 * Whether a quorum of the mandate before wrote it in logs that act for them with role 0,
 * before their ends; by its place, however it came (decision 0016).
 */
function isWritten(
  { before, words }: Mandate,
  isEverMember: (member: MemberId) => boolean,
): boolean {
  if (before === null) return true;
  const by = new Set<MemberId>();
  for (const [{ role, member, ends }, seq] of words) {
    if (role !== 0 || seq >= ends.ledger) continue;
    if (before.signers.has(member) && isEverMember(member)) by.add(member);
  }
  return by.size >= signersQuorumOf(before);
}

function followersOf(mandates: Iterable<Mandate>): Map<Mandate, Mandate[]> {
  const after = new Map<Mandate, Mandate[]>();
  for (const mandate of mandates) {
    if (mandate.before === null) continue;
    const others = after.get(mandate.before);
    if (others) others.push(mandate);
    else after.set(mandate.before, [mandate]);
  }
  return after;
}

function pathTo(mandate: Mandate | undefined): ReadonlySet<Mandate> {
  const path = new Set<Mandate>();
  for (let each = mandate ?? null; each !== null; each = each.before) path.add(each);
  return path;
}

function placesIn(follow: readonly Mandate[]): Map<DeviceKey, number> | null {
  const [first, ...others] = follow;
  if (first === undefined) return null;
  const lowest = new Map(first.places);
  for (const { places } of others) {
    for (const [device, place] of lowest) {
      const other = places?.get(device) ?? 0;
      if (other < place) lowest.set(device, other);
    }
  }
  return lowest;
}
