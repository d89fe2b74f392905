/** [H4] when boards are asked anew how far they reach. */
import { expect, test } from 'vitest';
import type { Ledger } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import type { Holdings } from './holdings.ts';
import { Reach } from './reach.ts';

const [ana, biel] = await createCast();

test('[H4] standings move with a device that is let in, and not with an hour', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const here = await openOnMemory(community.id);
  const take = () => deliver(here, { runs: community.runs() }, ana);
  await take();
  const before = here.replica.ledger.standingVersion;
  const hour = await community.ledgerOf(biel).add(helped(ana, 30));
  await community.ledgerOf(ana).add(confirmed(hour.id));
  await take();
  expect(here.replica.ledger.standingVersion).toBe(before);
  const tablet = await createPerson('Biel', 'tablet');
  await community.ledgerOf(ana).add(await community.enrolContent(tablet));
  await take();
  expect(here.replica.ledger.standingVersion).toBeGreaterThan(before);
});

test('[H4] boards are asked once for each change of standings or of certificates', () => {
  const board = {};
  const certificates = new Map<string, object>();
  const held = { certificates, boards: new Map([['board', board]]) };
  const ledger = { standingVersion: 0 };
  const reach = new Reach(held as unknown as Holdings, ledger as Ledger);
  const asked = () => [...reach.changed()];
  expect(asked()).toEqual([]);
  certificates.set('somebody', {});
  expect([asked(), asked()]).toEqual([[board], []]);
  ledger.standingVersion += 1;
  expect([asked(), asked()]).toEqual([[board], []]);
});
