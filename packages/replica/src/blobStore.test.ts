import { assert, beforeEach, expect, test } from 'vitest';
import type { Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { createMemoryBlobs, openMemoryBlobs } from '@manyhands/testing';
import type { MemoryBlobs } from '@manyhands/testing';
import { BlobStore } from './blobStore.ts';
import { blobStoreLimit, fetchedOfOneAuthor, blobCost, blobLimit } from './limits.ts';
import type { Change, ReplicaFault } from './types.ts';

const [ana, biel] = ['a', 'b'].map((digit) => digit.repeat(64) as MemberId) as [
  MemberId,
  MemberId,
];
const blob = (seed: number, bytes = 10): Uint8Array => {
  const made = new Uint8Array(bytes);
  made.set([seed % 256, Math.floor(seed / 256)]);
  return made;
};
const nameOf = (bytes: Uint8Array): Hex => toHex(sha256(bytes));

/** A board on which blobs are named and erased by hand. */
class Wall {
  readonly #named: { member: MemberId; sha: Hex; time: number }[] = [];
  #portraits: { member: MemberId; sha: Hex | null; time: number }[] = [];
  #cards: { member: MemberId; sha: Hex | null; time: number }[] = [];
  #listener: () => void = () => undefined;
  readonly board = {
    version: 0,
    profiles: () =>
      this.#portraits.map(({ member, sha, time }) => ({
        member,
        profile: { blob: sha },
        entry: { time },
      })),
    listings: () =>
      this.#named.map(({ member, sha, time }) => ({
        member,
        listing: { photo: { sha, thumb: blob(0) } },
        entry: { time },
      })),
    accountCards: () =>
      this.#cards.map(({ member, sha, time }) => ({
        member,
        card: { photo: sha && { sha, thumb: blob(0) } },
        entry: { time },
      })),
  };
  readonly problems: ReplicaFault[] = [];
  faults = () => this.problems;
  subscribe = (listener: (change: Change) => void) => {
    this.#listener = () =>
      listener({
        added: [],
        gone: [],
        mended: [],
        source: { type: 'message' },
        grown: new Map(),
        hasOtherGaps: false,
      });
    return () => (this.#listener = () => undefined);
  };
  name(member: MemberId, bytes: Uint8Array): Hex {
    const sha = nameOf(bytes);
    this.#named.push({ member, sha, time: this.#named.length });
    this.#change();
    return sha;
  }
  /** `null`: a profile without a portrait. */
  portray(member: MemberId, bytes: Uint8Array | null): void {
    const others = this.#portraits.filter((each) => each.member !== member);
    const sha = bytes && nameOf(bytes);
    this.#portraits = [...others, { member, sha, time: 0 }];
    this.#change();
  }
  /** The same of the one account's card. */
  showAccount(member: MemberId, bytes: Uint8Array | null): void {
    this.#cards = [{ member, sha: bytes && nameOf(bytes), time: 0 }];
    this.#change();
  }
  erase(sha: Hex): void {
    const at = this.#named.findIndex((each) => each.sha === sha);
    this.#named.splice(at, 1);
    this.#change();
  }
  #change(): void {
    this.board.version += 1;
    this.#listener();
  }
}

let wall: Wall;
let disk: MemoryBlobs;
let minute: number;

const open = (): BlobStore =>
  new BlobStore({
    replica: wall as never,
    blobs: openMemoryBlobs(disk),
    own: ana,
    now: () => minute++,
  });
const held = (): Hex[] => [...disk.rows.keys()];

beforeEach(() => {
  wall = new Wall();
  disk = createMemoryBlobs();
  minute = 0;
});

test('[A14] a blob goes with the listing that named it, at once', async () => {
  const blobStore = open();
  const begun = await blobStore.begin(blob(1));
  assert(begun.ok);
  const sha = wall.name(ana, blob(1));
  expect(begun.value).toBe(sha);
  await blobStore.settled();
  expect(await blobStore.get(sha)).toEqual(blob(1));
  wall.erase(sha);
  await blobStore.settled();
  expect(held()).toEqual([]);
  expect(await blobStore.get(sha)).toBeNull();
});

