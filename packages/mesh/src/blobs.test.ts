/** [M15] Blobs: fetched from one neighbour after the other, and nobody is believed. */
import { afterEach, assert, expect, test, vi } from 'vitest';
import type { Hex, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { blobLimit } from '@manyhands/replica';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import { fetchesAtOnce, owedPieces, pieceLimit, piecesAMinute } from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Piece } from './messages.ts';
import { blobPatience } from './blobs.ts';
import type { BlobsHeld } from './blobs.ts';
import { turn } from './testing/ends.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

const [ana, biel, carme, didac] = await createCast();
const community = await TestCommunity.of(ana, [biel, carme, didac]);

const bytesOf = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * seed) % 251);
const longest = bytesOf(blobLimit);
const nameOf = (bytes: Uint8Array): Hex => toHex(sha256(bytes));

/** Somebody who has these blobs, and notes what they were asked for. */
async function phoneWith(
  person: CastMember,
  blobs: readonly Uint8Array[],
  timers = new ManualTimers(),
): Promise<MeshPhone & { readonly asked: Hex[] }> {
  const asked: Hex[] = [];
  const held: BlobsHeld = {
    get: (sha) => {
      asked.push(sha);
      return Promise.resolve(blobs.find((each) => nameOf(each) === sha) ?? null);
    },
  };
  return {
    ...(await openPhone(community, person, { blobs: held, timers })),
    asked,
  };
}

/** A member who answers wants as the test says, and knows nothing else. */
async function evil(
  honest: MeshPhone,
  person: CastMember,
  answer: (sha: Hex, from: number, line: Link) => Partial<Piece> | null,
): Promise<Link> {
  const phone = await openPhone(community, person);
  const [here, there] = channelPair();
  const [mine] = await Promise.all([
    phone.mesh.connectChannel(here, 'dialler'),
    honest.mesh.connectChannel(there, 'answerer'),
  ]);
  assert(mine.ok, 'a member is let in');
  const line = mine.value;
  line.onmessage = (bytes) => {
    const message = readMessage(bytes);
    if (!message.ok || message.value?.type !== 'want') return;
    const { sha, from } = message.value.payload;
    const piece = answer(sha, from, line);
    if (piece === null) return;
    const whole = { sha, from, of: 0, bytes: new Uint8Array(), ...piece };
    void line.send(encodeMessage('piece', whole));
  };
  return line;
}

test('the longest blob comes in five pieces, counted', async () => {
  const hers = await phoneWith(ana, []);
  const his = await phoneWith(biel, [longest]);
  await link(hers, his);
  const seen: number[] = [];
  const fetched = await hers.mesh.blobs.fetch(nameOf(longest), {
    onprogress: (bytes, of) => seen.push(bytes / of),
  });
  expect(fetched).toEqual({ ok: true, value: longest });
  expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});

test('one neighbour after the other is asked, the owner’s devices first', async () => {
  const hers = await phoneWith(ana, []);
  const his = await phoneWith(biel, []);
  const carmes = await phoneWith(carme, [longest]);
  for (const each of [his, carmes]) await link(hers, each);
  const fetch = (owner: MemberId) => hers.mesh.blobs.fetch(nameOf(longest), { owner });
  expect((await fetch(biel.member)).ok).toBe(true);
  expect(his.asked).toHaveLength(1);
  expect(carmes.asked).toHaveLength(5);
  expect((await fetch(carme.member)).ok).toBe(true);
  expect(his.asked).toHaveLength(1);
});

test('without anybody, and with nobody who has it, it says so', async () => {
  const hers = await phoneWith(ana, []);
  const fetch = () => hers.mesh.blobs.fetch(nameOf(longest));
  expect(await fetch()).toEqual({ ok: false, error: { type: 'NobodyThere' } });
  await link(hers, await phoneWith(biel, []));
  // An older app leaves the question alone; a phone without blobs answers.
  await link(hers, await openPhone(community, carme));
  expect(await fetch()).toEqual({ ok: false, error: { type: 'NobodyHasIt' } });
});

