import { assert, beforeEach, describe, expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { whoHolds } from '@manyhands/door';
import { recoveryKeyOf } from '@manyhands/keys';
import { readTravelling } from '@manyhands/ledger';
import {
  finishKit,
  kitLinkOf,
  makeKit,
  newWords,
  pageMadeAt,
  readKit,
  readKitNote,
  tryKit,
} from './kit.ts';
import { switchOffDevices } from '../devices/devices.ts';
import type { Place } from '../opened/place.ts';
import { speakerOf } from '../devices/speaker.ts';
import { smallVillage } from '../testing/villages.ts';
import type { Village } from '../testing/village.ts';

let village: Village;
beforeEach(async () => (village = await smallVillage()));
const ana = () => village.placeOf('Ana');
const identity = () =>
  village.as('Ana').place.replica.ledger.identityOf(ana().membership.member);

describe('[ledger/L12] the page', () => {
  test('gives the words the say, and forgets the first key only then', async () => {
    const words = await newWords();
    const order: string[] = [];
    const place = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      wipeIdentity: () => {
        order.push(`wiped at version ${String(identity().version)}`);
        return ana().wipeIdentity();
      },
    });
    expect((await makeKit(place, words)).ok).toBe(true);
    const { publicKey } = await recoveryKeyOf(words, village.id);
    expect(identity()).toMatchObject({ version: 1, key: toHex(publicKey) });
    expect(order).toEqual(['wiped at version 1']);
    expect(await ana().identity()).toBeNull();
    expect(await makeKit(ana(), await newWords())).toEqual({
      ok: false,
      error: { type: 'NoPageKey' },
    });
  });

  test('that was not written leaves the first key, and a crash after it is finished', async () => {
    const refuses = () =>
      Promise.resolve({ ok: false, error: { type: 'StoreFull' } } as const);
    const full = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      writer: { ...ana().writer, append: refuses },
    });
    expect((await makeKit(full, await newWords())).ok).toBe(false);
    await finishKit(ana());
    expect(await ana().identity()).not.toBeNull();

    const dies = Object.assign(Object.create(ana()) as ReturnType<typeof ana>, {
      wipeIdentity: refuses,
    });
    // It is stated, so it is made: nobody is told to throw the paper away.
    expect((await makeKit(dies, await newWords())).ok).toBe(true);
    expect(await ana().identity()).not.toBeNull();
    await finishKit(ana());
    expect(await ana().identity()).toBeNull();
  });

  test('counts as tried with its own words, and with no others', async () => {
    const words = await newWords();
    await makeKit(ana(), words);
    expect(await readKitNote(ana())).toMatchObject({ testedAt: null });
    expect(await tryKit(ana(), await newWords())).toBe(false);
    expect(await readKitNote(ana())).toMatchObject({ testedAt: null });
    expect(await tryKit(ana(), words)).toBe(true);
    expect(await readKitNote(ana())).toMatchObject({ testedAt: ana().now() });
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

describe('[ledger/L12] a later page', () => {
  test('takes the place of the one before, whose words then open nothing', async () => {
    const [old, words] = [await newWords(), await newWords()];
    await makeKit(ana(), old);
    await tryKit(ana(), old);
    expect((await makeKit(ana(), words, { old })).ok).toBe(true);
    expect(await speakerOf(ana(), old)).toBeNull();
    expect(await speakerOf(ana(), words)).not.toBeNull();
    const oldKey = toHex((await recoveryKeyOf(old, village.id)).publicKey);
    expect(whoHolds(village.placeOf('Biel').replica, oldKey)).toBeNull();
    // That the old one was tried says nothing of the new one.
    expect(await readKitNote(ana())).toMatchObject({ testedAt: null });
    expect(await tryKit(ana(), old)).toBe(false);
  });

  test('takes the words before it: without them nobody makes one, wherever they are', async () => {
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    const refused = { ok: false, error: { type: 'NoPageKey' } };
    // Before the first page only K0 speaks, and it was never on the laptop.
    expect(await makeKit(laptop.place, await newWords())).toEqual(refused);
    const old = await newWords();
    await makeKit(ana(), old);
    for (const place of [ana(), laptop.place]) {
      expect(await makeKit(place, await newWords())).toEqual(refused);
      expect(await makeKit(place, await newWords(), { old: await newWords() })).toEqual(
        refused,
      );
    }
    expect(await speakerOf(ana(), old)).not.toBeNull();
  });

  test('is made on a further device as well, and holds on all', async () => {
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    const [old, words] = [await newWords(), await newWords()];
    await makeKit(ana(), old);
    await tryKit(ana(), old);
    expect((await makeKit(laptop.place, words, { old })).ok).toBe(true);
    // This phone tried the old one, and knows nothing of the new one yet.
    expect(await readKitNote(ana())).toBeNull();
    expect(await tryKit(ana(), words)).toBe(true);
    expect(laptop.isSwitchedOff || village.as('Ana').isSwitchedOff).toBe(false);
    await village.help('Ana’s laptop', 'Biel', 60, { by: 'Ana’s laptop' });
    expect(village.as('Ana').balance).toBe(60);
  });
});

describe('[ledger/L12] a statement that only ends a device', () => {
  test('is no page: the first key speaks on, and makes one later', async () => {
    const lost = await village.addDevice('Ana', 'Ana’s lost phone');
    await switchOffDevices(village.as('Ana').place, [lost.membership.device]);
    expect(identity().version).toBe(1);
    expect(village.as('Ana').hasKit).toBe(false);
    await finishKit(ana());
    expect(await ana().identity()).not.toBeNull();
    const words = await newWords();
    expect((await makeKit(ana(), words)).ok).toBe(true);
    expect(village.as('Ana').hasKit).toBe(true);
    expect(await tryKit(ana(), words)).toBe(true);
    expect(lost.isSwitchedOff).toBe(true);
  });

  test('leaves a page what it was, and what is known of it', async () => {
    const words = await newWords();
    const lost = await village.addDevice('Ana', 'Ana’s lost phone');
    await makeKit(ana(), words);
    await tryKit(ana(), words);
    const made = pageMadeAt(ana());
    expect(made).not.toBeNull();
    const off = await switchOffDevices(
      village.as('Ana').place,
      [lost.membership.device],
      words,
    );
    expect(off.ok).toBe(true);
    expect(identity().version).toBe(2);
    expect(await readKitNote(ana())).toMatchObject({ testedAt: ana().now() });
    expect(pageMadeAt(ana())).toBe(made);
    expect(lost.isSwitchedOff).toBe(true);
  });
});

/**
 * The phone dies at each step of making a page, before the step or right after it: what
 * was under way never answers. Then the place is opened again.
 */
describe('[ledger/L12] a phone that dies while a page is made', () => {
  const steps = ['append', 'put', 'wipeIdentity'] as const;
  const deaths = steps.flatMap((step) =>
    (['before', 'after'] as const).map((when) => [when, step] as const),
  );
  for (const isSecond of [false, true]) {
    const which = isSecond ? 'a second page' : 'the first page';
    test.each(deaths)(`dead %s its %s: ${which}`, async (when, step) => {
      const [old, words] = [await newWords(), await newWords()];
      if (isSecond) await makeKit(ana(), old);
      await dies(when, step, (place) =>
        makeKit(place, words, { old: isSecond ? old : null }),
      );
      await finishKit(ana());

      const [byNew, byOld] = [
        await speakerOf(ana(), words),
        isSecond ? await speakerOf(ana(), old) : await speakerOf(ana()),
      ];
      // Somebody speaks, and only one does.
      expect([byNew === null, byOld === null].sort()).toEqual([false, true]);
      const isMade = !(when === 'before' && step === 'append');
      expect(byNew !== null).toBe(isMade);
      expect(village.as('Ana').hasKit).toBe(isMade || isSecond);
      // The first key stays exactly as long as it speaks.
      expect((await ana().identity()) !== null).toBe(!isMade && !isSecond);
      // Nothing is in the way of the page that is made next.
      const last = isMade ? words : isSecond ? old : null;
      const again = await newWords();
      expect((await makeKit(ana(), again, { old: last })).ok).toBe(true);
      expect(await tryKit(ana(), again)).toBe(true);
    });
  }

  /** Never answered: it died. */
  function dies(
    when: 'before' | 'after',
    step: (typeof steps)[number],
    make: (place: Place) => Promise<unknown>,
  ): Promise<void> {
    return new Promise((dead) => {
      const never = new Promise<never>(() => undefined);
      const mortal =
        <A extends unknown[], T>(name: string, act: (...a: A) => Promise<T>) =>
        async (...asked: A): Promise<T> => {
          if (name !== step) return act(...asked);
          if (when === 'after') await act(...asked);
          dead();
          return never;
        };
      const real = ana();
      const place = Object.assign(Object.create(real) as Place, {
        writer: { append: mortal('append', real.writer.append.bind(real.writer)) },
        notes: { put: mortal('put', real.notes.put.bind(real.notes)) },
        wipeIdentity: mortal('wipeIdentity', real.wipeIdentity),
      });
      void make(place);
    });
  }
});

test('[mesh/M12] who holds the words is told whose they are, and by what', async () => {
  const words = await newWords();
  const key = toHex((await recoveryKeyOf(words, village.id)).publicKey);
  expect(whoHolds(ana().replica, key)).toBeNull();
  await makeKit(ana(), words);
  const told = whoHolds(village.placeOf('Biel').replica, key);
  assert(told !== null);
  expect(told.member).toBe(ana().membership.member);
  const said = told.statements.map((bytes) => {
    const entry = readTravelling(village.id, bytes);
    return entry.ok ? entry.value.content.type : 'unread';
  });
  expect(said).toEqual(['identity.set', 'profile']);
});
