/**
 * Which devices stand, and where their logs end (formats §5, decisions 0015 and 0016), said
 * plainly for the oracle: every fixpoint from nothing upwards, by trying until nothing
 * changes.
 */
import type { RawCharter } from './rawEntries.ts';
import { chainOf, wasClaimed } from './rawIdentities.ts';
import type { Chain, RawRoles } from './rawIdentities.ts';
import type { RawAttestation, Statements } from './rawStatements.ts';

/** By member and device, in one. */
export interface RawStanding {
  /** What a device may state; cuts are not asked. */
  readonly factRoles: RawRoles;
  /** What its acts do. */
  readonly roles: RawRoles;
  /** Where the member's identity ends its logs, if it does. */
  readonly ends: Record<Kind, ReadonlyMap<string, number>>;
  /** The attestations of each device that are sure, by which its log goes on or ends. */
  readonly sure: ReadonlyMap<string, Sure>;
  readonly chains: ReadonlyMap<string, Chain>;
}

type Kind = 'ledger' | 'board';
const never = Number.POSITIVE_INFINITY;

/** `forks`: the lowest proven fork of each ledger. */
export function rawStandingOf(
  charter: RawCharter | null,
  given: Statements,
  forks: ReadonlyMap<string, number>,
): RawStanding {
  const factRoles = factRolesOf(charter, given);
  const said = { ...given, attestations: admitting(given.attestations, factRoles) };
  const members = new Set([...factRoles.keys()].map(memberOf));
  for (const { claim } of [...said.signed, ...said.words]) members.add(claim.member);
  const roles = new Map<string, number>();
  const ends = { ledger: new Map<string, number>(), board: new Map<string, number>() };
  const chains = new Map<string, Chain>();
  const sure = new Map<string, Sure>();
  for (const member of members) {
    const chain = chainOf(said, factRoles, member);
    chains.set(member, chain);
    const names = [...factRoles.keys()].filter((name) => memberOf(name) === member);
    const settled = settle(names, { charter, said, forks, chain });
    for (const name of names) {
      const attestations = settled.sure(name);
      sure.set(name, attestations);
      roles.set(name, settled.roles.get(name) ?? factRoles.get(name) ?? 0);
      for (const kind of ['ledger', 'board'] as const) {
        ends[kind].set(name, endOf(name, kind, chain, attestations));
      }
    }
  }
  return { factRoles, roles, ends, sure, chains };
}

const memberOf = (name: string): string => name.slice(0, 64);
const writer = ({ by }: RawAttestation): string => by.member + by.device;

/** An admission counts where its writer may state with role 0 or 1. */
const admitting = (
  attestations: readonly RawAttestation[],
  factRoles: RawRoles,
): RawAttestation[] =>
  attestations.filter(
    (each) => each.by.type !== 7 || (factRoles.get(writer(each)) ?? 2) <= 1,
  );

function factRolesOf(
  charter: RawCharter | null,
  given: Statements,
): Map<string, number> {
  const roles = new Map<string, number>();
  if (charter) roles.set(charter.founder + charter.device, 0);
  for (let changed = true; changed;) {
    changed = false;
    for (const attestation of admitting(given.attestations, roles)) {
      const { member, device, role, version, key } = attestation;
      if ((roles.get(member + device) ?? 3) <= role) continue;
      const counts =
        key === null
          ? roles.get(writer(attestation)) === 0
          : wasClaimed(given, roles, { member, version, key });
      if (!counts) continue;
      roles.set(member + device, role);
      changed = true;
    }
  }
  return roles;
}

interface Asked {
  readonly charter: RawCharter | null;
  readonly said: Statements;
  readonly forks: ReadonlyMap<string, number>;
  readonly chain: Chain;
}

/** What is sure of these devices of one member, from "nothing stands" upwards. */
function settle(
  names: readonly string[],
  { charter, said, forks, chain }: Asked,
): { roles: RawRoles; sure: (name: string) => Sure } {
  let roles: RawRoles = new Map();
  let cuts: RawRoles = new Map();
  const isSure = (attestation: RawAttestation): boolean =>
    attestation.key === null
      ? roles.get(writer(attestation)) === 0 &&
        attestation.by.seq < (cuts.get(writer(attestation)) ?? 0)
      : chain.versions[attestation.version]?.key === attestation.key;
  const sure = (name: string): Sure => {
    const own = said.attestations.filter((each) => each.member + each.device === name);
    const isFounding = charter !== null && name === charter.founder + charter.device;
    const founding = isFounding ? [{ role: 0, key: charter.founder }] : [];
    return [...founding, ...own.filter(isSure)];
  };
  for (let before = ''; ;) {
    const nextRoles = new Map<string, number>();
    const nextCuts = new Map<string, number>();
    for (const name of names) {
      const attestations = sure(name);
      if (attestations.length > 0)
        nextRoles.set(name, Math.min(...attestations.map(({ role }) => role)));
      const end = endOf(name, 'ledger', chain, attestations);
      nextCuts.set(name, Math.min(end, forks.get(name) ?? never));
    }
    [roles, cuts] = [nextRoles, nextCuts];
    const now = JSON.stringify([[...roles], [...cuts]]);
    if (now === before) return { roles, sure };
    before = now;
  }
}

type Sure = readonly Pick<RawAttestation, 'role' | 'key'>[];

/** Whether the newest key names it, or a device before its end. */
export const lastsIn = ({ newest }: Chain, sure: Sure): boolean =>
  sure.some(({ key }) => key === null || key === newest.key);

/** As listed; else nowhere for whom the newest key or a device names; any other at 0. */
function endOf(name: string, kind: Kind, chain: Chain, sure: Sure): number {
  const { newest, rivals } = chain;
  const device = name.slice(64);
  const cut = kind === 'ledger' ? 'ledgerCut' : 'boardCut';
  const listed = newest.devices.find((each) => each.device === device);
  const unlisted = lastsIn(chain, sure) ? never : 0;
  const own = listed ? (listed[cut] ?? never) : unlisted;
  const others = rivals.filter((each) => each.device === device);
  return Math.min(own, ...others.map((each) => each[cut] ?? never));
}
