/** What the oracle says of identities and standing: plainly, and without the fold. */
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Entry } from '../entry.ts';
import type { ListedDevice } from '../identityContent.ts';
import { pair, writer } from './trueCuts.ts';
import type { Roles } from './trueCuts.ts';

/** What was said, and by whom, for the whole set at once. */
export interface Said {
  readonly entries: readonly Entry[];
  readonly found: boolean;
  readonly founding: string;
}

interface TrueIdentity {
  readonly version: number;
  readonly key: string;
  readonly g: number;
  readonly guardians: readonly string[];
  readonly devices: readonly ListedDevice[];
}

interface Claim extends TrueIdentity {
  readonly rank: 'key' | 'quorum';
}

export interface Devices {
  readonly factRoles: Roles;
  readonly roles: Roles;
  readonly ends: Record<'ledger' | 'board', Map<string, number>>;
  readonly identities: Map<string, TrueIdentity>;
}

export function trueDevicesIn(said: Said, forks: ReadonlyMap<string, number>): Devices {
  const factRoles = factRolesIn(said);
  const members = new Set([...factRoles.keys()].map((name) => memberOf(name)));
  for (const { log } of said.entries) members.add(log.member);
  const identities = new Map<string, TrueIdentity>();
  const roles: Roles = new Map();
  const ends = { ledger: new Map<string, number>(), board: new Map<string, number>() };
  for (const member of members) {
    const { chain, contested } = countedOf(said, factRoles, member);
    const newest = chain.at(-1) ?? firstOf(member);
    identities.set(member, newest);
    const names = [...factRoles.keys()].filter((name) => memberOf(name) === member);
    // From "nothing stands" upwards, until nothing more does.
    let sure: Roles = new Map();
    const endOf = (name: string, kind: 'ledger' | 'board'): number => {
      const listed = newest.devices.find(({ device }) => pair(member, device) === name);
      const own = attestationsOf(said, name).filter((each) =>
        isSure(each, chain, sure, cut),
      );
      const lasts = own.some(({ key }) => key === null || key === newest.key);
      const end = listed ? (listed[`${kind}Cut`] ?? Infinity) : lasts ? Infinity : 0;
      const rivals = contested
        .flatMap(({ devices }) => devices)
        .filter(({ device }) => pair(member, device) === name)
        .map((each) => each[`${kind}Cut`] ?? Infinity);
      return Math.min(end, ...rivals);
    };
    const cuts = new Map<string, number>();
    const cut = (name: string): number =>
      Math.min(cuts.get(name) ?? 0, forks.get(name) ?? Infinity);
    for (let before = ''; ;) {
      for (const name of names) cuts.set(name, endOf(name, 'ledger'));
      const next: Roles = new Map();
      for (const name of names) {
        const own = attestationsOf(said, name).filter((each) =>
          isSure(each, chain, sure, cut),
        );
        if (own.length > 0) next.set(name, Math.min(...own.map(({ role }) => role)));
      }
      sure = next;
      const now = JSON.stringify([[...sure], [...cuts]]);
      if (now === before) break;
      before = now;
    }
    for (const name of names) {
      const role = sure.get(name) ?? factRoles.get(name);
      if (role !== undefined) roles.set(name, role);
      ends.ledger.set(name, endOf(name, 'ledger'));
      ends.board.set(name, endOf(name, 'board'));
    }
  }
  return { factRoles, roles, ends, identities };
}

const memberOf = (name: string): string => name.slice(0, 64);

interface Attestation {
  readonly role: number;
  /** Null where a device of the member says it. */
  readonly key: string | null;
  readonly version: number;
  readonly by: string;
  readonly seq: number;
}

/** Everything that names this device of this member, whether or not it counts. */
function attestationsOf(said: Said, name: string): Attestation[] {
  const { entries, found, founding } = said;
  return entries.flatMap((entry): Attestation[] => {
    const { content, log } = entry;
    const by = writer(entry);
    const attestation = { by, seq: entry.seq };
    const whose = memberOf(name);
    switch (content.type) {
      case 'community.found':
        if (!found || name !== founding || by !== founding) return [];
        return [{ ...attestation, role: 0, key: whose, version: 0 }];
      case 'device.enrol': {
        if (pair(content.member, content.device) !== name) return [];
        const { role, version, by: signer } = content;
        return [{ ...attestation, role, key: signer ?? whose, version }];
      }
      case 'member.admit':
        if (pair(content.member, content.device) !== name) return [];
        if (content.role === 2 && content.device !== log.device) return [];
        return [{ ...attestation, role: content.role, key: whose, version: 0 }];
      case 'device.add':
        if (pair(log.member, content.device) !== name) return [];
        return [{ ...attestation, role: content.role, key: null, version: 0 }];
      default:
        return [];
    }
  });
}

