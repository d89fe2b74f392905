/**
 * Which identity of a member counts (ledger/L12, findings/A10), said plainly for the oracle: at each next
 * number a quorum of the guardians outranks the key; two different claims of the rank that
 * decides cancel, their cuts hold, and no later number counts.
 */
import type { RawClaim, Listed, Statements } from './rawStatements.ts';

export interface Chain {
  /** The counted versions from 0 on. */
  readonly versions: readonly RawClaim[];
  readonly newest: RawClaim;
  /** The next number has rival claims of one rank. */
  readonly isContested: boolean;
  /** What the claims of a contested number list. */
  readonly rivals: readonly Listed[];
}

/** By member and device: the lowest role. */
export type RawRoles = ReadonlyMap<string, number>;

export function chainOf(said: Statements, factRoles: RawRoles, member: string): Chain {
  const versions = [firstOf(member)];
  for (;;) {
    const newest = versions.at(-1) ?? firstOf(member);
    const byKey = keyClaims(said, newest);
    const byGuardians = quorumClaims(said, factRoles, newest);
    const deciding = byGuardians.length > 0 ? byGuardians : byKey;
    const [next] = deciding;
    if (next === undefined) return { versions, newest, isContested: false, rivals: [] };
    if (deciding.length > 1) {
      const rivals = [...byGuardians, ...byKey].flatMap(({ devices }) => devices);
      return { versions, newest, isContested: true, rivals };
    }
    versions.push(next);
  }
}

/** Decision 0015: whether it follows from anything rightly claimed, counted or not. */
export function wasClaimed(
  said: Statements,
  factRoles: RawRoles,
  { member, version, key }: Pick<RawClaim, 'member' | 'version' | 'key'>,
): boolean {
  let claimed: RawClaim[] = [firstOf(member)];
  for (let number = 0; number < version && claimed.length > 0; number++) {
    claimed = differing(
      claimed.flatMap((before) => [
        ...keyClaims(said, before),
        ...quorumClaims(said, factRoles, before),
      ]),
    );
  }
  return claimed.some((each) => each.key === key);
}

const firstOf = (member: string): RawClaim => ({
  member,
  version: 0,
  key: member,
  devices: [],
  g: 0,
  guardians: [],
});

/** What the key of the version before signed. */
const keyClaims = ({ signed }: Statements, before: RawClaim): RawClaim[] =>
  differing(
    signed
      .filter(({ claim, signer }) => isNext(claim, before) && signer === before.key)
      .map(({ claim }) => claim),
  );

/** What a quorum of its guardians wrote in equal words, from logs that may state it. */
function quorumClaims(
  { words }: Statements,
  factRoles: RawRoles,
  before: RawClaim,
): RawClaim[] {
  const { g, guardians } = before;
  const told = words.filter(
    ({ by, claim }) =>
      isNext(claim, before) &&
      guardians.includes(by.member) &&
      factRoles.get(by.member + by.device) === 0,
  );
  return differing(told.map(({ claim }) => claim))
    .filter((claim) => {
      const same = told.filter((each) => textOf(each.claim) === textOf(claim));
      return g > 0 && new Set(same.map(({ by }) => by.member)).size >= g;
    })
    .map((claim) => ({ ...claim, g, guardians }));
}

const isNext = (claim: RawClaim, before: RawClaim): boolean =>
  claim.member === before.member && claim.version === before.version + 1;

const differing = (claims: readonly RawClaim[]): RawClaim[] => [
  ...new Map(claims.map((claim) => [textOf(claim), claim])).values(),
];

const textOf = ({ key, devices, g, guardians }: RawClaim): string =>
  JSON.stringify([
    ...[key, g, guardians],
    devices.map(({ device, ledgerCut, boardCut }) => [device, ledgerCut, boardCut]),
  ]);
