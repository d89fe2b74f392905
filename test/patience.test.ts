import { expect, test, vi } from 'vitest';

test('what takes longer than a second is waited for', async () => {
  let isThere = false;
  setTimeout(() => (isThere = true), 1_100);
  await vi.waitFor(() => expect(isThere).toBe(true));
});
