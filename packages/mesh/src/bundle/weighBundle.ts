import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import {
  carriedBy,
  certificatesOf,
  logIdOf,
  readEntry,
  readTravelling,
} from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import { readPage } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import { isListedOut } from '../isOut.ts';
import { isPackerOut, isPackerRemoved, nobody, ownersOf } from './packer.ts';
import type { BundleWork } from './packer.ts';
import type { OpenedBundle } from './sealedBundle.ts';
import { pause } from './pause.ts';
import type { IsRemoved } from '../removed.ts';

/**
 * What a bundle says to bring, before anything of it is believed: for a person to look
 * at, who may still leave it.
 */
export interface Weight {
  /** Entries that are not here. */
  readonly entries: number;
  /** Of these: hours that somebody wrote down, and answers to such. */
  readonly hours: number;
  readonly answers: number;
  /** Members nobody here has heard of. */
  readonly people: number;
  /**
   * Who packed it (M9). `member`: a device of theirs, as is known here. `new`: a device
   * that the bundle itself certifies, if it proves itself; whether it is out, its evidence
   * says (`takeBundle`). `stranger`, `switchedOff` and `removed` are nobody's guests (M2): their
   * bundles are left alone.
   */
  readonly from:
    | { readonly type: 'member'; readonly member: MemberId }
    | { readonly type: 'new' | 'stranger' | 'switchedOff' | 'removed' };
}

/** Reads a bundle through, changes nothing, and says what is new in it. */
export async function weighBundle(
  replica: Replica,
  { content, device }: Pick<OpenedBundle<never>, 'content' | 'device'>,
  { report, signal, isRemoved = nobody }: BundleWork = {},
): Promise<Weight | null> {
  const scales = new Scales(replica);
  for (const [at, page] of content.pages.entries()) {
    if (signal?.aborted === true) return null;
    report?.({ done: at, of: content.pages.length });
    scales.add(page);
    await pause();
  }
  return { ...scales.read(), from: signerOf(replica, device, scales, isRemoved) };
}

function signerOf(
  replica: Replica,
  device: DeviceKey,
  { certified, told }: Pick<Scales, 'certified' | 'told'>,
  isRemoved: IsRemoved,
): Weight['from'] {
  const named = certified.get(device) ?? new Set<MemberId>();
  if (isPackerRemoved(replica, device, named, isRemoved)) return { type: 'removed' };
  const owners = ownersOf(replica, device, named);
  if (isPackerOut(replica, device, named)) {
    // Unless a list ended it, it may bring what is not known here of its owner's devices.
    const isForGood = owners.some((member) => isListedOut(replica, { member, device }));
    const isTold = owners.some((member) => told.has(member));
    return { type: isForGood || !isTold ? 'switchedOff' : 'new' };
  }
  const [member, ...others] = owners;
  const isKnown =
    member !== undefined &&
    others.length === 0 &&
    (replica.ledger.hasStanding(member, device) || replica.isCertified(member, device));
  if (isKnown) return { type: 'member', member };
  return { type: named.size > 0 ? 'new' : 'stranger' };
}

class Scales {
  readonly #replica: Replica;
  readonly #community: CommunityId;
  /** How far each log reaches, here and in the runs that were read. */
  readonly #reaches = new Map<string, number>();
  /** Entries that came alone, by their place: a run may bring them as well. */
  readonly #alone = new Map<string, Entry>();
  readonly #people = new Set<MemberId>();
  /** Devices that something in it names, and whose it says that they are. */
  readonly certified = new Map<DeviceKey, Set<MemberId>>();
  /** Of whose identity or devices something in it tells that is not known here. */
  readonly told = new Set<MemberId>();
  #entries = 0;
  #hours = 0;
  #answers = 0;

  constructor(replica: Replica) {
    this.#replica = replica;
    this.#community = replica.community;
  }

  add(bytes: Uint8Array): void {
    const page = readPage(bytes);
    if (!page.ok) return; // taking it in will say so
    for (const run of page.value.runs) this.#addRun(run);
    for (const travelling of page.value.evidence) {
      const entry = readTravelling(this.#community, travelling);
      if (!entry.ok) continue;
      this.#name(entry.value);
      if (this.#replica.entry(entry.value.id) === null) this.#tell(entry.value);
      this.#alone.set(`${entry.value.logId}/${String(entry.value.seq)}`, entry.value);
    }
  }

  read(): Omit<Weight, 'from'> {
    for (const entry of this.#alone.values()) {
      const isInRun = entry.seq < this.#reachOf(entry.log);
      if (!isInRun && this.#replica.entry(entry.id) === null) this.#count(entry);
    }
    this.#alone.clear();
    const [entries, hours, answers] = [this.#entries, this.#hours, this.#answers];
    return { entries, hours, answers, people: this.#people.size };
  }

  #addRun({ kind, member, device, from, prev, items }: Run): void {
    const log: LogName = { community: this.#community, kind, member, device };
    const reach = this.#reachOf(log);
    for (const [at, item] of items.entries()) {
      if (from + at < reach) continue;
      if (!(item instanceof Uint8Array)) this.#entries += 1;
      // Its id is not asked for here, so any predecessor will do.
      const entry = item instanceof Uint8Array && readEntry(log, from + at, prev, item);
      if (entry !== false && entry.ok) this.#count(entry.value);
    }
    this.#reaches.set(logIdOf(log), Math.max(reach, from + items.length));
  }

  #reachOf(log: LogName): number {
    return this.#reaches.get(logIdOf(log)) ?? this.#replica.head(log).length;
  }

  #count(entry: Entry): void {
    this.#entries += 1;
    this.#name(entry);
    this.#tell(entry);
    const { content } = carriedBy(entry);
    // What a witness carries is somebody's entry again, not one more.
    if (content !== entry.content) return;
    if (content.type === 'transfer.propose') this.#hours += 1;
    if (content.type === 'transfer.confirm' || content.type === 'transfer.decline') {
      this.#answers += 1;
    }
    const isNew =
      content.type === 'member.admit' &&
      this.#replica.ledger.member(content.member) === null;
    if (isNew) this.#people.add(content.member);
  }

  #tell(entry: Entry): void {
    for (const { member } of certificatesOf(entry)) this.told.add(member);
    const { content } = carriedBy(entry);
    const isStatement =
      content.type === 'identity.set' || content.type === 'guardian.recover';
    if (isStatement) this.told.add(content.member);
  }

  #name(entry: Entry): void {
    for (const { device, member } of certificatesOf(entry)) {
      const members = this.certified.get(device) ?? new Set<MemberId>();
      this.certified.set(device, members.add(member));
    }
  }
}
