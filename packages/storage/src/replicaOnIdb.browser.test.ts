import { assert } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Store, Writer } from '@manyhands/replica';
import { Community, createCast, deliver, helped } from '@manyhands/testing';
import type { Person } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { openIdbStore } from './idbStore.ts';
import { documentName } from './names.ts';

const [ana, biel] = await createCast();

interface Phone {
  readonly store: Store;
  readonly replica: Replica;
  readonly writer: Writer;
}

async function openPhone(community: Community, owner: Person): Promise<Phone> {
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
  const community = await Community.of(ana, [biel], { random: '01'.repeat(16) });
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

test('[R5] a document that is gone is written again from the journal', async () => {
  const community = await Community.of(ana, [biel], { random: '02'.repeat(16) });
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
