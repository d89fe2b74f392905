import { afterEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { helped } from '@manyhands/testing';
import { closePhones } from '../testing/phones.ts';
import { closeConnections, meet } from '../testing/rtcPair.ts';
import { ends, theft } from '../testing/stolen.ts';

afterEach(() => {
  closePhones();
  closeConnections();
});

test('[ledger/L12] over WebRTC a switched-off phone hears that it is, and the line is gone', async () => {
  const all = await theft();
  const [hers, stolen] = [await all.open(all.ana), await all.open(all.biel)];
  const [here, there] = await meet();
  const linked = await Promise.all([
    hers.mesh.connectChannel(here.channel, here.role),
    stolen.mesh.connectChannel(there.channel, there.role),
  ]);
  expect(linked.map(({ ok }) => ok)).toEqual([true, true]);
  await ends(hers, all);
  const later = await hers.writer.append('ledger', helped(all.carme, 60));
  assert(later.ok, 'Ana writes');
  const { member, device } = all.biel;
  const hears = () => stolen.replica.ledger.isSwitchedOff(member, device);
  await expect.poll(hears).toBe(true);
  // Whichever end goes first, the other hears of it a moment later.
  for (const { channel } of [here, there]) {
    await expect.poll(() => channel.isOpen).toBe(false);
  }
  expect(stolen.replica.entry(later.value.id)).toBeNull();
  expect([...hers.mesh.peers(), ...stolen.mesh.peers()]).toEqual([]);
});
