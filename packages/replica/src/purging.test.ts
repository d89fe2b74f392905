import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { bodyHashAt, encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { deliver, openOnMemory, profileOf, stateOf } from '@manyhands/testing';
import type { TestCommunity, OnMemory, CastMember } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { pageOf } from './page.ts';
import {
  ana,
  biel,
  erasing,
  everythingFrom,
  heldBoard,
  holds,
  ledgersOf,
  regrets,
  runOfItems,
  regretted,
  secondTablet,
  whole,
} from './testing/regrets.ts';
import type { PhoneDisk } from './testing/regrets.ts';
import type { Writer } from './types.ts';
import { openWriter } from './writer.ts';

const writerOf = async (here: OnMemory, person: CastMember): Promise<Writer> => {
  const writer = await openWriter({
    replica: here.replica,
    member: person.member,
    device: person.signing,
    store: here.store,
    now: () => 28_000_000 as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, 'the writer opens');
  return writer.value;
};

describe('[R3] what is erased leaves the disk', () => {
  async function phone(
    community: TestCommunity,
    person: CastMember,
    disk?: PhoneDisk,
  ): Promise<OnMemory & { writer: Writer }> {
    const own = { member: person.member, device: person.device };
    const here = await openOnMemory(community.id, disk, { own });
    await deliver(here, { runs: ledgersOf(community) }, ana);
    return { ...here, writer: await writerOf(here, person) };
  }

  async function writeSix(writer: Writer): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let n = 0; n < 6; n++) {
      const entry = await writer.append('board', {
        ...profileOf(biel, n),
        about: regretted(n),
      });
      assert(entry.ok, 'it was written');
      entries.push(entry.value);
    }
    return entries;
  }

  test('of who erases, before the call resolves; and of the journal its place stays', async () => {
    const { community } = await regrets();
    const here = await phone(community, biel);
    const entries = await writeSix(here.writer);
    expect(holds(here.disk, regretted(3))).toBe(true);
    here.disk.notes.set('quarantine/0', utf8Bytes(regretted(3)));
    expect((await here.writer.erase([entries[3], entries[5]] as Entry[])).ok).toBe(
      true,
    );
    expect(holds(here.disk, regretted(3))).toBe(false);
    expect(holds(here.disk, regretted(5))).toBe(false);
    expect(holds(here.disk, regretted(4))).toBe(true);
    const mark = here.disk.journal.get('board/3')?.stored;
    expect(mark && toHex(mark)).toBe(bodyHashAt(entries[3] as Entry));
    const taken = await here.store.journal.append({
      kind: 'board',
      seq: 3,
      prev: entries[3]?.prev as Entry['prev'],
      stored: entries[3]?.stored as Uint8Array,
    });
    expect(taken).toMatchObject({ error: { type: 'StoreRefused' } });
    expect(everythingFrom(here).map(toHex).join(' ')).not.toContain(
      toHex(utf8Bytes(regretted(3))),
    );
  });

  test('of who only hears of it, once that is settled; and of whom they give it to', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    await here.replica.settled();
    expect(holds(here.disk, regretted(3))).toBe(true);
    await community.boardOf(secondTablet).add(erasing(...entries.slice(3)));
    await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
    expect(await here.replica.settled()).toMatchObject({ ok: true });
    const there = await whole(community);
    for (const page of everythingFrom(here)) {
      await there.replica.receive(page, { type: 'message' });
    }
    await there.replica.settled();
    for (const n of [3, 4, 5]) {
      expect(holds(here.disk, regretted(n))).toBe(false);
      expect(holds(there.disk, regretted(n))).toBe(false);
    }
    expect(await stateOf(there)).toEqual(await stateOf(here));
    // Who has not heard of it yet shows the old bytes again, and nothing takes them.
    await deliver(here, { runs: [runOfItems(entries)] }, ana);
    await deliver(here, { evidence: entries.map(encodeTravelling) }, ana);
    await here.replica.settled();
    expect(holds(here.disk, regretted(3))).toBe(false);
    expect(here.replica.board.boardHash()).toBe(there.replica.board.boardHash());
  });

  test('detached entries and their notes too', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    const evidence = [encodeTravelling(entries[4] as Entry)];
    await deliver(here, { evidence, runs: ledgersOf(community) }, ana);
    await here.replica.settled();
    expect(holds(here.disk, regretted(4))).toBe(true);
    await community.boardOf(secondTablet).add(erasing(entries[4] as Entry));
    await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
    await here.replica.settled();
    expect(holds(here.disk, regretted(4))).toBe(false);
    expect([...here.replica.detached()]).toEqual([]);
  });

  test('a flood of erases costs one rewrite now, and the next after the pause', async () => {
    const { community, entries } = await regrets();
    let now = 0;
    const alarms: { at: number; call: () => void }[] = [];
    const after = (ms: number, call: () => void) => {
      const alarm = { at: now + ms, call };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), 1);
    };
    const here = await openOnMemory(community.id, undefined, { after });
    await deliver(here, { runs: community.runs() }, ana);
    let rewrites = 0;
    const { store } = here;
    const rewrite = store.rewrite.bind(store);
    store.rewrite = (doc) => {
      rewrites += 1;
      return rewrite(doc);
    };
    const ring = (): void => {
      for (const alarm of alarms.filter(({ at }) => at <= now)) {
        alarms.splice(alarms.indexOf(alarm), 1);
        alarm.call();
      }
    };
    for (const entry of entries) {
      await community.boardOf(secondTablet).add(erasing(entry));
      await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
      ring();
      now += 500;
    }
    let isSettled = false;
    const settled = here.replica.settled().then(() => (isSettled = true));
    await here.replica.receive(pageOf([]), { type: 'message' });
    expect(rewrites).toBe(1);
    expect(isSettled).toBe(false);
    now += 5_000;
    ring();
    await settled;
    expect(rewrites).toBe(2);
    for (let n = 0; n < 6; n++) expect(holds(here.disk, regretted(n))).toBe(false);
  });

  test('closing does not wait for the pause, and what is closed is purged', async () => {
    const { community, entries } = await regrets();
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    for (const entry of entries.slice(0, 3)) {
      await community.boardOf(secondTablet).add(erasing(entry));
      await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
      if (entry.seq === 0) await here.replica.settled();
    }
    await here.replica.close();
    for (let n = 0; n < 3; n++) expect(holds(here.disk, regretted(n))).toBe(false);
    const again = await openOnMemory(community.id, here.disk);
    expect(again.replica.faults()).toEqual([]);
    expect(again.replica.board.boardHash()).toBe(here.replica.board.boardHash());
    expect(again.replica.digest()).toBe(here.replica.digest());
  });

  test('a journal whose end is erased goes on behind it, also on an empty disk', async () => {
    const { community } = await regrets();
    const here = await phone(community, biel);
    const entries = await writeSix(here.writer);
    const there = await phone(community, secondTablet);
    await deliver(there, { runs: [runOfItems(entries)] }, ana);
    expect((await there.writer.erase(entries.slice(4))).ok).toBe(true);
    for (const page of everythingFrom(there)) {
      await here.replica.receive(page, { type: 'device', device: secondTablet.device });
    }
    expect(await here.replica.settled()).toMatchObject({ ok: true });
    expect(holds(here.disk, regretted(5))).toBe(false);
    expect(here.writer.spent).toBe(false);
    const next = await here.writer.append('board', profileOf(biel, 9));
    expect(next).toMatchObject({ ok: true, value: { seq: 6 } });
    expect(heldBoard(here, community).length).toBe(7);
    await here.replica.close();

    // Its document is gone: what the journal has is there again, the tablet's erase is not.
    const disk = { ...here.disk, updates: [], counted: 0 };
    const again = await phone(community, biel, disk);
    expect(again.writer.spent).toBe(false);
    expect(heldBoard(again, community).length).toBe(7);
    expect(again.replica.digest()).not.toBe(here.replica.digest());
    for (const page of everythingFrom(there)) {
      await again.replica.receive(page, {
        type: 'device',
        device: secondTablet.device,
      });
    }
    expect(again.replica.digest()).toBe(here.replica.digest());
    expect(await again.writer.append('board', profileOf(biel, 10))).toMatchObject({
      ok: true,
      value: { seq: 7 },
    });
  });

  test('an own erase explains the tombstones of a journal whose document is gone', async () => {
    const { community } = await regrets();
    const here = await phone(community, biel);
    const entries = await writeSix(here.writer);
    await here.writer.erase(entries.slice(1, 3));
    await here.replica.close();
    const disk = { ...here.disk, updates: [], counted: 0 };
    const again = await phone(community, biel, disk);
    expect(again.replica.digest()).toBe(here.replica.digest());
    expect(again.replica.board.boardHash()).toBe(here.replica.board.boardHash());
    expect([...again.replica.detached()]).toEqual([]);
  });

  test('broken off at any step it loses nothing, and the next opening does the rest', async () => {
    const { community } = await regrets();
    const first = await phone(community, biel);
    const entries = await writeSix(first.writer);
    await first.replica.settled();
    const steps = ['append', 'rewrite', 'erase'] as const;
    for (const step of steps) {
      for (const isDone of [false, true]) {
        const disk: PhoneDisk = {
          ...first.disk,
          updates: [...first.disk.updates],
          journal: new Map(first.disk.journal),
          notes: new Map(first.disk.notes),
        };
        const own = { member: biel.member, device: biel.device };
        const dying = await openOnMemory(community.id, disk, { own });
        const dead: PhoneDisk[] = [];
        const die = <T extends unknown[], R>(
          name: (typeof steps)[number],
          work: (...args: T) => Promise<R>,
        ) => {
          return async (...args: T): Promise<R> => {
            if (dead.length > 0) return new Promise(() => undefined);
            if (name !== step) return work(...args);
            if (isDone) await work(...args);
            // A browser that ends loses what it had not settled, the last of it first.
            dead.push({
              ...disk,
              updates: [...disk.updates],
              journal: new Map(disk.journal),
              notes: new Map(disk.notes),
            });
            return new Promise(() => undefined);
          };
        };
        const { store } = dying;
        const { journal } = store;
        store.rewrite = die('rewrite', store.rewrite.bind(store));
        Object.assign(journal, {
          append: die('append', journal.append.bind(journal)),
          erase: die('erase', journal.erase.bind(journal)),
        });
        const writer = await writerOf(dying, biel);
        void writer.erase(entries.slice(2, 4));
        await expect.poll(() => dead.length).toBe(1);
        const [left] = dead;
        assert(left, 'it died');
        // One time with all rows, one time without what came after the last settling.
        for (const updates of [left.updates, first.disk.updates]) {
          const wasRewritten = step === 'erase' || (step === 'rewrite' && isDone);
          if (wasRewritten && updates !== left.updates) continue;
          const again = await openOnMemory(
            community.id,
            { ...left, updates: [...updates], journal: new Map(left.journal) },
            { own },
          );
          const next = await writerOf(again, biel);
          expect(next.spent).toBe(false);
          expect(again.replica.faults()).toEqual([]);
          await again.replica.settled();
          const wasHeard = !(step === 'append' && !isDone);
          for (const n of [2, 3])
            expect(holds(again.disk, regretted(n))).toBe(!wasHeard);
          for (const n of [0, 1, 4, 5])
            expect(holds(again.disk, regretted(n))).toBe(true);
          const after = await next.append('board', profileOf(biel, 9));
          expect(after).toMatchObject({ ok: true, value: { seq: wasHeard ? 7 : 6 } });
        }
      }
    }
  });
});