const other = bytesOf(blobLimit, 3);
const pieceOf = (whole: Uint8Array, from: number): Partial<Piece> => ({
  of: whole.length,
  bytes: whole.subarray(from, from + pieceLimit),
});
const lies: [string, (sha: Hex, from: number) => Partial<Piece>][] = [
  ['another blob', (_, from) => pieceOf(other, from)],
  ['a piece that is too short', () => ({ of: blobLimit, bytes: new Uint8Array(9) })],
  ['no bytes of some', () => ({ of: 9, bytes: new Uint8Array() })],
  ['more bytes than there are', () => ({ of: 9, bytes: new Uint8Array(10) })],
  ['another length', (_, from) => ({ ...pieceOf(longest, from), of: 99_999 - from })],
  ['a piece of another', () => ({ sha: nameOf(other), ...pieceOf(other, 0) })],
  ['a piece from elsewhere', () => ({ from: 5, ...pieceOf(longest, 5) })],
];

test.each(lies)(
  '[replica/R8] %s costs the link; the next one gives it',
  async (_, lie) => {
    const hers = await phoneWith(ana, []);
    const line = await evil(hers, didac, lie);
    const his = await phoneWith(biel, [longest]);
    await link(hers, his);
    const fetched = await hers.mesh.blobs.fetch(nameOf(longest), {
      owner: didac.member,
    });
    expect(fetched).toEqual({ ok: true, value: longest });
    await line.ended;
    expect(hers.mesh.peers().map(({ member }) => member)).toEqual([biel.member]);
  },
);

test('[replica/R8] a piece that nobody asked for, and one that is too long, cost the link', async () => {
  const hers = await phoneWith(ana, []);
  const unasked = await evil(hers, didac, () => null);
  const piece = { sha: nameOf(longest), from: 0, of: 0, bytes: new Uint8Array() };
  await unasked.send(encodeMessage('piece', piece));
  await unasked.ended;
});

test('[pieceLimit] a piece has so many bytes, of no more than a blob has', () => {
  const isRead = (length: number, of = blobLimit) => {
    const bytes = new Uint8Array(length);
    const piece = { sha: nameOf(bytes), from: 0, of, bytes };
    return readMessage(encodeMessage('piece', piece)).ok;
  };
  expect([isRead(pieceLimit), isRead(pieceLimit + 1)]).toEqual([true, false]);
  expect(isRead(pieceLimit, blobLimit + 1)).toBe(false);
});

test('who is silent is passed over in time; a late answer is no offence', async () => {
  const timers = new ManualTimers();
  const hers = await phoneWith(ana, [], timers);
  let late: (() => void) | null = null;
  const line = await evil(hers, didac, (sha, from, own) => {
    const piece = { sha, from, of: 0, bytes: new Uint8Array() };
    late = () => void own.send(encodeMessage('piece', piece));
    return null;
  });
  const his = await phoneWith(biel, [longest], timers);
  await link(hers, his);
  const fetching = hers.mesh.blobs.fetch(nameOf(longest), { owner: didac.member });
  await vi.waitFor(() => expect(late).not.toBeNull());
  // In steps, so that the links hear that the others are alive.
  for (let past = 0; past < blobPatience - 1_000; past += 1_000) {
    timers.pass(1_000);
    await turn();
  }
  expect(his.asked).toEqual([]);
  timers.pass(1_000);
  expect((await fetching).ok).toBe(true);
  (late as (() => void) | null)?.();
  await turn();
  expect(line.isOpen).toBe(true);
});

