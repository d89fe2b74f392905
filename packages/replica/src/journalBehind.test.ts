import { assert } from '@manyhands/base';
import { encodeTravelling, witnessEntry } from '@manyhands/ledger';
import {
  deliver,
  helped,
  LogBuilder,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { pageOf } from './page.ts';
import type { Store } from './store.ts';
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

describe('[R10] an own entry that the journal lacks', () => {
  test('is found when the journal is read anew', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    await writer.append('ledger', helped(ana, 30));
    expect(await writer.reread()).toEqual({ ok: true, value: undefined });
    here.disk.journal.clear();
    expect(await writer.reread()).toEqual({
      ok: false,
      error: { type: 'JournalBehind' },
    });
    expect(writer.spent).toBe(true);
  });

  test('everything on the disk is gone: who has written before does not begin anew', async () => {
    const { here } = await phoneOf(biel);
    const tried = (hasWritten: boolean) =>
      tryWriter(here, biel, here.store, hasWritten);
    expect((await tried(false)).ok).toBe(true);
    expect(await tried(true)).toEqual({ ok: false, error: { type: 'JournalBehind' } });
    await (await writerOf(here, biel)).append('board', profileOf(biel));
    expect((await tried(true)).ok).toBe(true);
  });

  test('in the document: the writer does not open', async () => {
    const { here } = await phoneOf(biel);
    await (await writerOf(here, biel)).append('ledger', helped(ana, 30));
    here.disk.journal.clear();
    const next = await reopenWriter(here, biel);
    expect(await refusalOf(next, biel)).toEqual({ type: 'JournalBehind' });
  });

  test('another one at the same place: the writer does not open', async () => {
    const { here } = await phoneOf(biel);
    await (await writerOf(here, biel)).append('ledger', helped(ana, 30));
    const other = await phoneOf(biel);
    await (await writerOf(other.here, biel)).append('ledger', helped(ana, 31));
    here.disk.journal.clear();
    for (const [place, row] of other.here.disk.journal)
      here.disk.journal.set(place, row);
    expect(await refusalOf(here, biel)).toEqual({ type: 'JournalBehind' });
  });

  test('detached, as a QR code brings it: the writer does not open', async () => {
    const { community, here } = await phoneOf(biel);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 30));
    const shown = await log.add(helped(ana, 60));
    await here.replica.receive(pageOf([encodeTravelling(shown)]), { type: 'message' });
    expect(await refusalOf(here, biel)).toEqual({ type: 'JournalBehind' });
  });

  test('found when an unsure write is read back: its place is not signed a second time', async () => {
    const { here } = await phoneOf(biel);
    const { journal } = here.store;
    let isLost = false;
    const append: Store['journal']['append'] = async (row) => {
      if (!isLost) return journal.append(row);
      here.disk.journal.clear(); // the browser threw away what it had
      return { ok: false, error: { type: 'StoreLost', why: 'connection cut' } };
    };
    const store = { ...here.store, journal: { ...journal, append } };
    const writer = await tryWriter(here, biel, store);
    assert(writer.ok, 'the writer opens');
    expect((await writer.value.append('ledger', helped(ana, 30))).ok).toBe(true);
    isLost = true;
    expect(await writer.value.append('ledger', helped(ana, 60))).toMatchObject({
      error: { type: 'StoreLost' },
    });
    isLost = false;
    const refused = await writer.value.append('ledger', helped(ana, 31));
    expect(refused).toEqual({ ok: false, error: { type: 'JournalBehind' } });
    expect(here.disk.journal.size).toBe(0);
    expect(writer.value.spent).toBe(true);
  });

  test('from another device while running: nothing is written here again', async () => {
    const { community, here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    await community.ledgerOf(biel).add(helped(ana, 30));
    await deliver(here, { runs: community.runs() }, ana);
    expect(writer.spent).toBe(true);
    const refused = await writer.append('ledger', helped(ana, 60));
    expect(refused).toEqual({ ok: false, error: { type: 'JournalBehind' } });
  });

  test('an old backup whose document went bad: what is journalled is shown all the same', async () => {
    const { community, here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const shown = [
      await writer.append('ledger', helped(ana, 30)),
      await writer.append('ledger', helped(ana, 60)),
    ];
    // The document of another day: two entries that this journal does not have.
    const log = community.ledgerOf(biel);
    for (const minutes of [7, 8]) await log.add(helped(ana, minutes));
    const disk = { ...here.disk, updates: [], counted: 0 };
    const own = { member: biel.member, device: biel.device };
    const next = await openOnMemory(community.id, disk, { own });
    await deliver(next, { runs: community.runs() }, ana);

    expect(await refusalOf(next, biel)).toEqual({ type: 'JournalBehind' });
    for (const entry of [...shown, ...log.entries]) {
      const id = 'ok' in entry ? entry.ok && entry.value.id : entry.id;
      expect(id && next.replica.entry(id)).toBeTruthy();
    }
    expect(next.replica.forks.toProve()).toMatchObject([{ seq: 0 }]);
    expect(next.disk.journal.size).toBe(2);
  });

  test('a document that lost its end to a bad row and has a stranger beyond it', async () => {
    const { community, here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const first = await writer.append('ledger', helped(ana, 30));
    assert(first.ok, 'it was written');
    const log = community.ledgerOf(biel);
    for (const minutes of [1, 2, 3]) await log.add(helped(ana, minutes));
    const disk = { ...here.disk, updates: [], counted: 0 };
    const own = { member: biel.member, device: biel.device };
    const next = await openOnMemory(community.id, disk, { own });
    await deliver(next, { runs: [community.ledgerOf(ana).run()] }, ana);
    const alone = log.entries[2];
    assert(alone, 'it was written');
    await next.replica.receive(pageOf([encodeTravelling(alone)]), { type: 'message' });

    expect(await refusalOf(next, biel)).toEqual({ type: 'JournalBehind' });
    expect(next.replica.head(log.log)).toEqual({ length: 1, head: first.value.id });
  });

  test('what its device wrote for somebody else is no such thing', async () => {
    const { community, here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const { signing, device } = biel;
    const neighbour = { ...carme, signing, device };
    await community.ledgerOf(ana).add(await community.admitContent(neighbour));
    const log = new LogBuilder(community.id, 'ledger', neighbour);
    await log.add(helped(ana, 30));
    const runs = [community.ledgerOf(ana).run(), log.run()];
    const { added } = await deliver(here, { runs }, ana);
    expect(added).toHaveLength(2);
    expect(writer.spent).toBe(false);
  });

  test('its own entries coming back are no such thing', async () => {
    const { here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    await writer.append('ledger', helped(ana, 30));
    const { page } = here.replica.page(
      here.replica
        .wireVector()
        .map(({ log, length }) => ({ log, from: 0, max: length })),
    );
    assert(page, 'there is a page');
    // The document was lost, and a neighbour brings it all back.
    here.disk.updates = [];
    const next = await reopenWriter(here, biel);
    const again = await writerOf(next, biel);
    await next.replica.receive(page, { type: 'device', device: ana.device });
    expect(again.spent).toBe(false);
    expect((await again.append('ledger', helped(ana, 60))).ok).toBe(true);
  });
});

describe('[R10] what a witness carries of one’s own', () => {
  /** Biel's phone was put back to an old copy of its disk; Carme has carried what he wrote since. */
  async function putBack(spoilt = false) {
    const { community, here } = await phoneOf(biel);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 30));
    const carried = witnessEntry(await log.add(helped(ana, 60)));
    assert(carried !== null, 'a proposal can be carried');
    const sig = spoilt ? '00'.repeat(64) : carried.sig;
    const witness = await community.ledgerOf(ana).add({ ...carried, sig });
    const page = pageOf([encodeTravelling(witness)]);
    return { here, hear: () => here.replica.receive(page, { type: 'message' }) };
  }

  test('and the journal lacks: the writer does not open', async () => {
    const { here, hear } = await putBack();
    await hear();
    expect(await refusalOf(here, biel)).toEqual({ type: 'JournalBehind' });
    const next = await reopenWriter(here, biel);
    expect(await refusalOf(next, biel)).toEqual({ type: 'JournalBehind' });
  });

  test('and comes while it is open: it writes nothing more', async () => {
    const { here, hear } = await putBack();
    const writer = await writerOf(here, biel);
    await hear();
    expect(writer.spent).toBe(true);
    const refused = await writer.append('ledger', helped(ana, 1));
    expect(refused).toEqual({ ok: false, error: { type: 'JournalBehind' } });
  });

  test('or says to, with a bad signature inside: nobody is silenced by that', async () => {
    const { here, hear } = await putBack(true);
    const writer = await writerOf(here, biel);
    await hear();
    expect(writer.spent).toBe(false);
    expect((await writer.append('ledger', helped(ana, 1))).ok).toBe(true);
  });

  test('and the journal has: it writes on', async () => {
    const { community, here } = await phoneOf(biel);
    const writer = await writerOf(here, biel);
    const asked = await writer.append('ledger', helped(ana, 30));
    assert(asked.ok, 'it is written');
    const carried = witnessEntry(asked.value);
    assert(carried !== null, 'a proposal can be carried');
    const witness = await community.ledgerOf(ana).add(carried);
    const page = pageOf([encodeTravelling(witness)]);
    await here.replica.receive(page, { type: 'message' });
    expect(writer.spent).toBe(false);
    expect((await writer.append('ledger', helped(ana, 1))).ok).toBe(true);
  });
});
