import { assert } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import {
  TestCommunity,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  runOf,
  stateOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { erasing, secondTablet } from './testing/regrets.ts';
import {
  ana,
  biel,
  carme,
  phoneOf,
  refusalOf,
  reopenWriter,
  tryWriter,
  writerOf,
} from './testing/writers.ts';

describe('[R5] the journal comes first', () => {
  test('an appended entry is journalled, in the document and in the folds', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const entry = await writer.append('ledger', helped(ana, 90));
    assert(entry.ok, 'it was written');
    expect(here.disk.journal.get('ledger/0')?.stored).toEqual(entry.value.stored);
    expect(here.replica.entry(entry.value.id)).toEqual(entry.value);
    expect(here.replica.ledger.transfer(entry.value.id, ana.member)?.minutes).toBe(90);
    const profile = await writer.append('board', profileOf(biel));
    expect(profile).toMatchObject({ ok: true, value: { seq: 0 } });
    expect(here.replica.board.profileOf(biel.member)?.name).toBe('Biel');
  });

  test('is durable before anybody sees the entry', async () => {
    const { here } = await phoneOf(biel);
    const order: string[] = [];
    const { journal } = here.store;
    const slow: Store = {
      ...here.store,
      journal: {
        ...journal,
        append: async (row) => {
          const kept = await journal.append(row);
          order.push(`journal ${row.seq}`);
          return kept;
        },
      },
    };
    here.replica.subscribe(({ added }) => order.push(`seen ${added[0]?.seq ?? ''}`));
    const writer = await tryWriter(here, biel, slow);
    assert(writer.ok, 'the writer opens');
    await Promise.all([1, 2].map((n) => writer.value.append('ledger', helped(ana, n))));
    expect(order).toEqual(['journal 0', 'seen 0', 'journal 1', 'seen 1']);
  });

  test('killed between journal and document, the entry comes back at the next opening', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    await writer.append('ledger', helped(ana, 30));
    const before = [...here.disk.updates];
    await writer.append('ledger', helped(ana, 60));
    await writer.append('board', profileOf(biel));
    const alive = await stateOf(here);
    here.disk.updates = before; // the document's writes were lost with the tab

    const next = await reopenWriter(here, biel);
    expect(next.replica.ledger.askedBy(biel.member)).toHaveLength(1);
    await writerOf(next, biel);
    expect(await stateOf(next)).toEqual(alive);
  });

  test('says what comes next: no place is used twice', async () => {
    const { here } = await phoneOf(biel);
    await (await writerOf(here, biel)).append('ledger', helped(ana, 30));
    const next = await reopenWriter(here, biel);
    const entry = await (await writerOf(next, biel)).append('ledger', helped(ana, 60));
    expect(entry).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  test('a full disk refuses the entry, and nobody has seen it', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const before = await stateOf(here);
    here.disk.fault = { type: 'StoreFull' };
    const refused = await writer.append('ledger', helped(ana, 30));
    expect(refused).toEqual({ ok: false, error: { type: 'StoreFull' } });
    here.disk.fault = null;
    expect(await stateOf(here)).toEqual(before);
    const entry = await writer.append('ledger', helped(ana, 31));
    expect(entry).toMatchObject({ ok: true, value: { seq: 0 } });
  });

  test('a write whose outcome was unknown is read back before the next', async () => {
    const { here } = await phoneOf(biel);
    const { journal } = here.store;
    let cut = true;
    const store: Store = {
      ...here.store,
      journal: {
        ...journal,
        append: async (row) => {
          const kept = await journal.append(row);
          if (!cut) return kept;
          cut = false; // it was written, but the answer never came
          return { ok: false, error: { type: 'StoreLost', why: 'connection cut' } };
        },
      },
    };
    const writer = await tryWriter(here, biel, store);
    assert(writer.ok, 'the writer opens');
    expect((await writer.value.append('ledger', helped(ana, 30))).ok).toBe(false);
    const second = await writer.value.append('ledger', helped(ana, 60));
    expect(second).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(here.replica.ledger.askedBy(biel.member)).toHaveLength(2);
  });

  test('a journal out of order is not written on', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    for (const n of [1, 2, 3]) await writer.append('ledger', helped(ana, n));
    const second = here.disk.journal.get('ledger/1');
    assert(second, 'it was journalled');
    here.disk.journal.set('ledger/1', { ...second, stored: new Uint8Array(8) });
    expect(await refusalOf(here, biel)).toEqual({ type: 'JournalBehind' });
    here.disk.journal.delete('ledger/1');
    expect(await refusalOf(here, biel)).toEqual({ type: 'JournalBehind' });
  });

  test('nobody takes what is signed with another key: then nothing more is written', async () => {
    const { here } = await phoneOf(biel);
    const { publicKey } = biel.signing;
    const signing = { ...carme.signing, publicKey };
    const writer = await writerOf(here, { ...biel, signing });
    const refused = await writer.append('ledger', helped(ana, 30));
    expect(refused).toEqual({ ok: false, error: { type: 'JournalBehind' } });
    expect(writer.spent).toBe(true);
  });
});