test('it is stopped at once, and what comes afterwards is no offence', async () => {
  const hers = await phoneWith(ana, []);
  const stop = new AbortController();
  const line = await evil(hers, didac, (_, from) => {
    if (from > 0) stop.abort();
    return pieceOf(longest, from);
  });
  const fetched = hers.mesh.blobs.fetch(nameOf(longest), { signal: stop.signal });
  expect(await fetched).toEqual({ ok: false, error: { type: 'Stopped' } });
  await turn();
  expect(line.isOpen).toBe(true);
});

test('a link that is lost in the middle: the next one gives all of it', async () => {
  const hers = await phoneWith(ana, []);
  await evil(hers, didac, (_, from, line) => {
    if (from > 0) line.close();
    return from > 0 ? null : pieceOf(longest, from);
  });
  await link(hers, await phoneWith(biel, [longest]));
  const owner = didac.member;
  const fetched = await hers.mesh.blobs.fetch(nameOf(longest), { owner });
  expect(fetched).toEqual({ ok: true, value: longest });
});

test('[piecesAMinute] so many are given to one neighbour, and none more', async () => {
  const timers = new ManualTimers();
  const hers = await phoneWith(ana, [bytesOf(100)], timers);
  const line = await evil(hers, didac, () => null);
  const given: number[] = [];
  line.onmessage = (bytes) => {
    const message = readMessage(bytes);
    if (!message.ok || message.value?.type !== 'piece') return;
    given.push(message.value.payload.of);
  };
  const want = encodeMessage('want', { sha: nameOf(bytesOf(100)), from: 0 });
  for (let i = 0; i <= piecesAMinute; i += 1) await line.send(want);
  await vi.waitFor(() => {
    timers.pass(1); // the others have had their turn
    expect(given).toHaveLength(piecesAMinute + 1);
  });
  expect(given.filter((of) => of === 100)).toHaveLength(piecesAMinute);
  expect(given.at(-1)).toBe(0);
  timers.sleep(60_000);
  await line.send(want);
  await vi.waitFor(() => expect(given.at(-1)).toBe(100));
  expect(line.isOpen).toBe(true);
});

test('[owedPieces] who owes so many answers is asked for no more', async () => {
  const hers = await phoneWith(ana, []);
  const wanted: Hex[] = [];
  await evil(hers, didac, (sha) => {
    wanted.push(sha);
    return null;
  });
  for (let i = 0; i <= owedPieces; i += 1) {
    const stop = new AbortController();
    const sha = nameOf(bytesOf(10, i + 2));
    const fetching = hers.mesh.blobs.fetch(sha, { signal: stop.signal });
    const isAsked = i < owedPieces;
    if (isAsked) await vi.waitFor(() => expect(wanted).toContain(sha));
    if (isAsked) stop.abort();
    const type = isAsked ? 'Stopped' : 'NobodyHasIt';
    expect(await fetching).toMatchObject({ error: { type } });
  }
  expect(wanted).toHaveLength(owedPieces);
});

test('[fetchesAtOnce] so many are fetched at once; the next waits its turn', async () => {
  const hers = await phoneWith(ana, []);
  const wanted = new Map<Hex, Link>();
  await evil(hers, didac, (sha, _, line) => {
    wanted.set(sha, line);
    return null;
  });
  const blobs = Array.from({ length: fetchesAtOnce + 1 }, (_, i) => bytesOf(10, i + 2));
  const fetching = blobs.map((each) => hers.mesh.blobs.fetch(nameOf(each)));
  await vi.waitFor(() => expect(wanted.size).toBe(fetchesAtOnce));
  await turn();
  expect(wanted.size).toBe(fetchesAtOnce);
  const give = (each: Uint8Array) => {
    const [sha, of] = [nameOf(each), each.length];
    void wanted
      .get(sha)
      ?.send(encodeMessage('piece', { sha, from: 0, of, bytes: each }));
  };
  const [first] = blobs;
  assert(first);
  give(first);
  await vi.waitFor(() => expect(wanted.size).toBe(blobs.length));
  for (const each of blobs.slice(1)) give(each);
  for (const each of fetching) expect((await each).ok).toBe(true);
});
