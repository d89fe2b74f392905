/**
 * Didac is a member, and his device runs another program: it opens links as everybody
 * does, through what the packages export, and then says what no honest device says. Ana
 * and Biel hear all of it and each other. What they hold does not change by one byte.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { concat, encode, fromHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { encodeTravelling, logIdOf, zeroId } from '@manyhands/ledger';
import { channelPair } from '@manyhands/mesh';
import type { Link } from '@manyhands/mesh';
import { canonicalUpdate, encodePage, numberOf } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import {
  Community,
  LogBuilder,
  confirmed,
  createCast,
  helped,
  profileOf,
  stateOf,
  yjsBytesOf,
} from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { Phone } from './testing/phones.ts';

const [ana, biel, carme, didac] = await createCast();

let community: Community;
let hers: Phone;
let his: Phone;
/** Didac's ends of his links to Ana and Biel. */
let lines: Link[] = [];
let before: unknown;

beforeEach(async () => {
  community = await Community.of(ana, [biel, didac]);
  const [a, b, d] = [ana, biel, didac].map((person) => community.ledgerOf(person));
  assert(a && b && d, 'three logs');
  for (let i = 0; i < 5; i++) await a.add(confirmed((await b.add(helped(ana, 30))).id));
  await d.add(helped(ana, 15));
  await community.boardOf(biel).add(profileOf(biel));
  await community.boardOf(biel).add(profileOf(biel, 1));
  hers = await openPhone(community, ana);
  his = await openPhone(community, biel);
  await link(hers, his);
  const evil = await openPhone(community, didac);
  lines = [await lineTo(evil, hers), await lineTo(evil, his)];
  before = await stateOf(hers);
  expect(await stateOf(his)).toEqual(before);
});
afterEach(closePhones);

async function lineTo(evil: Phone, honest: Phone): Promise<Link> {
  const [here, there] = channelPair();
  const [mine] = await Promise.all([
    evil.mesh.connectChannel(here, 'dialler'),
    honest.mesh.connectChannel(there, 'answerer'),
  ]);
  assert(mine.ok, 'a member is let in');
  mine.value.onmessage = null;
  return mine.value;
}

const message = (number: number, payload: Value): Uint8Array =>
  encode([number, payload]);
const news = (page: Uint8Array): Uint8Array => message(6, page);
const runs = (...of: Run[]): Uint8Array => news(encodePage({ evidence: [], runs: of }));

/** Says all of it to both, and waits until they have read it or hung up. */
async function attack(
  messages: readonly Uint8Array[] | (() => Iterable<Uint8Array>),
): Promise<void> {
  await Promise.all(
    lines.map(async (line) => {
      const answered = new Promise<void>((resolve) => {
        // The answer to an ask for nothing: what was said before it has been read.
        line.onmessage = ([, number]) => {
          if (number === 4) resolve();
        };
      });
      const all = typeof messages === 'function' ? messages() : messages;
      for (const each of all) if (line.isOpen) await line.send(each);
      if (line.isOpen) await line.send(message(3, []));
      await Promise.race([answered, line.ended]);
    }),
  );
}

/** Nothing has changed, and Ana and Biel go on as if nobody had spoken. */
async function unmoved(): Promise<void> {
  expect(await stateOf(hers)).toEqual(before);
  expect(await stateOf(his)).toEqual(before);
  const written = await hers.writer.append('ledger', helped(biel, 45));
  assert(written.ok, 'Ana writes');
  await vi.waitFor(() => expect(his.replica.entry(written.value.id)).not.toBeNull());
  expect(await stateOf(his)).toEqual(await stateOf(hers));
}

const isDropped = (): boolean[] => lines.map(({ isOpen }) => !isOpen);

const logOf = (person: typeof ana) => community.ledgerOf(person);
const numberOfBiel = () => numberOf(logIdOf(logOf(biel).log), 0);

/** What Yjs itself would be told: in the place of a page, of a message, of an answer. */
const asIfYjs = (update: Uint8Array): Uint8Array[][] => [
  [news(update)],
  [update],
  [message(4, [update, true])],
];

/** Each way by itself, for the first may end the link. */
async function tellYjs(update: Uint8Array): Promise<void> {
  for (const messages of asIfYjs(update)) {
    closePhones();
    await setUpAgain();
    await attack(messages);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  }
}