test('[A14] what was erased while the app was closed goes when it opens', async () => {
  const blobStore = open();
  const sha = wall.name(biel, blob(1));
  expect((await blobStore.take(sha, blob(1))).ok).toBe(true);
  await blobStore.close();
  wall.erase(sha);
  expect(held()).toEqual([sha]);
  await open().settled();
  expect(held()).toEqual([]);
});

test('[A14] a damaged copy of the record throws no blob away', async () => {
  const blobStore = open();
  const sha = wall.name(ana, blob(1));
  await blobStore.take(sha, blob(1));
  wall.problems.push({ type: 'Mended', kept: 3, lost: 1 });
  wall.erase(sha);
  await blobStore.settled();
  expect(held()).toEqual([sha]);
});

test('[P9] what does not hash to its name is not kept, nor given back', async () => {
  const blobStore = open();
  const sha = wall.name(biel, blob(1));
  await blobStore.take(sha, blob(2));
  expect(held()).toEqual([]);
  await blobStore.take(sha, blob(1));
  disk.rows.set(sha, { row: { sha, at: 1, bytes: 10 }, bytes: blob(2) });
  expect(await blobStore.get(sha)).toBeNull();
  expect(held()).toEqual([]);
});

test('what no listing names, or names no more, is not kept', async () => {
  const blobStore = open();
  await blobStore.take(nameOf(blob(1)), blob(1));
  expect(held()).toEqual([]);
  expect(minute).toBe(0); // and never was
  const sha = wall.name(biel, blob(2));
  const taking = blobStore.take(sha, blob(2));
  wall.erase(sha);
  await taking;
  await blobStore.settled();
  expect(held()).toEqual([]);
});

test('what was begun stays until its listing is there, or it is let go', async () => {
  const blobStore = open();
  for (const seed of [1, 2]) await blobStore.begin(blob(seed));
  wall.name(biel, blob(3));
  await blobStore.settled();
  expect(held()).toHaveLength(2);
  await blobStore.letGo(nameOf(blob(2)));
  expect(held()).toEqual([nameOf(blob(1))]);
  // It stands in a listing, which is erased: it is not begun for ever.
  const sha = wall.name(ana, blob(1));
  await blobStore.settled();
  wall.erase(sha);
  await blobStore.settled();
  expect(held()).toEqual([]);
});

test('what I took down and hang up again has its blob; what others did has not', async () => {
  const blobStore = open();
  for (const [member, seed] of [
    [ana, 1],
    [biel, 2],
  ] as const) {
    const sha = wall.name(member, blob(seed));
    await blobStore.take(sha, blob(seed));
    wall.erase(sha);
    await blobStore.settled();
    expect(held()).toEqual([]);
    wall.name(member, blob(seed));
    await blobStore.settled();
    expect(held()).toEqual(member === ana ? [sha] : []);
    wall.erase(sha);
    await blobStore.settled();
    // On the disk is nothing, though the page could bring it back.
    expect(held()).toEqual([]);
  }
});

test('[blobLimit] a blob that long is kept, and none that is longer', async () => {
  const blobStore = open();
  for (const bytes of [blobLimit, blobLimit + 1]) {
    const sha = wall.name(biel, blob(bytes, bytes));
    await blobStore.take(sha, blob(bytes, bytes));
    expect(held().includes(sha)).toBe(bytes === blobLimit);
  }
  expect((await blobStore.begin(blob(7, blobLimit))).ok).toBe(true);
  expect(await blobStore.begin(blob(7, blobLimit + 1))).toMatchObject({
    error: { type: 'TooLarge' },
  });
});

