/** [mesh/M4] what others said to have stored, on this phone's disk. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey, LogId } from '@manyhands/base';
import { TestCommunity, createCast, helped, profileOf } from '@manyhands/testing';
import { heldAcks } from '@manyhands/community/keeping';
import type { Place } from '@manyhands/community/opened';
import { silentPhone } from '../../packages/community/src/testing/silentPhone.ts';
import { AckMemory } from './ackMemory.ts';
import { keepAcks, readAcks } from './placeNotes.ts';

const [ana, biel, carme] = await createCast();
const open: AckMemory[] = [];
let hers: Place;

beforeEach(async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  hers = (await silentPhone(carme, community)).place;
  await hers.writer.append('ledger', helped(ana, 20));
});
afterEach(() => {
  for (const memory of open.splice(0)) memory.close();
});

async function memoryOf(place: Place): Promise<AckMemory> {
  const { notes, replica, membership } = place;
  const kept = await readAcks(notes);
  const memory = new AckMemory({ notes, replica, membership, kept });
  open.push(memory);
  return memory;
}

/** Of all logs that are here, stored to their end. */
const all = ({ replica }: Place) =>
  new Map(replica.vector().map(({ logId, length }) => [logId, length]));
const ofMine = ({ replica, membership }: Place) =>
  new Map(
    replica
      .vector()
      .filter(({ log }) => log.member === membership.member)
      .map(({ logId, length }) => [logId, length]),
  );
const isKept = (devices: readonly DeviceKey[]) =>
  vi.waitFor(async () => {
    const rows = await readAcks(hers.notes);
    expect(rows.map(({ device }) => device)).toEqual(devices);
  });

test('[mesh/M4] of one’s own logs is remembered after the app was closed', async () => {
  const memory = await memoryOf(hers);
  memory.hear(new Map([[biel.device, all(hers)]]));
  expect(memory.acks).toEqual(new Map([[biel.device, ofMine(hers)]]));
  await isKept([biel.device]);
  expect((await memoryOf(hers)).acks).toEqual(memory.acks);
});

test('[mesh/M4] counts no more when another entry stands there', async () => {
  const memory = await memoryOf(hers);
  memory.hear(new Map([[biel.device, all(hers)]]));
  await isKept([biel.device]);
  const rows = (await readAcks(hers.notes)).map(({ device, logs }) => ({
    device,
    logs: logs.map((log) => ({ ...log, head: '0d'.repeat(16) })),
  }));
  await keepAcks(hers.notes, rows);
  expect((await memoryOf(hers)).acks.size).toBe(0);
  // Nor does a number for which nothing stands here yet.
  const [{ log } = { log: '' }] = rows.flatMap(({ logs }) => logs);
  const beyond = { log, length: 2 ** 20, head: '00'.repeat(16) };
  await keepAcks(hers.notes, [{ device: biel.device, logs: [beyond] }]);
  expect((await memoryOf(hers)).acks.size).toBe(0);
});

test('[mesh/M4] an entry that was erased since is still the one of which it was said', async () => {
  const first = await hers.writer.append('board', profileOf(carme));
  const last = await hers.writer.append('board', profileOf(carme, 1));
  assert(first.ok && last.ok, 'Carme writes');
  const memory = await memoryOf(hers);
  memory.hear(new Map([[biel.device, all(hers)]]));
  await hers.writer.erase([last.value]);
  memory.hear(new Map([[ana.device, all(hers)]]));
  await isKept([biel.device, ana.device]);
  const board = first.value.logId;
  const { acks } = await memoryOf(hers);
  expect(acks.get(biel.device)?.get(board)).toBe(2);
  expect(acks.get(ana.device)?.get(board)).toBe(3);
});

test('[mesh/M4] what somebody says in a parcel counts up to the entry it names', () => {
  const [head] = hers.replica.vector();
  assert(head, 'the founding log');
  const said = (length: number, id: string) => {
    const log = head.logId.slice(0, 32);
    return heldAcks(hers.replica, [{ log, length, head: id.slice(0, 32) }]);
  };
  expect(said(head.length, head.head)).toEqual(new Map([[head.logId, head.length]]));
  const nothing = new Map<LogId, number>();
  expect(said(head.length - 1, head.head)).toEqual(nothing);
  expect(said(head.length + 1, head.head)).toEqual(nothing);
  expect(said(2 ** 20, '00'.repeat(16))).toEqual(nothing);
});