async function setUpAgain(): Promise<void> {
  hers = await openPhone(community, ana);
  his = await openPhone(community, biel);
  await link(hers, his);
  const evil = await openPhone(community, didac);
  lines = [await lineTo(evil, hers), await lineTo(evil, his)];
}

/** The honest document, in the hands of plain Yjs. */
async function theDocument(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await yjsBytesOf(hers));
  return doc;
}

describe('a hostile client changes nothing: Yjs bytes', () => {
  test('a forged clientID: as if Biel had written on', async () => {
    const doc = new Y.Doc();
    doc.clientID = numberOfBiel();
    doc.getArray('l/forged').push([new Uint8Array(200)]);
    await tellYjs(Y.encodeStateAsUpdate(doc));
  });

  test('a forged clock: other entries at places that are taken', async () => {
    const items = [new Uint8Array(170).fill(1), new Uint8Array(170).fill(2)];
    const root = 'l/forged';
    await tellYjs(canonicalUpdate([{ number: numberOfBiel(), root, from: 0, items }]));
  });

  test('deletes of all that Biel wrote', async () => {
    const doc = await theDocument();
    const state = Y.encodeStateVector(doc);
    for (const name of doc.share.keys()) {
      const list = doc.getArray(name);
      list.delete(0, list.length);
    }
    await tellYjs(Y.encodeStateAsUpdate(doc, state));
  });

  test('GC structs in place of everything', async () => {
    const doc = await theDocument();
    for (const name of doc.share.keys()) {
      const list = doc.getArray(name);
      list.delete(0, list.length);
    }
    await tellYjs(Y.encodeStateAsUpdate(doc));
  });

  test('skip structs: a hole that waits for ever', async () => {
    const doc = new Y.Doc();
    doc.clientID = numberOfBiel();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 3; i++) doc.getArray('l/forged').push([i]);
    const [first, , third] = updates;
    assert(first && third, 'three updates');
    await tellYjs(Y.mergeUpdates([first, third]));
  });

  test('pending bombs: sixteen bytes that announce 2^50 entries', async () => {
    const out = encoding.createEncoder();
    for (const number of [1, 1, numberOfBiel(), 2 ** 50, 8, 1]) {
      encoding.writeVarUint(out, number);
    }
    encoding.writeVarString(out, 'x');
    encoding.writeVarUint(out, 0);
    encoding.writeVarUint(out, 0);
    await tellYjs(encoding.toUint8Array(out));
  });

  test('awareness, and the other messages of y-webrtc', async () => {
    for (const bytes of [
      [1, 1, 0],
      [3],
      [4, 1, 1, 97],
      [0, 0, 1, 0],
      [0, 2, 2, 0, 0],
    ]) {
      await tellYjs(Uint8Array.from(bytes));
    }
  });
});

