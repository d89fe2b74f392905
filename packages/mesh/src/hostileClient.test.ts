/**
 * Didac is a member, and his device runs another program: it opens links as everybody
 * does, through what the packages export, and then says what no honest device says. Ana
 * and Biel hear all of it and each other. What they hold does not change by one byte.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { concat, fromHex } from '@manyhands/codec';
import { encodeTravelling, logIdOf, zeroId } from '@manyhands/ledger';
import { canonicalUpdate, encodePage, numberOf } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import {
  TestCommunity,
  LogBuilder,
  helped,
  yjsBytesOf,
  sized,
} from '@manyhands/testing';
import {
  HostileDevice,
  ana,
  biel,
  carme,
  didac,
  message,
} from './testing/hostileDevice.ts';
import { closePhones } from './testing/phones.ts';

let world: HostileDevice;
beforeEach(async () => {
  world = await HostileDevice.open();
});
afterEach(closePhones);

const news = (page: Uint8Array): Uint8Array => message(6, page);
const runs = (...of: Run[]): Uint8Array => news(encodePage({ evidence: [], runs: of }));

const logOf = (person: typeof ana) => world.community.ledgerOf(person);
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
    world = await world.again();
    await world.attack(messages);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  }
}

/** A number as lib0 writes it: seven bits a byte, the low ones first. */
function varUint(number: number): number[] {
  const bytes: number[] = [];
  let left = number;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push(128 + (left % 128));
  return [...bytes, left];
}

/** The honest document, in the hands of plain Yjs. */
async function theDocument(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await yjsBytesOf(world.hers));
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
    // One client, one struct, its number and clock; ContentAny under a root; nothing in
    // it, and nothing deleted.
    const numbers = [1, 1, numberOfBiel(), 2 ** 50].flatMap(varUint);
    await tellYjs(Uint8Array.from([...numbers, 8, 1, 1, 120, 0, 0]));
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

const fakes = sized(20_000, 200_000);

describe('a hostile client changes nothing: entries', () => {
  test('re-signed entries: Biel’s words under Didac’s signature', async () => {
    const log = new LogBuilder(world.community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries);
    await log.add(helped(carme, 1_000));
    await world.attack([runs(log.run(5))]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  });

  test('re-signed entries: another at a place that is taken', async () => {
    const log = new LogBuilder(world.community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries.slice(0, 2));
    await log.add(helped(didac, 1_000));
    await world.attack([runs(log.run(2))]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  });

  test('re-signed entries: a single one without its log', async () => {
    const log = new LogBuilder(world.community.id, 'ledger', {
      ...biel,
      signing: didac.signing,
    });
    log.entries.push(...logOf(biel).entries);
    const forged = await log.add(helped(didac, 1_000));
    await world.attack([
      news(encodePage({ evidence: [encodeTravelling(forged)], runs: [] })),
    ]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  });

  test('entries with their own signature spoilt, which a later one covers', async () => {
    const run = logOf(biel).run();
    const items = run.items.map((item, i) =>
      i === 4 || !(item instanceof Uint8Array) ? item : item.with(-1, 0),
    );
    await world.attack([runs({ ...run, items })]);
    expect(world.dropped()).toEqual([false, false]);
    await world.expectUnmoved();
  });

  test('tombstones in Biel’s board that no erase explains', async () => {
    const run = world.community.boardOf(biel).run();
    const items = run.items.map(() => ({ bodyHash: '00'.repeat(32) }));
    await world.attack([runs({ ...run, items }), runs({ ...run, from: 1, items })]);
    await world.expectUnmoved();
  });

  test('entries of the same people from another community', async () => {
    const elsewhere = await TestCommunity.of(ana, [biel, didac], { name: 'Another' });
    await elsewhere.ledgerOf(biel).add(helped(ana, 60));
    await world.attack([runs(elsewhere.ledgerOf(biel).run())]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  });

  test('an out-of-order flood: his own entries, shuffled, without their beginning', async () => {
    const log = logOf(didac).branch(didac, 1);
    for (let i = 0; i < 400; i++) await log.add(helped(ana, 1));
    const pieces = Array.from({ length: 398 }, (_, i) => log.run(i + 2, i + 3));
    const order = pieces.map((_, i) => pieces[(i * 173) % pieces.length]);
    const flood = order.flatMap((piece) => (piece ? [piece] : []));
    await world.attack([...flood.map((piece) => runs(piece)), runs(...flood)]);
    expect(world.dropped()).toEqual([false, false]);
    await world.expectUnmoved();
  });

  test('runs that begin at the end of time, and after no entry of the log', async () => {
    const run = logOf(didac).run();
    await world.attack([
      runs({ ...run, from: 2 ** 20 }),
      runs({ ...run, from: 2 ** 20 - 1, prev: 'ab'.repeat(32) as EntryId }),
    ]);
    expect(world.dropped()).toEqual([false, false]);
    await world.attack([runs({ ...run, prev: 'ab'.repeat(32) as EntryId })]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
  });

  test('fake clients by the ten thousand', async () => {
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
      for (let left = fakes / 2; left > 0; left -= 900) yield runs(...page());
    }
    await world.attack(crowd);
    expect(name).toBeGreaterThan(2 * fakes);
    expect(world.dropped()).toEqual([false, false]);
    await world.expectUnmoved();
  }, 180_000);
});

describe('a hostile client changes nothing: talk', () => {
  const name = new Uint8Array(16).fill(7);

  test('that he holds a million entries of everybody, and gives none', async () => {
    const heads = world.hers.replica
      .wireVector()
      .map(({ log }) => [fromHex(log), 2 ** 20, new Uint8Array(8)]);
    await world.attack([message(2, [...heads, [name, 2 ** 20, new Uint8Array(8)]])]);
    expect(world.dropped()).toEqual([false, false]);
    await world.expectUnmoved();
  });

  test('that he keeps what is not written yet', async () => {
    const logs = world.hers.replica.wireVector().map(({ log }) => fromHex(log));
    const acks = [new Uint8Array(16), new Uint8Array(16).fill(9)].map((head) =>
      message(
        7,
        logs.map((log) => [log, 2 ** 20, head]),
      ),
    );
    const kept = () =>
      world.hers.mesh
        .acks()
        .get(didac.device)
        ?.get(logIdOf(logOf(ana).log)) ?? 0;
    await world.attack(acks);
    expect(world.dropped()).toEqual([false, false]);
    const before = kept();
    await world.expectUnmoved();
    expect(kept()).toBe(before);
    expect(kept()).toBeLessThan(world.hers.replica.head(logOf(ana).log).length);
  });

  test('ids that are none, of every log', async () => {
    const ids = world.hers.replica.wireVector().map(({ log }) => {
      const places = Array.from({ length: 64 }, (_, i) => [i, new Uint8Array(32)]);
      return message(9, [fromHex(log), places]);
    });
    await world.attack([...ids, ...ids, ...ids]);
    expect(world.dropped()).toEqual([false, false]);
    await world.expectUnmoved();
  });

  test('an answer that nobody asked for', async () => {
    const page = encodePage({ evidence: [], runs: [logOf(didac).run()] });
    await world.attack([message(4, [page, true])]);
    expect(world.dropped()).toEqual([true, true]);
    await world.expectUnmoved();
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
      world = await world.again();
      await world.attack([bomb]);
      expect(world.dropped()).toEqual([true, true]);
      await world.expectUnmoved();
    }
  });
});