test('[blobStoreLimit] beyond it the oldest go, and one’s own stay', async () => {
  const blobStore = open();
  const most = blobStoreLimit / blobLimit;
  const own = wall.name(ana, blob(0, blobLimit));
  await blobStore.take(own, blob(0, blobLimit));
  for (let seed = 1; seed < most; seed += 1) {
    const sha = wall.name(biel, blob(seed, blobLimit));
    await blobStore.take(sha, blob(seed, blobLimit));
  }
  expect(held()).toHaveLength(most);
  const last = wall.name(biel, blob(9_999, 100));
  await blobStore.take(last, blob(9_999, 100));
  expect(held()).toHaveLength(most);
  expect(held()).toContain(own);
  expect(held()).toContain(last);
  expect(held()).not.toContain(nameOf(blob(1, blobLimit)));
});

test('[blobCost] the shortest count as that much', async () => {
  const blobStore = open();
  const many = blobStoreLimit / blobCost;
  const rows = Array.from({ length: many }, (_, seed) => blob(seed));
  for (const [at, bytes] of rows.entries()) {
    const sha = nameOf(bytes);
    disk.rows.set(sha, { row: { sha, at: at - many, bytes: bytes.length }, bytes });
    wall.name(biel, bytes);
  }
  await blobStore.settled();
  expect(held()).toHaveLength(many);
  const one = wall.name(biel, blob(many));
  await blobStore.take(one, blob(many));
  expect(held()).toHaveLength(many);
  expect(held()).not.toContain(nameOf(blob(0)));
});

test('[fetchedOfOneAuthor] of each member the newest few are fetched unasked', async () => {
  const blobStore = open();
  for (let seed = 0; seed < fetchedOfOneAuthor + 5; seed += 1)
    wall.name(biel, blob(seed));
  const anas = wall.name(ana, blob(999));
  const lacking = await blobStore.lacking();
  expect(lacking).toHaveLength(fetchedOfOneAuthor + 1);
  expect(lacking[0]).toEqual({ sha: anas, owner: ana });
  expect(lacking.map(({ sha }) => sha)).not.toContain(nameOf(blob(4)));
  const [, newest] = lacking;
  assert(newest);
  await blobStore.take(newest.sha, blob(fetchedOfOneAuthor + 4));
  expect(await blobStore.lacking()).toHaveLength(fetchedOfOneAuthor);
});

test('[A14] [P9] a portrait stays while its profile names it', async () => {
  const blobStore = open();
  const made = await blobStore.begin(blob(1));
  assert(made.ok);
  wall.portray(ana, blob(1));
  wall.portray(biel, blob(2));
  await blobStore.take(nameOf(blob(2)), blob(2));
  await blobStore.settled();
  expect(held()).toEqual([nameOf(blob(1)), nameOf(blob(2))]);

  wall.portray(biel, null);
  wall.portray(ana, blob(3));
  await blobStore.settled();
  expect(held()).toEqual([]);
  expect(await blobStore.lacking()).toEqual([{ sha: nameOf(blob(3)), owner: ana }]);
});

test('[A14] [P9] the picture of an account stays while its card names it', async () => {
  const blobStore = open();
  wall.showAccount(biel, blob(1));
  expect(await blobStore.lacking()).toEqual([{ sha: nameOf(blob(1)), owner: biel }]);
  await blobStore.take(nameOf(blob(1)), blob(1));
  await blobStore.settled();
  expect(held()).toEqual([nameOf(blob(1))]);
  wall.showAccount(biel, null);
  await blobStore.settled();
  expect(held()).toEqual([]);
});

test('[fetchedOfOneAuthor] a portrait is fetched before all cards of its member', async () => {
  const blobStore = open();
  wall.portray(biel, blob(999));
  for (let seed = 0; seed < fetchedOfOneAuthor; seed += 1) wall.name(biel, blob(seed));
  const lacking = await blobStore.lacking();
  expect(lacking).toHaveLength(fetchedOfOneAuthor);
  expect(lacking[0]).toEqual({ sha: nameOf(blob(999)), owner: biel });
});