test('[R6] a hand that was put down says so, and not that its journal is behind', async () => {
  const { here } = await phoneOf(biel);
  const writer = await writerOf(here, biel);
  const last = writer.append('ledger', helped(ana, 30));
  expect((await last).ok).toBe(true);
  writer.close();
  expect(writer.spent).toBe(false);
  const refused = await writer.append('ledger', helped(ana, 60));
  expect(refused).toEqual({ ok: false, error: { type: 'Closed' } });
  expect(here.disk.journal.size).toBe(1);
});

test('[A15] who waits to be admitted records already; the entries go out once they are', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const here = await openOnMemory(community.id); // without `own`: the replica takes nothing
  await deliver(here, { runs: community.runs() }, ana);
  const writer = await writerOf(here, carme);
  const entry = await writer.append('ledger', helped(ana, 30));
  assert(entry.ok, 'it was written');
  expect(here.replica.entry(entry.value.id)).toBeNull();
  const shown = new Promise((resolve) =>
    here.replica.subscribe(({ added }) => {
      if (added.some(({ id }) => id === entry.value.id)) resolve(null);
    }),
  );
  await community.ledgerOf(ana).add(await community.admitContent(carme));
  await deliver(here, { runs: [community.ledgerOf(ana).run(2)] }, ana);
  await shown;
  expect(here.replica.ledger.transfer(entry.value.id, ana.member)?.minutes).toBe(30);
});

test('[A15] and who admits them may bring what they showed meanwhile', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  const writer = await writerOf(here, carme);
  const entry = await writer.append('ledger', helped(ana, 30));
  assert(entry.ok, 'it was written');
  await community.ledgerOf(ana).add(await community.admitContent(carme));
  const runs = [community.ledgerOf(ana).run(2), runOf([entry.value])];
  const { added } = await deliver(here, { runs }, ana);
  expect(added).toContainEqual(entry.value);
  expect(writer.spent).toBe(false);
});

test('[R5] more than a page of entries that only the journal has', async () => {
  const { community, here } = await phoneOf(biel);
  const writer = await writerOf(here, biel);
  for (let n = 0; n < 400; n++) {
    await writer.append('board', { ...profileOf(biel, n), about: 'x'.repeat(900) });
  }
  const whole = await stateOf(here);
  const disk = { ...here.disk, updates: [], counted: 0 };
  const next = await openOnMemory(community.id, disk);
  await deliver(next, { runs: community.runs() }, ana);
  await writerOf(next, biel);
  expect(await stateOf(next)).toEqual(whole);
});

test('[R5, B1] what another device erased stops nothing when document and erase are lost', async () => {
  const { community, here } = await phoneOf(biel);
  await community.ledgerOf(ana).add(await community.enrolContent(secondTablet));
  await deliver(here, { runs: community.runs() }, ana);
  const writer = await writerOf(here, biel);
  const [first, second] = [
    await writer.append('board', profileOf(biel)),
    await writer.append('board', profileOf(biel, 1)),
  ];
  assert(first.ok && second.ok, 'they were written');
  const erase = await community.boardOf(secondTablet).add(erasing(first.value));
  await deliver(here, { evidence: [encodeTravelling(erase)] }, ana);
  expect(await here.replica.settled()).toMatchObject({ ok: true });
  // Only the journal is left, and of the first a tombstone: neither the erase nor an admission.
  const disk = { ...here.disk, updates: [], counted: 0, notes: new Map() };
  const next = await reopenWriter({ ...here, disk }, biel);
  const again = await writerOf(next, biel);
  expect(next.replica.entry(second.value.id)).toEqual(second.value);
  expect(next.replica.entry(first.value.id)).toBeNull();
  const third = await again.append('board', profileOf(biel, 2));
  assert(third.ok, 'it was written');
  expect(next.replica.entry(third.value.id)).toEqual(third.value);

  await deliver(next, { runs: community.runs() }, ana);
  await deliver(here, { runs: [runOf([third.value])] }, ana);
  await deliver(here, { runs: community.runs() }, ana);
  expect(next.replica.digest()).toBe(here.replica.digest());
});
