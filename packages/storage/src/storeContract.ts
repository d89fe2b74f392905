import { assert } from '@manyhands/base';
import type { EntryId, MemberId } from '@manyhands/base';
import { canonicalUpdate } from '@manyhands/replica';
import type { Journal, JournalRow, Store, StoreFault } from '@manyhands/replica';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

/** One disk to be examined: fresh for each test, and open to what goes wrong with disks. */
export interface StoreExam {
  open(): Promise<Store>;
  /** From now on every write of the document fails for want of room. */
  breakWrites(): () => void;
  /** Adds a row that no replica wrote. */
  corrupt(): Promise<void>;
  /** Takes the newest row of the document away. */
  loseRow(): Promise<void>;
}

/** The exam that every store sits (storage/SPEC.md). */
export function storeContract(name: string, begin: () => StoreExam): void {
  describe(name, () => {
    documentKept(begin);
    documentInTrouble(begin);
    rowsKept(begin);
  });
}

const log = (number: number, from: number, count: number): Uint8Array =>
  canonicalUpdate([
    {
      number,
      root: `l/${number}`,
      from,
      items: Array.from({ length: count }, (_, i) =>
        new Uint8Array(100).fill(from + i),
      ),
    },
  ]);

async function attached(store: Store): Promise<{ doc: Y.Doc; found: unknown }> {
  const doc = new Y.Doc();
  const found = await store.attach(doc);
  assert(found.ok, 'the store attaches');
  return { doc, found: found.value };
}

const lengthOf = (doc: Y.Doc, number: number): number => Y.getState(doc.store, number);

function documentKept(begin: () => StoreExam): void {
  test('[S1] what settled is there after closing and opening', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc, found } = await attached(store);
    expect(found).toMatchObject({ quarantined: 0, missing: 0 });
    for (let i = 0; i < 30; i++) Y.applyUpdate(doc, log(5, i, 1));
    Y.applyUpdate(doc, log(7, 0, 3));
    expect(await store.settled()).toEqual({ ok: true, value: undefined });
    await store.close();

    const again = await exam.open();
    const second = await attached(again);
    expect(second.found).toMatchObject({ quarantined: 0, missing: 0 });
    expect(Y.encodeStateAsUpdate(second.doc)).toEqual(Y.encodeStateAsUpdate(doc));
    await again.destroy();
  });

  test('[S1] a document let go of is kept no longer', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    await store.close();
    Y.applyUpdate(doc, log(5, 0, 1));
    const again = await exam.open();
    expect(lengthOf((await attached(again)).doc, 5)).toBe(0);
    await again.destroy();
  });

  test('[S2] a rewrite with another document leaves nothing of the first', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    Y.applyUpdate(doc, log(5, 0, 3));
    const clean = new Y.Doc();
    Y.applyUpdate(clean, log(7, 0, 2));
    expect((await store.rewrite(clean)).ok).toBe(true);
    Y.applyUpdate(clean, log(7, 2, 2));
    Y.applyUpdate(doc, log(5, 3, 3));
    expect((await store.settled()).ok).toBe(true);
    await store.close();

    const again = await exam.open();
    const second = await attached(again);
    expect(Y.encodeStateAsUpdate(second.doc)).toEqual(Y.encodeStateAsUpdate(clean));
    expect(lengthOf(clean, 5)).toBe(0);
    await again.destroy();
  });

  test('[S6] destroying leaves nothing', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    Y.applyUpdate(doc, log(5, 0, 3));
    await store.journal.append(row('ledger', 0));
    await store.notes.put('draft', new Uint8Array(1));
    await store.settled();
    await store.destroy();

    const again = await exam.open();
    expect(lengthOf((await attached(again)).doc, 5)).toBe(0);
    expect(await again.journal.read()).toEqual({ ok: true, value: [] });
    expect(await again.notes.get('draft')).toEqual({ ok: true, value: null });
    await again.destroy();
  });
}

function documentInTrouble(begin: () => StoreExam): void {
  test('[S3] a write that fails is told at once, and settled only once rewritten', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    Y.applyUpdate(doc, log(5, 0, 2));
    expect((await store.settled()).ok).toBe(true);

    const told = new Promise<StoreFault>((resolve) => store.onfault(resolve));
    const repair = exam.breakWrites();
    Y.applyUpdate(doc, log(5, 2, 1));
    expect(await told).toEqual({ type: 'StoreFull' });
    for (let i = 0; i < 2; i++) {
      const settled = await store.settled();
      expect(settled).toEqual({ ok: false, error: { type: 'StoreFull' } });
    }

    repair();
    // Without the rewrite this one would be hidden by the one before it.
    Y.applyUpdate(doc, log(5, 3, 1));
    expect((await store.rewrite()).ok).toBe(true);
    expect((await store.settled()).ok).toBe(true);
    // Whole again, so the next fault is told like the first.
    const toldAgain = new Promise<StoreFault>((resolve) => store.onfault(resolve));
    exam.breakWrites();
    Y.applyUpdate(doc, log(7, 0, 1));
    expect(await toldAgain).toEqual({ type: 'StoreFull' });
    repair();
    await store.close();

    const again = await exam.open();
    expect(lengthOf((await attached(again)).doc, 5)).toBe(4);
    await again.destroy();
  });

  test('[S4] rows that have vanished are counted', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    Y.applyUpdate(doc, log(5, 0, 2));
    Y.applyUpdate(doc, log(7, 0, 2));
    expect((await store.settled()).ok).toBe(true);
    await store.close();
    await exam.loseRow();

    const again = await exam.open();
    const { found } = await attached(again);
    expect(found).toMatchObject({ missing: 2 });
    await again.destroy();
  });

  test('[S4] a row that cannot be read is put aside, and the others are read', async () => {
    const exam = begin();
    const store = await exam.open();
    const { doc } = await attached(store);
    Y.applyUpdate(doc, log(5, 0, 2));
    await store.settled();
    await store.close();
    await exam.corrupt();

    const again = await exam.open();
    const second = await attached(again);
    expect(second.found).toMatchObject({ quarantined: 1, missing: 0 });
    expect(lengthOf(second.doc, 5)).toBe(2);
    const aside = await again.notes.names('quarantine/');
    expect(aside.ok && aside.value).toHaveLength(1);
    await again.close();

    const third = await exam.open();
    expect((await attached(third)).found).toMatchObject({ quarantined: 0 });
    await third.destroy();
  });
}

