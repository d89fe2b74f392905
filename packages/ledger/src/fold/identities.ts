/**
 * Which identity of a member counts (L12, finding A10): which key, guardians and listed
 * devices. Statements come in any order; what they come to is counted anew for the one
 * member they concern.
 *
 *   version 0, K0 ──► 1 ──► 2 ──► …      at each next number, of the claims made there:
 *
 *     1. what a quorum of the guardians of the version before wrote in equal words, else
 *     2. what the key of the version before signed;
 *     two different ones of the rank that decides: the number is contested, the cuts of
 *     all its claims hold, and no later number counts.
 *
 * Beside it stands what was ever *rightly claimed*: signed by a rightly claimed key, or
 * written by a quorum of rightly claimed guardians, counted or not. That only grows, and
 * facts rest on it (decision 0015).
 *
 * It believes that signatures were checked, and by which key (`signer`).
 */
import type { EntryId, Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { claimHashOf, recoveryHashOf } from '../identityContent.ts';
import type { IdentityClaim, ListedDevice, RecoveryClaim } from '../identityContent.ts';
import type { Identity, Recovery } from './views.ts';

/** A claim at one number, by a key or by guardians. */
interface Claim extends Identity {
  readonly ids: ReadonlySet<EntryId>;
}

interface KeyClaim {
  readonly claim: IdentityClaim;
  readonly signer: Hex;
  readonly ids: Set<EntryId>;
}

interface Quorum {
  readonly claim: RecoveryClaim;
  readonly by: Set<MemberId>;
  readonly ids: Set<EntryId>;
}

/** What the statements about one member come to. */
export interface Counted {
  /** The counted versions, from 0 on; the last one decides. */
  readonly chain: readonly [Identity, ...Identity[]];
  readonly newest: Identity;
  /** The devices that the claims of a contested number list; none if none is. */
  readonly contested: readonly (readonly ListedDevice[])[];
}

interface Sheet {
  readonly byKey: Map<number, Map<string, KeyClaim>>;
  readonly byGuardians: Map<number, Map<Hex, Quorum>>;
  counted: Counted | null;
  /** Every claim ever rightly made, by number. */
  claimed: Claim[][];
}

export class Identities {
  readonly #sheets = new Map<MemberId, Sheet>();

  /** `signer`: the key whose signature stands on the claim; `id`: the entry that says it. */
  claim(claim: IdentityClaim, signer: Hex, id: EntryId): void {
    const sheet = this.#open(claim.member);
    const at = sheet.byKey.get(claim.version) ?? new Map<string, KeyClaim>();
    sheet.byKey.set(claim.version, at);
    const name = `${toHex(claimHashOf(claim))}/${signer}`;
    const known = at.get(name) ?? { claim, signer, ids: new Set() };
    at.set(name, known);
    known.ids.add(id);
    sheet.counted = null;
  }

  /** One of whoever `by` is says so; whether they are a guardian is asked later. */
  recover(claim: RecoveryClaim, by: MemberId, id: EntryId): void {
    const sheet = this.#open(claim.member);
    const at = sheet.byGuardians.get(claim.version) ?? new Map<Hex, Quorum>();
    sheet.byGuardians.set(claim.version, at);
    const name = recoveryHashOf(claim);
    const known = at.get(name) ?? { claim, by: new Set(), ids: new Set() };
    at.set(name, known);
    known.by.add(by);
    known.ids.add(id);
    sheet.counted = null;
  }

  of(member: MemberId): Counted {
    const sheet = this.#sheets.get(member);
    return sheet === undefined ? countedOf([first(member)]) : count(member, sheet);
  }

  /** Whether this was rightly claimed to be the member's key of that version. */
  wasClaimed(member: MemberId, version: number, key: Hex): boolean {
    if (version === 0) return key === member;
    return this.claimedOf(member, version).some((claim) => claim.key === key);
  }

  claimedOf(member: MemberId, version: number): readonly Claim[] {
    const sheet = this.#sheets.get(member);
    if (sheet === undefined) return [];
    count(member, sheet);
    return sheet.claimed[version] ?? [];
  }

  /** Everything rightly claimed of a member, in the order of its numbers. */
  allClaimedOf(member: MemberId): readonly Claim[] {
    const sheet = this.#sheets.get(member);
    if (sheet === undefined) return [];
    count(member, sheet);
    return sheet.claimed.flat().filter(({ version }) => version > 0);
  }

  /** Those of whom anything was ever stated. */
  stated(): Iterable<MemberId> {
    return this.#sheets.keys();
  }

  /** What guardians have written that does not count, or not yet. */
  underWay(member: MemberId): Recovery[] {
    const sheet = this.#sheets.get(member);
    if (sheet === undefined) return [];
    const { chain } = count(member, sheet);
    const found: { name: Hex; recovery: Recovery }[] = [];
    for (const before of chain) {
      const isOver = chain[before.version + 1] !== undefined;
      const written = sheet.byGuardians.get(before.version + 1);
      for (const [name, { claim, by }] of written ?? new Map<Hex, Quorum>()) {
        const guardians = before.guardians.filter((each) => by.has(each));
        const isCounted = guardians.length >= before.g && isOver;
        if (guardians.length === 0 || isCounted) continue;
        const { version, key, devices } = claim;
        const recovery = { version, key, devices, by: guardians, g: before.g };
        found.push({ name, recovery });
      }
    }
    found.sort(
      (a, b) =>
        a.recovery.version - b.recovery.version ||
        b.recovery.by.length - a.recovery.by.length ||
        (a.name < b.name ? -1 : 1),
    );
    return found.map(({ recovery }) => recovery);
  }

  /** Of `known` members and of all whom a statement names, those with this counted key. */
  membersWithKey(key: Hex, known: readonly MemberId[]): MemberId[] {
    const all = new Set([...this.#sheets.keys(), ...known]);
    return [...all].filter((member) => this.of(member).newest.key === key).sort();
  }

  #open(member: MemberId): Sheet {
    const known = this.#sheets.get(member);
    if (known) return known;
    const sheet: Sheet = {
      byKey: new Map(),
      byGuardians: new Map(),
      counted: null,
      claimed: [],
    };
    this.#sheets.set(member, sheet);
    return sheet;
  }
}

/** Before anything is stated a member is their own key. */
const first = (member: MemberId): Claim => ({
  version: 0,
  key: member,
  devices: [],
  g: 0,
  guardians: [],
  ids: new Set(),
});

const countedOf = (
  [start, ...claims]: readonly [Identity, ...Identity[]],
  contested: readonly Claim[] = [],
): Counted => ({
  chain: [identityOf(start), ...claims.map(identityOf)],
  newest: identityOf(claims.at(-1) ?? start),
  contested: contested.map(({ devices }) => devices),
});

/** Without the entries that say it. */
const identityOf = ({ version, key, devices, g, guardians }: Identity): Identity => ({
  ...{ version, key, devices, g, guardians },
});

function count(member: MemberId, sheet: Sheet): Counted {
  if (sheet.counted !== null) return sheet.counted;
  sheet.claimed = claimedFrom(first(member), sheet);
  const chain: [Claim, ...Claim[]] = [first(member)];
  for (let before = chain[0]; ;) {
    const byKey = keyClaims(sheet, before);
    const byGuardians = quorumClaims(sheet, before);
    const [next, rival] = byGuardians.length > 0 ? byGuardians : byKey;
    if (next === undefined || rival !== undefined) {
      const contested = rival === undefined ? [] : [...byGuardians, ...byKey];
      sheet.counted = countedOf(chain, contested);
      return sheet.counted;
    }
    chain.push(next);
    before = next;
  }
}

/** Number by number, all that follows from anything rightly claimed before it. */
function claimedFrom(start: Claim, sheet: Sheet): Claim[][] {
  const claimed = [[start]];
  for (let last = claimed[0] ?? []; last.length > 0;) {
    const next = new Map<string, Claim>();
    for (const before of last) {
      for (const claim of [...keyClaims(sheet, before), ...quorumClaims(sheet, before)])
        next.set(nameOf(claim), claim);
    }
    last = [...next.values()];
    if (last.length > 0) claimed.push(last);
  }
  return claimed;
}

const nameOf = ({ key, g, guardians, devices }: Identity): string =>
  JSON.stringify([key, g, guardians, devices]);

const keyClaims = (sheet: Sheet, before: Identity): Claim[] =>
  [...(sheet.byKey.get(before.version + 1)?.values() ?? [])]
    .filter(({ signer }) => signer === before.key)
    .map(({ claim: { version, key, devices, g, guardians }, ids }) => ({
      ...{ version, key, devices, g, guardians, ids },
    }));

/** Each keeps the guardians of the version before (annex §5). */
const quorumClaims = (sheet: Sheet, { version, g, guardians }: Identity): Claim[] =>
  [...(sheet.byGuardians.get(version + 1)?.values() ?? [])]
    .filter(({ by }) => g > 0 && guardians.filter((each) => by.has(each)).length >= g)
    .map(({ claim: { key, devices }, ids }) => ({
      ...{ version: version + 1, key, devices, g, guardians, ids },
    }));
