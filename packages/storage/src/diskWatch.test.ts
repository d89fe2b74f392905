/** A disk in trouble is tried until it is well, whatever goes wrong while it is. */
import { ok } from '@manyhands/base';
import {
  TestCommunity,
  createCast,
  openOnMemory,
  raisedDuring,
} from '@manyhands/testing';
import { expect, test, vi } from 'vitest';
import { DiskWatch } from './diskWatch.ts';

const [ana, biel] = await createCast();

test('a try that fails is told, and the next fault brings another', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const { replica, store } = await openOnMemory(community.id);
  const reread = vi.fn(() => Promise.resolve(ok(undefined)));
  const watch = new DiskWatch(store, replica, { reread } as never, () => undefined);
  const bug = new Error('a bug');
  const settled = vi.spyOn(replica, 'settled').mockRejectedValueOnce(bug);
  const raised = await raisedDuring(async () => {
    watch.fail('StoreFull');
    await vi.waitFor(() => expect(settled).toHaveBeenCalled());
  });
  expect(raised).toEqual([bug]);
  expect(watch.trouble).toBe('StoreFull');
  watch.fail('StoreFull');
  await vi.waitFor(() => expect(watch.trouble).toBeNull());
  watch.close();
});