const row = (kind: JournalRow['kind'], seq: number, byte = 1): JournalRow => ({
  kind,
  seq,
  prev: '00'.repeat(32) as EntryId,
  stored: new Uint8Array(80).fill(byte),
});

function rowsKept(begin: () => StoreExam): void {
  test('[S5] the journal keeps rows in order and never writes over one', async () => {
    const exam = begin();
    const store = await exam.open();
    const places = Array.from({ length: 11 }, (_, seq) => seq);
    for (const seq of places) await store.journal.append(row('ledger', seq));
    await store.journal.append(row('board', 0));
    const taken = await store.journal.append(row('ledger', 1, 9));
    expect(taken).toMatchObject({ ok: false, error: { type: 'StoreRefused' } });
    await store.close();

    const again = await exam.open();
    const read = await again.journal.read();
    assert(read.ok, 'the journal reads');
    expect(read.value.map(({ kind, seq }) => [kind, seq])).toEqual([
      ...places.map((seq) => ['ledger', seq]),
      ['board', 0],
    ]);
    expect(read.value[1]).toEqual(row('ledger', 1));
    await again.destroy();
  });

  test('[S5] what is erased of the journal leaves a tombstone, and its place stays taken', async () => {
    const exam = begin();
    const store = await exam.open();
    for (const seq of [0, 1, 2]) await store.journal.append(row('board', seq));
    await store.journal.append(row('ledger', 0));
    const mark = new Uint8Array(32).fill(7);
    // A place that holds nothing stays free.
    const erased = await store.journal.erase([
      { seq: 1, bodyHash: mark },
      { seq: 9, bodyHash: mark },
    ]);
    expect(erased).toEqual({ ok: true, value: undefined });
    const taken = await store.journal.append(row('board', 1, 9));
    expect(taken).toMatchObject({ ok: false, error: { type: 'StoreRefused' } });
    await store.close();

    const again = await exam.open();
    const read = await again.journal.read();
    assert(read.ok, 'the journal reads');
    expect(read.value).toEqual([
      row('ledger', 0),
      row('board', 0),
      { ...row('board', 1), stored: mark },
      row('board', 2),
    ]);
    await again.destroy();
  });

  test('[S5] a row without the one before it is not taken: the journal was lost', async () => {
    const store = await begin().open();
    await store.journal.append(row('ledger', 0));
    expect(await store.journal.append(row('ledger', 2))).toMatchObject({
      ok: false,
      error: { type: 'StoreLost' },
    });
    expect(await store.journal.append(row('board', 1))).toMatchObject({ ok: false });
    const read = await store.journal.read();
    expect(read.ok && read.value).toHaveLength(1);
    await store.destroy();
  });

  test('[S5] what is written for another member has a journal of its own', async () => {
    const exam = begin();
    const [ana, biel] = ['aa', 'bb'].map((byte) => byte.repeat(32) as MemberId);
    assert(ana !== undefined && biel !== undefined, 'two are named');
    const store = await exam.open();
    await store.journal.append(row('ledger', 0));
    expect(await store.journalFor(ana).append(row('ledger', 0, 2))).toMatchObject({
      ok: true,
    });
    await store.journalFor(ana).append(row('board', 0, 3));
    const taken = await store.journalFor(ana).append(row('ledger', 0, 9));
    expect(taken).toMatchObject({ ok: false, error: { type: 'StoreRefused' } });
    expect(await store.journalFor(biel).append(row('ledger', 1))).toMatchObject({
      ok: false,
    });
    const stored = new Uint8Array(32).fill(7);
    await store.journalFor(ana).erase([{ seq: 0, bodyHash: stored }]);
    await store.close();

    const again = await exam.open();
    const read = (journal: Journal) => journal.read().then((r) => r.ok && r.value);
    expect(await read(again.journal)).toEqual([row('ledger', 0)]);
    expect(await read(again.journalFor(ana))).toEqual([
      row('ledger', 0, 2),
      { ...row('board', 0), stored },
    ]);
    expect(await read(again.journalFor(biel))).toEqual([]);
    await again.destroy();
  });

  test('[S5] notes are written over, found by prefix, and deleted', async () => {
    const exam = begin();
    const store = await exam.open();
    await store.notes.put('loose/b', new Uint8Array([1]));
    await store.notes.put('loose/b', new Uint8Array([2]));
    await store.notes.put('loose/a', new Uint8Array([3]));
    await store.notes.put('secret', new Uint8Array([4]));
    await store.notes.put('other', new Uint8Array([5]));
    await store.notes.delete('secret');
    await store.close();

    const again = await exam.open();
    expect(await again.notes.get('loose/b')).toEqual({
      ok: true,
      value: new Uint8Array([2]),
    });
    expect(await again.notes.get('secret')).toEqual({ ok: true, value: null });
    expect(await again.notes.names('loose/')).toEqual({
      ok: true,
      value: ['loose/a', 'loose/b'],
    });
    await again.destroy();
  });
}
