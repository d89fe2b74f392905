import { afterEach, expect, test } from 'vitest';
import { startRelay } from './startRelay.ts';
import type { Relay } from './startRelay.ts';
import { Crowd } from './testing/crowd.ts';

let relay: Relay;
let crowd: Crowd;
afterEach(async () => {
  crowd.leave();
  await relay.close();
});

const all = (phones: number) => Array.from({ length: phones }, (_, i) => i);

test('[mesh/M10] 400 phones of ten communities, all at once: everybody hears their own, once', async () => {
  relay = await startRelay({ port: 0 });
  const phones = 400;
  crowd = await Crowd.gather({
    port: relay.port,
    phones,
    perCommunity: 40,
    perAddress: 100,
  });
  expect(relay.stats()).toMatchObject({ connections: phones, rooms: 20, cutOff: 0 });
  const { after, expected } = await crowd.speak(all(phones), 300);
  expect(after).toHaveLength(expected);
  expect(expected).toBe(phones * 39);
  expect(relay.stats()).toMatchObject({ connections: phones, cutOff: 0 });

  // A second time, so that a copy too many would have come by now.
  const again = await crowd.speak(all(phones), 300);
  expect(again.after).toHaveLength(expected);
});

test('[R4] one address that floods its room slows nobody else’s', async () => {
  relay = await startRelay({
    port: 0,
    limits: { copiesAtOnce: 1_000, copiesPerSecond: 100 },
  });
  crowd = await Crowd.gather({
    port: relay.port,
    phones: 60,
    perCommunity: 20,
    perAddress: 20,
  });
  // The first community says far more than its address may have copied…
  const flood = crowd.speak(
    all(20).flatMap((i) => Array<number>(20).fill(i)),
    300,
  );
  // …and the third, from elsewhere, is heard whole.
  await expect.poll(() => relay.stats().messages).toBeGreaterThan(400);
  void flood;
  const { after, expected } = await crowd.speak([40, 41, 42], 300);
  expect(after).toHaveLength(expected);
  expect(relay.stats().cutOff).toBe(0);
});
