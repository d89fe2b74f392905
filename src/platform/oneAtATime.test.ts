import { expect, test, vi } from 'vitest';
import { raisedDuring } from '@manyhands/testing';
import { oneAtATime } from './oneAtATime.ts';

test('[storage/S1] a write that fails is told, and the next is tried', async () => {
  const bug = new Error('a bug');
  const write = vi.fn(() => Promise.resolve());
  write.mockRejectedValueOnce(bug);
  const save = oneAtATime(write);
  const raised = await raisedDuring(async () => {
    save();
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(1));
    save();
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
  });
  expect(raised).toEqual([bug]);
});

test('what is asked for while it writes is in the next, however often', async () => {
  let end = (): void => undefined;
  const write = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const save = oneAtATime(write);
  save();
  await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(1));
  save();
  save();
  save();
  end();
  await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
  end();
  await Promise.resolve();
  expect(write).toHaveBeenCalledTimes(2);
});
