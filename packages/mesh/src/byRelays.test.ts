import { expect, test, vi } from 'vitest';
import { byRelays } from './byRelays.ts';

test('where there is no WebRTC nobody is introduced, and it says so', async () => {
  expect(globalThis).not.toHaveProperty('RTCPeerConnection');
  const introduced = byRelays(undefined)(
    { room: 'room', password: 'password', relays: [] },
    vi.fn(),
    vi.fn(),
  );
  await expect(introduced).rejects.toThrow('no WebRTC');
});
