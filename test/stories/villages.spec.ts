/**
 * The community is cut in two halves that cannot hear each other. Both let somebody in,
 * both trade, both go on; then the halves meet again, and nothing has been lost.
 */
import { test as base, expect } from '@playwright/test';
import { assert } from '@manyhands/base';
import { fillReplica, readArchive } from '@manyhands/archive';
import { openReplica } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { downloads } from '../downloads.ts';
import type { Neighbour } from '../neighbour.ts';
import { Villages, cannot } from '../villages.ts';

const test = base.extend<{ villages: Villages }>({
  villages: async ({ viewport, hasTouch, isMobile, deviceScaleFactor }, use) => {
    const phone = { viewport, hasTouch, isMobile };
    const villages = await Villages.begin({
      ...phone,
      ...(deviceScaleFactor === undefined ? {} : { deviceScaleFactor }),
    });
    await use(villages);
    const complaints = villages.complaints();
    await villages.end();
    expect(complaints).toEqual([]);
  },
});

const isLinkedTo = (neighbour: Neighbour, others: number): Promise<void> =>
  expect
    .poll(
      async () => (await neighbour.traffic()).filter(({ isOpen }) => isOpen).length,
      { message: `links of ${neighbour.name}` },
    )
    .toBe(others);

/** What the record comes to on one phone, by the file that this phone makes of it. */
async function recordOf(neighbour: Neighbour) {
  const archive = await readArchive(
    await downloads(neighbour, 'Download the community'),
  );
  assert(archive.ok, 'the archive is whole');
  const { community, stateHash } = archive.value.manifest;
  const opened = await openReplica({ community, store: createMemoryStore() });
  assert(opened.ok, 'memory opens');
  expect((await fillReplica(opened.value, archive.value)).ok).toBe(true);
  const { ledger } = opened.value;
  return { stateHash, folded: ledger.stateHash(), cuts: ledger.cuts().length };
}

test('two villages that are cut off from each other both go on, and are one again', async ({
  villages,
}) => {
  test.skip(cannot !== null, cannot ?? '');
  const ana = await villages.neighbour('west', 'Ana');
  const carme = await villages.neighbour('east', 'Carme');
  await ana.founds('Riverside');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.saysHelped({ with: 'Carme' });
  await carme.saysYes();
  await ana.reads('Done. You both agree');

  await villages.cut();
  await isLinkedTo(ana, 0);
  await isLinkedTo(carme, 0);

  // Each village lets somebody in whom the other has never heard of, and trades.
  const biel = await villages.neighbour('west', 'Biel');
  await biel.joins(await ana.invites());
  await biel.isLetIn();
  const didac = await villages.neighbour('east', 'Didac');
  await didac.joins(await carme.invites());
  await didac.isLetIn();
  for (const each of [biel, didac]) each.mayMissTheNetwork();
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.saysYes();
  await carme.saysWasHelped({ with: 'Didac' });
  await didac.saysYes();
  await ana.saysHelped({ with: 'Carme' });
  await ana.goesHome();
  await ana.hasHours('Nothing to give or ask yet');
  await carme.goesHome();
  await carme.hasHours('You can give back 3 hours');

  await villages.heal();
  const everybody = [ana, biel, carme, didac];
  // Biel and Didac were let in where the other's certificate was not known (replica/B7).
  await Promise.all(everybody.map((each) => isLinkedTo(each, 3)));
  await carme.saysYes();
  const hours = {
    Ana: 'You can ask for 1 hour 30 minutes',
    Biel: 'You can ask for 1 hour 30 minutes',
    Carme: 'You can give back 4 hours 30 minutes',
    Didac: 'You can ask for 1 hour 30 minutes',
  };
  for (const each of everybody) {
    await each.goesHome();
    await each.hasHours(hours[each.name as keyof typeof hours]);
    await each.readsNoMore(/two different copies|paused/i);
    await each.goesTo('Us');
    await each.reads('4 members');
    await each.reads('4 exchanges');
    await each.reads('6 h of help');
  }
  const [first, ...others] = await Promise.all(everybody.map(recordOf));
  expect(first?.cuts).toBe(0);
  expect(first?.folded).toBe(first?.stateHash);
  for (const other of others) expect(other).toEqual(first);
});
