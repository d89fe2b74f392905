import { expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import {
  TestCommunity,
  createMemoryBlobs,
  helped,
  openMemoryBlobs,
  openOnMemory,
  raisedDuring,
} from '@manyhands/testing';
import { BlobStore } from './blobStore.ts';
import { encodePage } from './page.ts';
import { ana, biel, carme, dutifulPhoneOf } from './testing/phones.ts';

const bug = new Error('a bug');
const fail = (): never => {
  throw bug;
};

test('[ledger/L10] a duty that fails is told, and the next one is done', async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const phone = await dutifulPhoneOf(community, carme);
  await phone.duties.now();
  const prove = vi.spyOn(phone.replica.forks, 'toProve').mockImplementationOnce(fail);
  const raised = await raisedDuring(async () => {
    await community.ledgerOf(biel).add(helped(ana, 60));
    const page = encodePage({ evidence: [], runs: [community.ledgerOf(biel).run()] });
    await phone.replica.receive(page, { type: 'message' });
  });
  expect(raised).toEqual([bug]);
  expect(prove).toHaveBeenCalledTimes(1);
  await phone.duties.now();
  expect(prove).toHaveBeenCalledTimes(2);
});

test('[A14] an blob store whose disk fails once is tidied by the next change', async () => {
  const blobs = openMemoryBlobs(createMemoryBlobs());
  const list = vi.spyOn(blobs, 'list').mockRejectedValueOnce(bug);
  const changes: (() => void)[] = [];
  const board = {
    version: 0,
    listings: () => [],
    profiles: () => [],
    accountCards: () => [],
  };
  const replica = {
    board,
    faults: () => [],
    subscribe: (listener: () => void) => {
      changes.push(listener);
      return () => undefined;
    },
  };
  const raised = await raisedDuring(async () => {
    const blobStore = new BlobStore({
      replica: replica as never,
      blobs,
      own: ana.member,
      now: () => 0,
    });
    await blobStore.settled();
    expect(list).toHaveBeenCalledTimes(1);
    board.version += 1;
    for (const change of changes) change();
    await blobStore.settled();
    expect(list).toHaveBeenCalledTimes(2);
    await blobStore.close();
  });
  expect(raised).toEqual([bug]);
});

test('[R2] what came stays, and the others hear of it, if a listener throws', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const { replica } = await openOnMemory(community.id);
  const heard = vi.fn();
  replica.subscribe(fail);
  replica.subscribe(heard);
  const [first] = community.logs();
  assert(first, 'it was founded');
  const page = encodePage({ evidence: [], runs: [first.run()] });
  const raised = await raisedDuring(async () => {
    const received = await replica.receive(page, { type: 'message' });
    expect(received.added).not.toEqual([]);
    expect(received.refused).toBeNull();
  });
  expect(raised).toEqual([bug]);
  expect(heard).toHaveBeenCalledOnce();
});