/** Admissions count where their writer may admit: the entries that fail are dropped here. */
const mayAdmit = (entry: Entry, roles: Roles): boolean =>
  [0, 1].includes(roles.get(writer(entry)) ?? 3);

export function withoutVoidAdmissions(said: Said, factRoles: Roles): Said {
  return {
    ...said,
    entries: said.entries.filter(
      (entry) =>
        entry.content.type !== 'member.admit' ||
        (said.found && mayAdmit(entry, factRoles)),
    ),
  };
}

function isSure(
  { key, version, by, seq }: Attestation,
  chain: readonly TrueIdentity[],
  sure: Roles,
  cut: (name: string) => number,
): boolean {
  if (key === null) return sure.get(by) === 0 && seq < cut(by);
  return chain.some((each) => each.version === version && each.key === key);
}

export function factRolesIn(said: Said): Roles {
  let roles: Roles = new Map();
  for (let before = -1; before !== weightOf(roles);) {
    before = weightOf(roles);
    const counting = withoutVoidAdmissions(said, roles);
    const next: Roles = new Map();
    for (const name of namedIn(counting)) {
      const own = attestationsOf(counting, name).filter(({ key, version, by }) =>
        key === null
          ? roles.get(by) === 0
          : wasClaimed(said, roles, memberOf(name), version, key),
      );
      if (own.length > 0) next.set(name, Math.min(...own.map(({ role }) => role)));
    }
    roles = next;
  }
  return roles;
}

const weightOf = (roles: Roles): number =>
  [...roles.values()].reduce((sum, role) => sum + 10 - role, 0);

function namedIn({ entries, founding }: Said): Set<string> {
  const names = new Set([founding]);
  for (const { content, log } of entries) {
    if (content.type === 'device.add') names.add(pair(log.member, content.device));
    if (content.type === 'device.enrol' || content.type === 'member.admit')
      names.add(pair(content.member, content.device));
  }
  return names;
}

const firstOf = (member: string): TrueIdentity => ({
  version: 0,
  key: member,
  g: 0,
  guardians: [],
  devices: [],
});

/** The claims at the number after `before`, each different one once. */
function claimsAfter(
  { entries }: Said,
  roles: Roles,
  member: string,
  before: TrueIdentity,
): Claim[] {
  const version = before.version + 1;
  const claims = new Map<string, Claim>();
  const writers = new Map<string, Set<string>>();
  for (const entry of entries) {
    const { content, log } = entry;
    if (content.type === 'identity.set') {
      if (content.member !== member || content.version !== version) continue;
      if ((content.by ?? member) !== before.key) continue;
      const { key, g, guardians, devices } = content;
      const claim: Claim = { rank: 'key', version, key, g, guardians, devices };
      claims.set(`key ${textOf(claim)}`, claim);
    }
    if (content.type === 'guardian.recover') {
      if (content.member !== member || content.version !== version) continue;
      if (roles.get(writer(entry)) !== 0) continue;
      if (!before.guardians.includes(log.member)) continue;
      const { key, devices } = content;
      const { g, guardians } = before;
      const claim: Claim = { rank: 'quorum', version, key, g, guardians, devices };
      const name = `quorum ${textOf(claim)}`;
      const by = (writers.get(name) ?? new Set()).add(log.member);
      writers.set(name, by);
      if (g > 0 && by.size >= g) claims.set(name, claim);
    }
  }
  return [...claims.values()];
}

const textOf = ({ key, g, guardians, devices }: TrueIdentity): string =>
  toHex(
    encode([
      fromHex(key),
      g,
      guardians.map((each) => fromHex(each)),
      devices.map(({ device, ledgerCut, boardCut }) => [
        fromHex(device),
        ledgerCut,
        boardCut,
      ]),
    ]),
  );

function wasClaimed(
  said: Said,
  roles: Roles,
  member: string,
  version: number,
  key: string,
): boolean {
  let claimed = [firstOf(member)];
  for (let n = 0; n < version; n++) {
    claimed = claimed.flatMap((before) => claimsAfter(said, roles, member, before));
  }
  return claimed.some((each) => each.key === key);
}

function countedOf(
  said: Said,
  roles: Roles,
  member: string,
): { chain: TrueIdentity[]; contested: Claim[] } {
  const chain = [firstOf(member)];
  for (;;) {
    const before = chain.at(-1) ?? firstOf(member);
    const claims = claimsAfter(said, roles, member, before);
    const quorums = claims.filter(({ rank }) => rank === 'quorum');
    const deciding = quorums.length > 0 ? quorums : claims;
    const [next] = deciding;
    if (next === undefined) return { chain, contested: [] };
    if (deciding.length > 1) return { chain, contested: claims };
    chain.push(next);
  }
}
