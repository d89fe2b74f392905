/**
 * The blobs of one community on one device, and which of them stay.
 *
 * 1. A blob is what its name says: what does not hash to it is not kept, and what a disk
 *    gives back otherwise is thrown away.
 * 2. It stays while a listing, a profile or an account’s card that stands names it (A14). Erased or replaced, its blob
 *    goes from this disk, also when the app was closed in between.
 * 3. All of them have at most `blobStoreLimit` bytes; beyond that the oldest go. Those that this
 *    device's member names stay: nobody else may have them.
 * 4. The last of one's own that went so is remembered while the page is open, for an undo:
 *    in memory, on no disk.
 * 5. One that was just made and stands in no listing yet stays until the page goes.
 */
import { err, ok, SerialQueue } from '@manyhands/base';
import type { Hex, MemberId, MinuteOfTime, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { blobStoreLimit, fetchedOfOneAuthor, blobCost, blobLimit } from './limits.ts';
import type { BlobRow, Blobs } from './blobs.ts';
import type { StoreFault } from './store.ts';
import type { Replica } from './types.ts';

export interface BlobStoreOptions {
  readonly replica: Pick<Replica, 'board' | 'subscribe' | 'faults'>;
  readonly blobs: Blobs;
  /** Whose device this is. */
  readonly own: MemberId;
  /** Any clock that goes on from one page to the next. */
  readonly now: () => number;
}

export type KeepRefused =
  | StoreFault
  /** Longer than any blob may be. */
  | { readonly type: 'TooLarge' };

/** A blob that is named and that this device does not have. */
export interface Lacking {
  readonly sha: Hex;
  /** Who has it, if anybody: the member who names it. */
  readonly owner: MemberId;
}

/** A blob that an entry names, and since when. */
interface Named extends Lacking {
  readonly time: MinuteOfTime;
}

export class BlobStore {
  readonly #options: BlobStoreOptions;
  /** Made here, and not named yet. */
  readonly #begun = new Set<Hex>();
  readonly #end: () => void;
  /** One after the other: what is erased while something is fetched is not kept. */
  readonly #queue = new SerialQueue();
  /** Many changes may come while one is answered: one run answers for all. */
  readonly #tidyOnce = this.#queue.coalesce(() => this.#tidy());
  #version: number;
  #namedBefore: ReadonlyMap<Hex, boolean> = new Map();
  #lastGone: { readonly sha: Hex; readonly bytes: Uint8Array } | null = null;

  constructor(options: BlobStoreOptions) {
    this.#options = options;
    const { replica } = options;
    this.#version = replica.board.version;
    this.#end = replica.subscribe(() => {
      if (replica.board.version === this.#version) return;
      this.#version = replica.board.version;
      void this.#tidyOnce();
    });
    void this.#tidyOnce();
  }

  /** The blob, if it is here and whole. */
  async get(sha: Hex): Promise<Uint8Array | null> {
    const { blobs } = this.#options;
    const found = await blobs.get(sha);
    if (!found.ok || found.value === null) return null;
    if (nameOf(found.value) === sha) return found.value;
    await blobs.delete([sha]);
    return null;
  }

  /** Keeps a blob that was made here, for an entry that is about to name it. */
  async begin(bytes: Uint8Array): Promise<Result<Hex, KeepRefused>> {
    if (bytes.length > blobLimit) return err({ type: 'TooLarge' });
    const sha = nameOf(bytes);
    this.#begun.add(sha);
    const kept = await this.#queue.run(() => this.#put(sha, bytes));
    if (!kept.ok) this.#begun.delete(sha);
    return kept.ok ? ok(sha) : kept;
  }

  /** A blob that was begun will be named by nothing. */
  letGo(sha: Hex): Promise<Result<void, StoreFault>> {
    this.#begun.delete(sha);
    return this.#queue.run(() => this.#tidy());
  }

  /** Keeps what was fetched, unless nothing names it any more. */
  take(sha: Hex, bytes: Uint8Array): Promise<Result<void, StoreFault>> {
    return this.#queue.run(async () => {
      const isIt = bytes.length <= blobLimit && nameOf(bytes) === sha;
      if (!isIt || !this.#named().has(sha)) return ok(undefined);
      const kept = await this.#put(sha, bytes);
      return kept.ok ? this.#tidy() : kept;
    });
  }

  /**
   * What is named and not here, for whoever keeps blobs for the others: of each member the
   * portrait and the newest few, so that nobody fills the blob store by themself (A15).
   */
  async lacking(): Promise<Lacking[]> {
    const held = await this.#options.blobs.list();
    if (!held.ok) return [];
    const here = new Set(held.value.map(({ sha }) => sha));
    const counts = new Map<MemberId, number>();
    const lacking: Lacking[] = [];
    const newestFirst = this.#pictures().toSorted((a, b) => b.time - a.time);
    for (const { sha, owner } of [...this.#portraits(), ...newestFirst]) {
      const count = (counts.get(owner) ?? 0) + 1;
      counts.set(owner, count);
      if (count > fetchedOfOneAuthor || here.has(sha)) continue;
      lacking.push({ sha, owner });
    }
    return lacking;
  }

  /** Resolves once the disk is as the board so far wants it. */
  async settled(): Promise<void> {
    await this.#queue.idle();
  }

  async close(): Promise<void> {
    this.#end();
    await this.#queue.idle();
    await this.#options.blobs.close();
  }

  #put(sha: Hex, bytes: Uint8Array): Promise<Result<void, StoreFault>> {
    const { blobs, now } = this.#options;
    return blobs.put({ sha, at: now() }, bytes);
  }

  async #tidy(): Promise<Result<void, StoreFault>> {
    const { blobs, replica } = this.#options;
    // A damaged copy of the record may lack what stands; the next opening knows.
    if (replica.faults().length > 0) return ok(undefined);
    const named = this.#named();
    const undone = this.#lastGone;
    if (undone && named.has(undone.sha)) {
      const kept = await this.#put(undone.sha, undone.bytes);
      if (!kept.ok) return kept;
      this.#lastGone = null;
    }
    const held = await blobs.list();
    if (!held.ok) return held;
    const stays = ({ sha }: BlobRow) => named.has(sha) || this.#begun.has(sha);
    const gone = held.value.filter((row) => !stays(row)).map(({ sha }) => sha);
    await this.#remember(gone.findLast((sha) => this.#namedBefore.get(sha) === true));
    this.#namedBefore = named;
    const left = held.value.filter(stays);
    let bytes = left.reduce((sum, row) => sum + costOf(row), 0);
    for (const row of left) {
      if (bytes <= blobStoreLimit) break;
      if (named.get(row.sha) === true || this.#begun.has(row.sha)) continue;
      gone.push(row.sha);
      bytes -= costOf(row);
    }
    return gone.length === 0 ? ok(undefined) : blobs.delete(gone);
  }

  async #remember(sha: Hex | undefined): Promise<void> {
    const bytes = sha === undefined ? null : await this.get(sha);
    if (sha !== undefined && bytes) this.#lastGone = { sha, bytes };
  }

  /** The blobs that are named, and whether this device's member does. */
  #named(): Map<Hex, boolean> {
    const { own } = this.#options;
    const named = new Map<Hex, boolean>();
    for (const { sha, owner } of [...this.#portraits(), ...this.#pictures()]) {
      named.set(sha, named.get(sha) === true || owner === own);
      this.#begun.delete(sha);
    }
    return named;
  }

  #portraits(): Named[] {
    const profiles = this.#options.replica.board.profiles();
    return profiles.flatMap(({ member: owner, profile: { blob }, entry }) =>
      blob === null ? [] : [{ sha: blob, owner, time: entry.time }],
    );
  }

  #pictures(): Named[] {
    const { board } = this.#options.replica;
    const listings = board
      .listings()
      .map((posted) => ({ ...posted, ...posted.listing }));
    const cards = board.accountCards().map((shown) => ({ ...shown, ...shown.card }));
    return [...listings, ...cards].flatMap(({ member: owner, photo, entry }) =>
      photo === null ? [] : [{ sha: photo.sha, owner, time: entry.time }],
    );
  }
}

/** What a blob is called: the hash of all its bytes. */
const nameOf = (bytes: Uint8Array): Hex => toHex(sha256(bytes));

/** What keeping it costs a disk. */
const costOf = ({ bytes }: BlobRow): number => Math.max(bytes, blobCost);
