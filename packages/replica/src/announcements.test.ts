import { expect, test } from 'vitest';
import {
  TestCommunity,
  deliver,
  helped,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import { ana, biel, carme, didac } from './testing/phones.ts';
import type { Change } from './types.ts';

/** A replica that holds all of a community, and the changes it tells from then on. */
async function holding(community: TestCommunity) {
  const phone = await openOnMemory(community.id);
  await deliver(phone, { runs: community.logs().map((log) => log.run()) }, ana);
  const changes: Change[] = [];
  phone.replica.subscribe((change) => changes.push(change));
  return { ...phone, changes };
}

async function written(): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  for (const each of [biel, carme, didac]) {
    await community.ledgerOf(each).add(helped(ana, 60));
    await community.boardOf(each).add(profileOf(each));
  }
  return community;
}

test('[R4] what is told of a log is made anew when that log changes, and of no other', async () => {
  const community = await written();
  const phone = await holding(community);
  const before = phone.replica.wireVector();
  expect(phone.replica.wireVector()).toBe(before);
  const log = community.ledgerOf(carme);
  const { seq } = await log.add(helped(ana, 30));
  await deliver(phone, { runs: [log.run(seq)] }, carme);
  const after = phone.replica.wireVector();
  expect(after).toHaveLength(before.length);
  const others = after.filter((head, at) => head !== before[at]);
  expect(others).toMatchObject([
    { log: log.entries[0]?.logId.slice(0, 32), length: 2 },
  ]);
  expect(phone.replica.announced(others[0]?.log ?? '')).toBe(others[0]);
  expect(phone.replica.announced('00'.repeat(16))).toBeNull();
});

test('[R4] a change says which logs are told further, and how far they were told', async () => {
  const community = await written();
  const phone = await holding(community);
  const log = community.ledgerOf(carme);
  const added = [await log.add(helped(ana, 30)), await log.add(helped(ana, 45))];
  for (const { seq } of added)
    await deliver(phone, { runs: [log.run(seq, seq + 1)] }, carme);
  const name = added[0]?.logId.slice(0, 32);
  expect(phone.changes.map(({ grown }) => [...grown])).toEqual([
    [[name, 1]],
    [[name, 2]],
  ]);
  expect(phone.changes.every(({ hasOtherGaps }) => !hasOtherGaps)).toBe(true);
});

test('[R4] a log is told once its device is certified, in the order of certificates', async () => {
  const community = await written();
  const phone = await openOnMemory(community.id);
  const changes: Change[] = [];
  phone.replica.subscribe((change) => changes.push(change));
  const [founding, ...rest] = community.logs();
  await deliver(phone, { runs: rest.map((log) => log.run()) }, biel);
  expect(phone.replica.wireVector()).toEqual([]);
  await deliver(phone, { runs: community.logs().map((log) => log.run()) }, biel);
  const names = phone.replica.wireVector().map(({ log }) => log);
  expect(names).toHaveLength(community.logs().length);
  expect(names[0]).toBe(founding?.entries[0]?.logId.slice(0, 32));
  expect([...(changes.at(-1)?.grown.keys() ?? [])].sort()).toEqual([...names].sort());
  const { replica } = await openOnMemory(community.id, phone.disk);
  expect(replica.digest()).toBe(phone.replica.digest());
});
