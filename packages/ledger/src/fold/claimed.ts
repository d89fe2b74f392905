/**
 * What is *rightly claimed* of one member's identity (L12): signed by a rightly claimed
 * key, or written in equal words by a quorum of rightly claimed guardians. It only grows,
 * whatever the order of arrival, and facts rest on it (decision 0015).
 *
 * A statement by a key asks for that key alone, one by guardians for their set alone. So
 * keys and sets are two graphs, and each key and each set is followed once: N keys and M
 * sets are N + M steps, not N times M (L12). Nothing here goes deeper than the numbers.
 */
import type { EntryId, Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { claimHashOf, recoveryHashOf } from '../identityContent.ts';
import type { IdentityClaim, ListedDevice, RecoveryClaim } from '../identityContent.ts';

/** Guardians, and how many of them it takes. */
export interface GuardianSet {
  readonly g: number;
  readonly guardians: readonly MemberId[];
}

/** What was said of a member's identity of one number, and the entries that say it. */
export interface IdentityStatement {
  readonly version: number;
  readonly key: Hex;
  readonly devices: readonly ListedDevice[];
  readonly ids: Set<EntryId>;
}

/** Signed by a key of the version before. */
type KeyStatement = IdentityStatement & GuardianSet;

/** Written by each of `by`, in equal words. */
export interface RecoveryStatement extends IdentityStatement {
  readonly name: Hex;
  readonly by: Set<MemberId>;
}

/** All that was said of one number, and what of it is rightly claimed. */
interface Sheet {
  /** By the key that signed. */
  readonly byKey: Map<Hex, Map<string, KeyStatement>>;
  readonly recoveries: Map<Hex, RecoveryStatement>;
  /** The same by each who wrote it. */
  readonly recoveriesBy: Map<MemberId, Set<RecoveryStatement>>;
  readonly claimed: Set<IdentityStatement>;
  /** The claimed keys, and who claims them. */
  readonly keys: Map<Hex, IdentityStatement[]>;
  /** The claimed sets of guardians. */
  readonly sets: Map<string, GuardianSet>;
  readonly setsWith: Map<MemberId, Set<GuardianSet>>;
}

export class Claimed {
  readonly #sheets = new Map<number, Sheet>();
  readonly #tell: (version: number, key: Hex) => void;

  /** `tell` hears of each key the moment it is rightly claimed, but for the first one. */
  constructor(member: MemberId, tell: (version: number, key: Hex) => void) {
    this.#tell = tell;
    this.#at(0).keys.set(member, []);
  }

  /** A statement whose signature is that of `by`, the key of the version before. */
  state(claim: IdentityClaim, by: Hex, id: EntryId): void {
    const { version, key, devices, g, guardians } = claim;
    const ofKey = openAt(
      this.#at(version).byKey,
      by,
      () => new Map<string, KeyStatement>(),
    );
    const statement = openAt(ofKey, toHex(claimHashOf(claim)), () => ({
      version,
      key,
      devices,
      g,
      guardians,
      ids: new Set<EntryId>(),
    }));
    statement.ids.add(id);
    if (this.hasKey(version - 1, by)) this.#claim(statement);
  }

  /** One of whoever `by` is says so; whether they are a guardian is asked here. */
  recover(claim: RecoveryClaim, by: MemberId, id: EntryId): void {
    const { version, key, devices } = claim;
    const sheet = this.#at(version);
    const name = recoveryHashOf(claim);
    const recovery = openAt(sheet.recoveries, name, () => ({
      name,
      version,
      key,
      devices,
      ids: new Set<EntryId>(),
      by: new Set<MemberId>(),
    }));
    recovery.ids.add(id);
    if (recovery.by.has(by)) return;
    recovery.by.add(by);
    openAt(sheet.recoveriesBy, by, () => new Set()).add(recovery);
    for (const set of this.#at(version - 1).setsWith.get(by) ?? []) {
      this.#decide(recovery, set);
    }
  }

  /** Whether this was rightly claimed to be the member's key of that version. */
  hasKey(version: number, key: Hex): boolean {
    return this.#sheets.get(version)?.keys.has(key) ?? false;
  }

  /** The statements that rightly claim this key for that version. */
  claimsOf(version: number, key: Hex): readonly IdentityStatement[] {
    return this.#sheets.get(version)?.keys.get(key) ?? [];
  }

  /** What was rightly claimed of one number. */
  claimedAt(version: number): Iterable<IdentityStatement> {
    return this.#sheets.get(version)?.claimed ?? [];
  }

  /** Everything rightly claimed, whatever its number. */
  *all(): Generator<IdentityStatement> {
    for (const { claimed } of this.#sheets.values()) yield* claimed;
  }

  /** What this key said of that version. */
  saidBy(version: number, key: Hex): Iterable<KeyStatement> {
    return this.#sheets.get(version)?.byKey.get(key)?.values() ?? [];
  }

  /** What any of these wrote of that version. */
  writtenBy(version: number, guardians: readonly MemberId[]): Set<RecoveryStatement> {
    const found = new Set<RecoveryStatement>();
    const written = this.#sheets.get(version)?.recoveriesBy;
    for (const each of guardians) {
      for (const recovery of written?.get(each) ?? []) found.add(recovery);
    }
    return found;
  }

  #claim(statement: IdentityStatement | KeyStatement): void {
    const { version, key } = statement;
    const sheet = this.#at(version);
    if (sheet.claimed.has(statement)) return;
    sheet.claimed.add(statement);
    if ('guardians' in statement) this.#addSet(version, statement);
    const known = sheet.keys.get(key);
    if (known !== undefined) {
      known.push(statement);
      return;
    }
    sheet.keys.set(key, [statement]);
    this.#tell(version, key);
    for (const next of this.saidBy(version + 1, key)) this.#claim(next);
  }

  #addSet(version: number, { g, guardians }: GuardianSet): void {
    const sheet = this.#at(version);
    const name = JSON.stringify([g, guardians]);
    if (sheet.sets.has(name)) return;
    const set = { g, guardians };
    sheet.sets.set(name, set);
    for (const each of guardians) {
      openAt(sheet.setsWith, each, () => new Set()).add(set);
    }
    for (const recovery of this.writtenBy(version + 1, guardians)) {
      this.#decide(recovery, set);
    }
  }

  /** Of a quorum's word, the guardians of the version before stay (L12). */
  #decide(recovery: RecoveryStatement, set: GuardianSet): void {
    if (!isQuorum(recovery.by, set)) return;
    this.#claim(recovery);
    this.#addSet(recovery.version, set);
  }

  #at(version: number): Sheet {
    return openAt(this.#sheets, version, () => ({
      byKey: new Map(),
      recoveries: new Map(),
      recoveriesBy: new Map(),
      claimed: new Set(),
      keys: new Map(),
      sets: new Map(),
      setsWith: new Map(),
    }));
  }
}

/** Whether these are enough of the set's guardians, if there are any. */
export function isQuorum(
  by: ReadonlySet<MemberId>,
  { g, guardians }: GuardianSet,
): boolean {
  return g > 0 && guardians.filter((each) => by.has(each)).length >= g;
}

function openAt<K, V>(map: Map<K, V>, at: K, empty: () => V): V {
  const known = map.get(at);
  if (known !== undefined) return known;
  const opened = empty();
  map.set(at, opened);
  return opened;
}
