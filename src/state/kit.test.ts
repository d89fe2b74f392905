import { assert, beforeEach, describe, expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { recoveryKeyOf } from '@manyhands/keys';
import { readTravelling } from '@manyhands/ledger';
import { smallVillage } from '../specimen/stories.ts';
import type { Village } from '../specimen/village.ts';
import {
  finishKit,
  kitLinkOf,
  makeKit,
  newWords,
  readKit,
  readKitNote,
  tryKit,
  whoHolds,
} from './kit.ts';

let village: Village;
beforeEach(async () => (village = await smallVillage()));
const ana = () => village.placeOf('Ana');
const identity = () =>
  village.as('Ana').place.replica.ledger.identityOf(ana().membership.member);

describe('[L12] the page', () => {
  test('gives the words the say, and forgets the first key only then', async () => {
    const words = await newWords();
    const order: string[] = [];
    const place = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      wipeIdentity: () => {
        order.push(`wiped at version ${String(identity().version)}`);
        return ana().wipeIdentity();
      },
    });
    expect((await makeKit(place, words, [])).ok).toBe(true);
    const { publicKey } = await recoveryKeyOf(words, village.id);
    expect(identity()).toMatchObject({ version: 1, key: toHex(publicKey) });
    expect(order).toEqual(['wiped at version 1']);
    expect(await ana().identity()).toBeNull();
    expect(await makeKit(ana(), await newWords(), [])).toEqual({
      ok: false,
      error: { type: 'NoFirstKey' },
    });
  });

  test('that was not written leaves the first key, and a crash after it is finished', async () => {
    const refuses = () =>
      Promise.resolve({ ok: false, error: { type: 'StoreFull' } } as const);
    const full = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      writer: { ...ana().writer, append: refuses },
    });
    expect((await makeKit(full, await newWords(), [])).ok).toBe(false);
    await finishKit(ana());
    expect(await ana().identity()).not.toBeNull();

    const dies = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      wipeIdentity: refuses,
    });
    await makeKit(dies, await newWords(), []);
    expect(await ana().identity()).not.toBeNull();
    await finishKit(ana());
    expect(await ana().identity()).toBeNull();
  });

  test('counts as tried with its own words, and with no others', async () => {
    const words = await newWords();
    await makeKit(ana(), words, []);
    expect(await readKitNote(ana().notes)).toMatchObject({ testedAt: null });
    expect(await tryKit(ana(), await newWords())).toBe(false);
    expect(await readKitNote(ana().notes)).toMatchObject({ testedAt: null });
    expect(await tryKit(ana(), words)).toBe(true);
    expect(await readKitNote(ana().notes)).toMatchObject({ testedAt: ana().now() });
  });

  test('has a code that says the words and where to look', async () => {
    const words = await newWords();
    const text = await kitLinkOf(ana(), words);
    assert(text !== null);
    const read = await readKit(`https://example.org/#k/${text}`);
    expect(read?.words).toEqual(words);
    expect(read?.link).toMatchObject({ community: village.id, name: 'Riverside' });
    expect(await readKit('words of somebody')).toBeNull();
  });
});

test('[M12] who holds the words is told whose they are, and by what', async () => {
  const words = await newWords();
  const key = toHex((await recoveryKeyOf(words, village.id)).publicKey);
  expect(whoHolds(ana().replica, key)).toBeNull();
  await makeKit(ana(), words, []);
  const told = whoHolds(village.placeOf('Biel').replica, key);
  assert(told !== null);
  expect(told.member).toBe(ana().membership.member);
  const said = told.statements.map((bytes) => {
    const entry = readTravelling(village.id, bytes);
    return entry.ok ? entry.value.content.type : 'unread';
  });
  expect(said).toEqual(['identity.set', 'profile']);
});
