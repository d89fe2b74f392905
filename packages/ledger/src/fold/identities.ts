/**
 * Which identity of a member counts (L12, findings/A10): which key, guardians and listed
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
 * It believes that signatures were checked, and by which key.
 */
import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import type { IdentityClaim, ListedDevice, RecoveryClaim } from '../identityContent.ts';
import { Claimed, isQuorum } from './claimed.ts';
import type { GuardianSet, IdentityStatement } from './claimed.ts';
import type { ClaimedKey, Identity, Recovery } from './views.ts';

/** Where a device's two logs end. */
type Cuts = Omit<ListedDevice, 'device'>;

/** What the statements about one member come to. */
export interface Counted {
  /** The counted versions, from 0 on; the last one decides. */
  readonly chain: readonly [Identity, ...Identity[]];
  readonly newest: Identity;
  /** Of a contested number, where its claims end each device they list; else null. */
  readonly contested: ReadonlyMap<DeviceKey, Cuts> | null;
}

interface Sheet {
  readonly claims: Claimed;
  counted: Counted | null;
}

export class Identities {
  readonly #sheets = new Map<MemberId, Sheet>();
  #newKeys: ClaimedKey[] = [];

  /** `id`: the entry that says it, signed by the key that the claim names. */
  claim(claim: IdentityClaim, id: EntryId): void {
    const sheet = this.#open(claim.member);
    sheet.claims.state(claim, claim.by ?? claim.member, id);
    sheet.counted = null;
  }

  /** One of whoever `by` is says so; whether they are a guardian is asked later. */
  recover(claim: RecoveryClaim, by: MemberId, id: EntryId): void {
    const sheet = this.#open(claim.member);
    sheet.claims.recover(claim, by, id);
    sheet.counted = null;
  }

  of(member: MemberId): Counted {
    const sheet = this.#sheets.get(member);
    if (sheet === undefined) return countedOf([first(member)], null);
    sheet.counted ??= count(member, sheet.claims);
    return sheet.counted;
  }

  /** Whether this was rightly claimed to be the member's key of that version. */
  wasClaimed(member: MemberId, version: number, key: Hex): boolean {
    if (version === 0) return key === member;
    return this.#sheets.get(member)?.claims.hasKey(version, key) ?? false;
  }

  /** The keys rightly claimed since this was last asked. */
  takeNewKeys(): ClaimedKey[] {
    const found = this.#newKeys;
    this.#newKeys = [];
    return found;
  }

  /** What is said of a member, rightly claimed or not; null if nothing is. */
  claimsAbout(member: MemberId): Claimed | null {
    return this.#sheets.get(member)?.claims ?? null;
  }

  /** Those of whom anything was ever stated. */
  stated(): Iterable<MemberId> {
    return this.#sheets.keys();
  }

  /** What guardians have written that does not count, or not yet. */
  underWay(member: MemberId): Recovery[] {
    const claims = this.claimsAbout(member);
    if (claims === null) return [];
    const { chain } = this.of(member);
    const found: { name: Hex; recovery: Recovery }[] = [];
    for (const before of chain) {
      const isOver = chain[before.version + 1] !== undefined;
      const written = claims.writtenBy(before.version + 1, before.guardians);
      for (const { name, version, key, devices, by } of written) {
        const guardians = before.guardians.filter((each) => by.has(each));
        if (guardians.length >= before.g && isOver) continue;
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

  /** Of `known` members and of all whom a statement names, those with this counted key, by name. */
  membersWithKey(key: Hex, known: readonly MemberId[]): MemberId[] {
    const all = new Set([...this.#sheets.keys(), ...known]);
    return [...all].filter((member) => this.of(member).newest.key === key).sort();
  }

  #open(member: MemberId): Sheet {
    const known = this.#sheets.get(member);
    if (known) return known;
    const claims = new Claimed(member, (version, key) => {
      this.#newKeys.push({ member, version, key });
    });
    const sheet: Sheet = { claims, counted: null };
    this.#sheets.set(member, sheet);
    return sheet;
  }
}

/** Before anything is stated a member is their own key. */
const first = (member: MemberId): Identity => ({
  version: 0,
  key: member,
  devices: [],
  g: 0,
  guardians: [],
});

const countedOf = (
  chain: readonly [Identity, ...Identity[]],
  contested: Counted['contested'],
): Counted => ({ chain, newest: chain.at(-1) ?? chain[0], contested });

function count(member: MemberId, claims: Claimed): Counted {
  const chain: [Identity, ...Identity[]] = [first(member)];
  for (let before = chain[0]; ;) {
    const version = before.version + 1;
    const byKey = [...claims.saidBy(version, before.key)].map((said) =>
      identityOf(said, said),
    );
    const byGuardians = [...claims.writtenBy(version, before.guardians)]
      .filter(({ by }) => isQuorum(by, before))
      .map((said) => identityOf(said, before));
    const [next, rival] = byGuardians.length > 0 ? byGuardians : byKey;
    if (next === undefined || rival !== undefined) {
      const rivals = rival === undefined ? null : [...byGuardians, ...byKey];
      return countedOf(chain, rivals && earliestCuts(rivals));
    }
    chain.push(next);
    before = next;
  }
}

const identityOf = (
  { version, key, devices }: IdentityStatement,
  { g, guardians }: GuardianSet,
): Identity => ({ version, key, devices, g, guardians });

/** The cuts of all these claims hold: of each log the lowest. */
function earliestCuts(rivals: readonly Identity[]): Map<DeviceKey, Cuts> {
  const earliest = new Map<DeviceKey, Cuts>();
  for (const { device, ledgerCut, boardCut } of rivals.flatMap(
    (each) => each.devices,
  )) {
    const known = earliest.get(device);
    earliest.set(device, {
      ledgerCut: lower(known?.ledgerCut, ledgerCut),
      boardCut: lower(known?.boardCut, boardCut),
    });
  }
  return earliest;
}

const lower = (a: number | null | undefined, b: number | null): number | null =>
  a === null || a === undefined ? b : b === null ? a : Math.min(a, b);
