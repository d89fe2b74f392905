import { assert } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { encodePage, openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Store, Writer } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { openIdbStore } from './idbStore.ts';
import { documentName } from './names.ts';

const [ana, biel] = await createCast();

interface Phone {
  readonly store: Store;
  readonly replica: Replica;
  readonly writer: Writer;
}

async function openPhone(community: TestCommunity, owner: CastMember): Promise<Phone> {
  const { member, device } = owner;
  const store = await openIdbStore({ community: community.id, device });
  assert(store.ok, 'IndexedDB opens');
  const own = { member, device };
  const replica = await openReplica({
    community: community.id,
    store: store.value,
    own,
  });
  assert(replica.ok, 'the replica opens');
  const writer = await openWriter({
    replica: replica.value,
    member,
    device: owner.signing,
    store: store.value,
    now: () => 28_000_000 as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, 'the writer opens');
  return { store: store.value, replica: replica.value, writer: writer.value };
}

test('[S1] a phone that is opened again holds what it held', async () => {
  const community = await TestCommunity.of(ana, [biel], { random: '01'.repeat(16) });
  const phone = await openPhone(community, biel);
  await deliver(phone, { runs: community.runs() }, ana);
  for (let n = 1; n <= 20; n++) await phone.writer.append('ledger', helped(ana, n));
  expect(await phone.replica.settled()).toMatchObject({ ok: true });
  await phone.replica.close();

  const again = await openPhone(community, biel);
  expect(again.replica.faults()).toEqual([]);
  expect(again.replica.digest()).toBe(phone.replica.digest());
  expect(again.replica.ledger.stateHash()).toBe(phone.replica.ledger.stateHash());
  await again.replica.close();
  await again.store.destroy();
});

test('[replica/R5] a document that is gone is written again from the journal', async () => {
  const community = await TestCommunity.of(ana, [biel], { random: '02'.repeat(16) });
  const phone = await openPhone(community, ana);
  // Ana's journal holds the founding too, as on the phone that founded.
  await phone.writer.append('ledger', await community.foundContent());
  await phone.writer.append('ledger', await community.admitContent(biel));
  await phone.writer.append('ledger', helped(biel, 45));
  await phone.replica.settled();
  await phone.replica.close();
  const { community: id, device } = { community: community.id, device: ana.device };
  await new Promise((resolve) => {
    const name = documentName({ community: id, device });
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });

  const again = await openPhone(community, ana);
  expect(again.replica.digest()).toBe(phone.replica.digest());
  expect(again.replica.ledger.askedBy(ana.member)).toHaveLength(1);
  await again.replica.close();
  await again.store.destroy();
});

/** Every row of every database of this origin, as the browser gives it back. */
async function allRows(): Promise<string> {
  const rows: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('not opened')));
    });
    for (const storeName of database.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction(storeName).objectStore(storeName).getAll();
        request.addEventListener('success', () => resolve(request.result));
      });
      for (const row of all) rows.push(hexOf(row));
    }
    database.close();
  }
  return rows.join(' ');
}

/** All bytes and all text in a row, however deep. */
function hexOf(row: unknown): string {
  if (row instanceof Uint8Array) return toHex(row);
  if (typeof row === 'string') return toHex(utf8Bytes(row));
  if (row === null || typeof row !== 'object') return '';
  return Object.values(row).map(hexOf).join(' ');
}

/** All that this phone would give to a newcomer. */
function everythingFrom({ replica }: Phone): Uint8Array[] {
  const asks = replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: 0, max: length }));
  const { page, rest } = replica.page(asks);
  assert(page !== null && rest.length === 0, 'all of it is one page');
  return [page];
}

test('[replica/R3] no database keeps what is erased: of who erased, who heard of it, who came later', async () => {
  const community = await TestCommunity.of(ana, [biel], { random: '03'.repeat(16) });
  const words = 'what Biel would rather not have said';
  const holds = async (): Promise<boolean> =>
    (await allRows()).includes(toHex(utf8Bytes(words)));
  const bielsPhone = await openPhone(community, biel);
  const anasPhone = await openPhone(community, ana);
  await anasPhone.writer.append('ledger', await community.foundContent());
  await anasPhone.writer.append('ledger', await community.admitContent(biel));
  for (const page of everythingFrom(anasPhone)) {
    await bielsPhone.replica.receive(page, { type: 'device', device: ana.device });
  }
  const said = await bielsPhone.writer.append('board', {
    ...profileOf(biel, 1),
    about: words,
  });
  assert(said.ok, 'it was written');
  await bielsPhone.writer.append('board', profileOf(biel, 2));
  const source = { type: 'device', device: biel.device } as const;
  for (const page of everythingFrom(bielsPhone)) {
    await anasPhone.replica.receive(page, source);
  }
  for (const phone of [anasPhone, bielsPhone]) await phone.replica.settled();
  expect(await holds()).toBe(true);

  expect(await bielsPhone.writer.erase([said.value])).toMatchObject({ ok: true });
  await anasPhone.replica.receive(everythingFrom(bielsPhone)[0] as Uint8Array, source);
  expect(await anasPhone.replica.settled()).toMatchObject({ ok: true });
  expect(await holds()).toBe(false);

  // Told once more by somebody who has not heard of it, and given on to a newcomer.
  const { kind, member, device } = said.value.log;
  const { prev, stored } = said.value;
  const run = { kind, member, device, from: 0, prev, items: [stored] };
  await anasPhone.replica.receive(encodePage({ evidence: [], runs: [run] }), source);
  const [page] = everythingFrom(anasPhone);
  assert(page, 'there is a page');
  expect(toHex(page)).not.toContain(toHex(utf8Bytes(words)));
  for (const phone of [anasPhone, bielsPhone]) {
    await phone.replica.settled();
    await phone.replica.close();
  }
  expect(await holds()).toBe(false);

  const again = await openPhone(community, biel);
  expect(again.replica.faults()).toEqual([]);
  expect(again.replica.board.boardHash()).toBe(anasPhone.replica.board.boardHash());
  expect(again.replica.digest()).toBe(anasPhone.replica.digest());
  expect(await again.writer.append('board', profileOf(biel, 3))).toMatchObject({
    ok: true,
    value: { seq: 3 },
  });
  await again.replica.close();
  await again.store.destroy();
  await anasPhone.store.destroy();
});
