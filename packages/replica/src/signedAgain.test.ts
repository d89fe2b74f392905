/** [H9] what comes back spoilt to the device that wrote it is signed again by it. */
import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { signatureLength } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  confirmed,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, TestCommunity } from '@manyhands/testing';
import { expect, test, vi } from 'vitest';
import {
  ana,
  biel,
  phoneOf,
  refusalOf,
  reopenWriter,
  writerOf,
} from './testing/writers.ts';
import type { Run } from './page.ts';

const spoilt = (run: Run, at: number): Run => ({
  ...run,
  items: run.items.map((item, i) =>
    item instanceof Uint8Array && run.from + i === at
      ? concat(item.slice(0, -signatureLength), new Uint8Array(signatureLength))
      : item,
  ),
});

/** Biel's phone was put back; a neighbour brings what it wrote, the second entry spoilt. */
async function putBack(): Promise<{
  community: TestCommunity;
  here: OnMemory;
  asked: Entry;
  bring: () => Promise<unknown>;
}> {
  const { community, here } = await phoneOf(biel);
  const log = community.ledgerOf(biel);
  for (const minutes of [10, 20, 30]) await log.add(helped(ana, minutes));
  const asked = log.entries[1];
  assert(asked, 'Biel asked');
  const bring = () => deliver(here, { runs: [spoilt(log.run(), 1)] }, ana);
  return { community, here, asked, bring };
}

test('[H9] while its app is open: nobody else has to have a good copy', async () => {
  const { community, here, asked, bring } = await putBack();
  const writer = await writerOf(here, biel);
  await bring();
  expect(writer.spent).toBe(true);
  await vi.waitFor(() =>
    expect(here.replica.entry(asked.id)?.stored).toEqual(asked.stored),
  );
  expect(await here.replica.isSigned(asked.id)).toBe(true);

  // Whoever has only the spoilt copy, and is asked for a yes, gets the good one here.
  const hers = await openOnMemory(community.id);
  const runs = [community.ledgerOf(ana).run()];
  await deliver(
    hers,
    { runs: [...runs, spoilt(community.ledgerOf(biel).run(), 1)] },
    biel,
  );
  expect(await hers.replica.isSigned(asked.id)).toBe(false);
  const { page } = here.replica.page(hers.replica.lacks(here.replica.wireVector()));
  assert(page, 'the place is given');
  await hers.replica.receive(page, { type: 'device', device: biel.device });
  expect(await hers.replica.isSigned(asked.id)).toBe(true);
});

test('[H9] when its app is opened later, though it writes nothing more', async () => {
  const { here, asked, bring } = await putBack();
  await bring();
  await here.replica.settled();
  const next = await reopenWriter(here, biel);
  expect(next.replica.entry(asked.id)?.stored).not.toEqual(asked.stored);
  expect(await refusalOf(next, biel)).toEqual({ type: 'JournalBehind' });
  expect(next.replica.entry(asked.id)?.stored).toEqual(asked.stored);
});

test('[H9] nobody else’s, nor what its journal has', async () => {
  const { community, here } = await phoneOf(biel);
  const writer = await writerOf(here, biel);
  const sign = vi.spyOn(biel.signing, 'sign');
  const hers = community.ledgerOf(ana);
  const asked = await hers.add(helped(biel, 10));
  await hers.add(helped(biel, 20));
  await deliver(here, { runs: [spoilt(hers.run(asked.seq), asked.seq)] }, ana);
  await writer.append('board', profileOf(biel));
  expect(sign).toHaveBeenCalledTimes(1);
  const said = await writer.append('ledger', confirmed(asked.id));
  assert(said.ok, 'it was written');
  const { log, seq, prev, stored } = said.value;
  await deliver(here, { runs: [{ ...log, from: seq, prev, items: [stored] }] }, ana);
  expect(await here.replica.isSigned(asked.id)).toBe(false);
  expect(sign).toHaveBeenCalledTimes(2);
  sign.mockRestore();
});