describe('a hostile client changes nothing: entries', () => {
  test('re-signed entries: Biel’s words under Didac’s signature', async () => {
    const log = new LogBuilder(community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries);
    await log.add(helped(carme, 1_000));
    await attack([runs(log.run(5))]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('re-signed entries: another at a place that is taken', async () => {
    const log = new LogBuilder(community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries.slice(0, 2));
    await log.add(helped(didac, 1_000));
    await attack([runs(log.run(2))]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('re-signed entries: a single one without its log', async () => {
    const log = new LogBuilder(community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries);
    const forged = await log.add(helped(didac, 1_000));
    await attack([
      news(encodePage({ evidence: [encodeTravelling(forged)], runs: [] })),
    ]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('entries with their own signature spoilt, which a later one covers', async () => {
    const run = logOf(biel).run();
    const items = run.items.map((item, i) =>
      i === 4 || !(item instanceof Uint8Array) ? item : item.with(-1, 0),
    );
    await attack([runs({ ...run, items })]);
    expect(isDropped()).toEqual([false, false]);
    await unmoved();
  });

  test('holes in Biel’s board that no erase explains', async () => {
    const run = community.boardOf(biel).run();
    const items = run.items.map(() => ({ bodyHash: '00'.repeat(32) }));
    await attack([runs({ ...run, items }), runs({ ...run, from: 1, items })]);
    await unmoved();
  });

  test('entries of the same people from another community', async () => {
    const elsewhere = await Community.of(ana, [biel, didac], { name: 'Another' });
    await elsewhere.ledgerOf(biel).add(helped(ana, 60));
    await attack([runs(elsewhere.ledgerOf(biel).run())]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('an out-of-order flood: his own entries, shuffled, without their beginning', async () => {
    const log = logOf(didac).branch(didac, 1);
    for (let i = 0; i < 400; i++) await log.add(helped(ana, 1));
    const pieces = Array.from({ length: 398 }, (_, i) => log.run(i + 2, i + 3));
    const order = pieces.map((_, i) => pieces[(i * 173) % pieces.length]);
    const flood = order.flatMap((piece) => (piece ? [piece] : []));
    await attack([...flood.map((piece) => runs(piece)), runs(...flood)]);
    expect(isDropped()).toEqual([false, false]);
    await unmoved();
  });

  test('runs that begin at the end of time, and after no entry of the log', async () => {
    const run = logOf(didac).run();
    await attack([
      runs({ ...run, from: 2 ** 20 }),
      runs({ ...run, from: 2 ** 20 - 1, prev: 'ab'.repeat(32) as EntryId }),
    ]);
    expect(isDropped()).toEqual([false, false]);
    await attack([runs({ ...run, prev: 'ab'.repeat(32) as EntryId })]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('200,000 fake clients', async () => {
    const run = logOf(didac).run();
    let name = 0;
    const fake = (): string => (name++).toString(16).padStart(64, '0');
    const page = (): Run[] =>
      Array.from({ length: 900 }, () => ({
        ...run,
        member: fake() as MemberId,
        device: fake() as DeviceKey,
        prev: zeroId,
      }));
    // Half of them to each of the two, and made when they are sent.
    function* crowd(): Generator<Uint8Array> {
      for (let left = 100_000; left > 0; left -= 900) yield runs(...page());
    }
    await attack(crowd);
    expect(name).toBeGreaterThan(2 * 200_000);
    expect(isDropped()).toEqual([false, false]);
    await unmoved();
  }, 180_000);
});

describe('a hostile client changes nothing: talk', () => {
  const name = new Uint8Array(16).fill(7);

  test('that he holds a million entries of everybody, and gives none', async () => {
    const heads = hers.replica
      .wireVector()
      .map(({ log }) => [fromHex(log), 2 ** 20, new Uint8Array(8)]);
    await attack([
      message(2, [...heads, [name, 2 ** 20, new Uint8Array(8)]]),
      message(
        7,
        heads.map(([log]) => [log ?? name, 2 ** 20]),
      ),
    ]);
    expect(isDropped()).toEqual([false, false]);
    await unmoved();
  });

  test('ids that are none, of every log', async () => {
    const ids = hers.replica.wireVector().map(({ log }) => {
      const places = Array.from({ length: 64 }, (_, i) => [i, new Uint8Array(32)]);
      return message(9, [fromHex(log), places]);
    });
    await attack([...ids, ...ids, ...ids]);
    expect(isDropped()).toEqual([false, false]);
    await unmoved();
  });

  test('an answer that nobody asked for', async () => {
    const page = encodePage({ evidence: [], runs: [logOf(didac).run()] });
    await attack([message(4, [page, true])]);
    expect(isDropped()).toEqual([true, true]);
    await unmoved();
  });

  test('bombs: depth, length, type, and a second spelling', async () => {
    for (const bomb of [
      new Uint8Array(200_000).fill(0x81),
      Uint8Array.of(0x82, 2, 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
      message(2, 'a vector'),
      concat(Uint8Array.of(0x82, 0x18, 5), Uint8Array.of(0x80)),
      message(
        3,
        Array.from({ length: 8_193 }, () => [name, 0, 1]),
      ),
    ]) {
      closePhones();
      await setUpAgain();
      await attack([bomb]);
      expect(isDropped()).toEqual([true, true]);
      await unmoved();
    }
  });
});

test('the hostile client has nothing but what the packages export', () => {
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const imported = [...own.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => path);
  // Test phones open replicas and meshes through the same exports.
  expect(new Set(imported)).toEqual(new Set(['./testing/phones.ts']));
});
