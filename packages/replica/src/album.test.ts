import { assert, beforeEach, expect, test } from 'vitest';
import type { Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { createMemoryPictures, openMemoryPictures } from '@manyhands/testing';
import type { MemoryPictures } from '@manyhands/testing';
import { Album } from './album.ts';
import { albumLimit, fetchedOfOneAuthor, pictureCost, pictureLimit } from './limits.ts';
import type { Change, ReplicaFault } from './types.ts';

const [ana, biel] = ['a', 'b'].map((digit) => digit.repeat(64) as MemberId) as [
  MemberId,
  MemberId,
];
const picture = (seed: number, bytes = 10): Uint8Array => {
  const made = new Uint8Array(bytes);
  made.set([seed % 256, Math.floor(seed / 256)]);
  return made;
};
const nameOf = (bytes: Uint8Array): Hex => toHex(sha256(bytes));

/** A board on which pictures are named and erased by hand. */
class Wall {
  readonly #named: { member: MemberId; sha: Hex; time: number }[] = [];
  #listener: () => void = () => undefined;
  readonly board = {
    version: 0,
    listings: () =>
      this.#named.map(({ member, sha, time }) => ({
        member,
        listing: { photo: { sha, thumb: picture(0) } },
        entry: { time },
      })),
  };
  readonly problems: ReplicaFault[] = [];
  faults = () => this.problems;
  subscribe = (listener: (change: Change) => void) => {
    this.#listener = () =>
      listener({
        ...{ added: [], gone: [], mended: [], source: { type: 'message' } },
        ...{ grown: new Map(), hasOtherGaps: false },
      });
    return () => (this.#listener = () => undefined);
  };
  name(member: MemberId, bytes: Uint8Array): Hex {
    const sha = nameOf(bytes);
    this.#named.push({ member, sha, time: this.#named.length });
    this.#change();
    return sha;
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
let disk: MemoryPictures;
let minute: number;

const open = (): Album =>
  new Album({
    replica: wall as never,
    pictures: openMemoryPictures(disk),
    own: ana,
    now: () => minute++,
  });
const held = (): Hex[] => [...disk.rows.keys()];

beforeEach(() => {
  wall = new Wall();
  disk = createMemoryPictures();
  minute = 0;
});

test('[A14] a picture goes with the listing that named it, at once', async () => {
  const album = open();
  const begun = await album.begin(picture(1));
  assert(begun.ok);
  const sha = wall.name(ana, picture(1));
  expect(begun.value).toBe(sha);
  await album.settled();
  expect(await album.get(sha)).toEqual(picture(1));
  wall.erase(sha);
  await album.settled();
  expect(held()).toEqual([]);
  expect(await album.get(sha)).toBeNull();
});

test('[A14] what was erased while the app was closed goes when it opens', async () => {
  const album = open();
  const sha = wall.name(biel, picture(1));
  expect((await album.take(sha, picture(1))).ok).toBe(true);
  await album.close();
  wall.erase(sha);
  expect(held()).toEqual([sha]);
  await open().settled();
  expect(held()).toEqual([]);
});

test('[A14] a damaged copy of the record throws no picture away', async () => {
  const album = open();
  const sha = wall.name(ana, picture(1));
  await album.take(sha, picture(1));
  wall.problems.push({ type: 'Mended', kept: 3, lost: 1 });
  wall.erase(sha);
  await album.settled();
  expect(held()).toEqual([sha]);
});

test('[P9] what does not hash to its name is not kept, nor given back', async () => {
  const album = open();
  const sha = wall.name(biel, picture(1));
  await album.take(sha, picture(2));
  expect(held()).toEqual([]);
  await album.take(sha, picture(1));
  disk.rows.set(sha, { row: { sha, at: 1, bytes: 10 }, bytes: picture(2) });
  expect(await album.get(sha)).toBeNull();
  expect(held()).toEqual([]);
});

test('what no listing names, or names no more, is not kept', async () => {
  const album = open();
  await album.take(nameOf(picture(1)), picture(1));
  expect(held()).toEqual([]);
  expect(minute).toBe(0); // and never was
  const sha = wall.name(biel, picture(2));
  const taking = album.take(sha, picture(2));
  wall.erase(sha);
  await taking;
  await album.settled();
  expect(held()).toEqual([]);
});

test('what was begun stays until its listing is there, or it is let go', async () => {
  const album = open();
  for (const seed of [1, 2]) await album.begin(picture(seed));
  wall.name(biel, picture(3));
  await album.settled();
  expect(held()).toHaveLength(2);
  await album.letGo(nameOf(picture(2)));
  expect(held()).toEqual([nameOf(picture(1))]);
  // It stands in a listing, which is erased: it is not begun for ever.
  const sha = wall.name(ana, picture(1));
  await album.settled();
  wall.erase(sha);
  await album.settled();
  expect(held()).toEqual([]);
});

test('what I took down and hang up again has its picture; what others did has not', async () => {
  const album = open();
  for (const [member, seed] of [
    [ana, 1],
    [biel, 2],
  ] as const) {
    const sha = wall.name(member, picture(seed));
    await album.take(sha, picture(seed));
    wall.erase(sha);
    await album.settled();
    expect(held()).toEqual([]);
    wall.name(member, picture(seed));
    await album.settled();
    expect(held()).toEqual(member === ana ? [sha] : []);
    wall.erase(sha);
    await album.settled();
    // On the disk is nothing, though the page could bring it back.
    expect(held()).toEqual([]);
  }
});

test('[pictureLimit] a picture that long is kept, and none that is longer', async () => {
  const album = open();
  for (const bytes of [pictureLimit, pictureLimit + 1]) {
    const sha = wall.name(biel, picture(bytes, bytes));
    await album.take(sha, picture(bytes, bytes));
    expect(held().includes(sha)).toBe(bytes === pictureLimit);
  }
  expect((await album.begin(picture(7, pictureLimit))).ok).toBe(true);
  expect(await album.begin(picture(7, pictureLimit + 1))).toMatchObject({
    error: { type: 'TooLarge' },
  });
});

test('[albumLimit] beyond it the oldest go, and one’s own stay', async () => {
  const album = open();
  const most = albumLimit / pictureLimit;
  const own = wall.name(ana, picture(0, pictureLimit));
  await album.take(own, picture(0, pictureLimit));
  for (let seed = 1; seed < most; seed += 1) {
    const sha = wall.name(biel, picture(seed, pictureLimit));
    await album.take(sha, picture(seed, pictureLimit));
  }
  expect(held()).toHaveLength(most);
  const last = wall.name(biel, picture(9_999, 100));
  await album.take(last, picture(9_999, 100));
  expect(held()).toHaveLength(most);
  expect(held()).toContain(own);
  expect(held()).toContain(last);
  expect(held()).not.toContain(nameOf(picture(1, pictureLimit)));
});

test('[pictureCost] the shortest count as that much', async () => {
  const album = open();
  const many = albumLimit / pictureCost;
  const rows = Array.from({ length: many }, (_, seed) => picture(seed));
  for (const [at, bytes] of rows.entries()) {
    const sha = nameOf(bytes);
    disk.rows.set(sha, { row: { sha, at: at - many, bytes: bytes.length }, bytes });
    wall.name(biel, bytes);
  }
  await album.settled();
  expect(held()).toHaveLength(many);
  const one = wall.name(biel, picture(many));
  await album.take(one, picture(many));
  expect(held()).toHaveLength(many);
  expect(held()).not.toContain(nameOf(picture(0)));
});

test('[fetchedOfOneAuthor] of each member the newest few are fetched unasked', async () => {
  const album = open();
  for (let seed = 0; seed < fetchedOfOneAuthor + 5; seed += 1)
    wall.name(biel, picture(seed));
  const anas = wall.name(ana, picture(999));
  const lacking = await album.lacking();
  expect(lacking).toHaveLength(fetchedOfOneAuthor + 1);
  expect(lacking[0]).toEqual({ sha: anas, owner: ana });
  expect(lacking.map(({ sha }) => sha)).not.toContain(nameOf(picture(4)));
  const [, newest] = lacking;
  assert(newest);
  await album.take(newest.sha, picture(fetchedOfOneAuthor + 4));
  expect(await album.lacking()).toHaveLength(fetchedOfOneAuthor);
});
