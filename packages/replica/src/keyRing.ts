/**
 * The keys of later identities, as far as a gate must know them (L12): whose signature
 * stands on an enrolment or a statement that does not name its key. Candidates for a
 * member's key of a version are what a statement signed by a candidate of the version
 * before says, from the first key on, and what one of the named guardians writes. Which
 * of them counts is the ledger's to say; more are tried here, so that a log is kept
 * before a quorum is complete, and only owner and guardians can add any.
 *
 * It only grows, and says the same in whatever order entries come: an entry is noted
 * before a key is tried on it, and a key before it is tried on entries, so that no two
 * miss each other while signatures are looked at.
 */
import type { EntryId, Hex, MemberId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import { carriedBy, laterProofOf } from '@manyhands/ledger';
import type { Entry, LaterProof } from '@manyhands/ledger';

/** Names a member's identity of one version. */
type Place = string;
const placeOf = (member: MemberId, version: number): Place => `${member}/${version}`;

export class KeyRing {
  /** Candidates, each with the entries that say so. */
  readonly #keys = new Map<Place, Map<Hex, Entry[]>>();
  /** What waits for a key of a place, or has one that is not the last word. */
  readonly #signed = new Map<Place, Map<EntryId, Entry>>();
  readonly #guardians = new Map<MemberId, Set<MemberId>>();
  readonly #recoveries = new Map<MemberId, Entry[]>();
  /** The later key found on each entry heard. */
  readonly signers = new Map<EntryId, Hex>();
  readonly #below: KeyRing | null;

  /** On top of `below`, which is not changed: what one page would add. */
  constructor(below: KeyRing | null = null) {
    this.#below = below;
  }

  /**
   * Takes in an entry whose other signatures are good. Answers those heard so far, itself
   * perhaps among them, whose later key is found by it.
   */
  async hear(entry: Entry): Promise<Entry[]> {
    const { content, log } = carriedBy(entry);
    if (content.type === 'guardian.recover') {
      listAt(this.#recoveries, content.member).push(entry);
      const isGuardian = this.#isGuardian(content.member, log.member);
      return isGuardian
        ? this.#addKey(content.member, content.version, content.key, entry)
        : [];
    }
    if (content.type === 'identity.set' && content.version === 1) {
      return this.#believe(entry);
    }
    const proof = laterProofOf(entry);
    if (proof === null) return [];
    mapAt(this.#signed, placeOf(proof.member, proof.version)).set(entry.id, entry);
    const key = await this.keyOf(entry);
    return key === null ? [] : this.#find(entry, key);
  }

  /** The candidate whose signature stands on the entry, if any does. */
  async keyOf(entry: Entry): Promise<Hex | null> {
    const proof = laterProofOf(entry);
    if (proof === null) return null;
    const keys = this.#keysAt(placeOf(proof.member, proof.version));
    for (const key of keys) if (await isBy(proof, key)) return key;
    return null;
  }

  /** The entries that say what key signed this one, or whose guardian wrote it. */
  statementsBehind(entry: Entry): readonly Entry[] {
    const { content } = carriedBy(entry);
    if (content.type === 'guardian.recover') {
      const before = placeOf(content.member, content.version - 1);
      return [...(this.#keys.get(before)?.values() ?? [])].flat();
    }
    const proof = laterProofOf(entry);
    const key = this.signers.get(entry.id);
    if (proof === null || key === undefined) return [];
    return this.#keys.get(placeOf(proof.member, proof.version))?.get(key) ?? [];
  }

  /** Takes in what a page added. */
  take(page: KeyRing): void {
    for (const [place, keys] of page.#keys) {
      for (const [key, said] of keys)
        listAt(mapAt(this.#keys, place), key).push(...said);
    }
    for (const [place, entries] of page.#signed) {
      for (const [id, entry] of entries) mapAt(this.#signed, place).set(id, entry);
    }
    for (const [member, guardians] of page.#guardians) {
      for (const each of guardians) setAt(this.#guardians, member).add(each);
    }
    for (const [member, recoveries] of page.#recoveries) {
      listAt(this.#recoveries, member).push(...recoveries);
    }
    for (const [id, key] of page.signers) this.signers.set(id, key);
  }

  #find(entry: Entry, key: Hex): Promise<Entry[]> {
    if (this.#hasSigner(entry.id)) return Promise.resolve([]);
    this.signers.set(entry.id, key);
    return this.#believe(entry);
  }

  /** The entry's signature is good: what it says makes others' known. */
  async #believe(entry: Entry): Promise<Entry[]> {
    const { content } = carriedBy(entry);
    if (content.type !== 'identity.set') return [entry];
    const { member, version, key, guardians } = content;
    const found = [entry, ...(await this.#addKey(member, version, key, entry))];
    for (const each of guardians) setAt(this.#guardians, member).add(each);
    for (const recovery of this.#recoveriesOf(member)) {
      const { content: said, log } = carriedBy(recovery);
      if (said.type !== 'guardian.recover' || !guardians.includes(log.member)) continue;
      found.push(...(await this.#addKey(member, said.version, said.key, recovery)));
    }
    return found;
  }

  async #addKey(
    member: MemberId,
    version: number,
    key: Hex,
    by: Entry,
  ): Promise<Entry[]> {
    const place = placeOf(member, version);
    const isNew = !this.#keysAt(place).includes(key);
    const said = listAt(mapAt(this.#keys, place), key);
    if (!said.some(({ id }) => id === by.id)) said.push(by);
    if (!isNew) return [];
    const found: Entry[] = [];
    for (const entry of this.#signedAt(place)) {
      const proof = laterProofOf(entry);
      if (proof === null || this.#hasSigner(entry.id)) continue;
      if (await isBy(proof, key)) found.push(...(await this.#find(entry, key)));
    }
    return found;
  }

  #keysAt(place: Place): Hex[] {
    const below = this.#below === null ? [] : this.#below.#keysAt(place);
    return [...new Set([...below, ...(this.#keys.get(place)?.keys() ?? [])])];
  }

  #signedAt(place: Place): Entry[] {
    const below = this.#below === null ? [] : this.#below.#signedAt(place);
    return [...below, ...(this.#signed.get(place)?.values() ?? [])];
  }

  #recoveriesOf(member: MemberId): Entry[] {
    const below = this.#below === null ? [] : this.#below.#recoveriesOf(member);
    return [...below, ...(this.#recoveries.get(member) ?? [])];
  }

  #isGuardian(of: MemberId, member: MemberId): boolean {
    const here = this.#guardians.get(of)?.has(member) ?? false;
    return here || (this.#below !== null && this.#below.#isGuardian(of, member));
  }

  #hasSigner(id: EntryId): boolean {
    return this.signers.has(id) || (this.#below?.signers.has(id) ?? false);
  }
}

const isBy = ({ signature, message }: LaterProof, key: Hex): Promise<boolean> =>
  verify(signature, message, fromHex(key));

function mapAt<K, V>(maps: Map<Place, Map<K, V>>, at: Place): Map<K, V> {
  const map = maps.get(at) ?? new Map<K, V>();
  maps.set(at, map);
  return map;
}

function setAt<K, V>(sets: Map<K, Set<V>>, at: K): Set<V> {
  const set = sets.get(at) ?? new Set<V>();
  sets.set(at, set);
  return set;
}

function listAt<K, V>(lists: Map<K, V[]>, at: K): V[] {
  const list = lists.get(at) ?? [];
  lists.set(at, list);
  return list;
}
