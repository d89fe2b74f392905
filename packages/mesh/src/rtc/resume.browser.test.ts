import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { pageLimit } from '@manyhands/replica';
import { createCast } from '@manyhands/testing';
import { bytesHeld, longRecord } from '../testing/longRecord.ts';
import { closePhone, closePhones, join, openPhone } from '../testing/phones.ts';
import type { MeshPhone } from '../testing/phones.ts';
import { closeConnections, meet } from '../testing/rtcPair.ts';

afterEach(() => {
  closePhones();
  closeConnections();
});

const [ana, biel, , didac] = await createCast();
/** Handshakes, vectors and digests, twice. */
const around = 131_072;

async function linked(giver: MeshPhone, phone: MeshPhone) {
  const [one, other] = await meet();
  // Whoever offered speaks first; here that is whoever gives.
  const [dialler, answerer] = one.role === 'dialler' ? [one, other] : [other, one];
  const [, there] = await join(giver, phone, [dialler.channel, answerer.channel]);
  assert(there.ok, 'they link');
  return there.value;
}

test(
  '[M4] over WebRTC what broke off goes on where it stopped, on a phone that was closed',
  { timeout: 120_000 },
  async () => {
    const community = await longRecord([ana, biel], 1_200, [didac]);
    const giver = await openPhone(community, ana);
    const whole = bytesHeld(giver);
    expect(whole).toBeGreaterThan(2_000_000);
    const holds = [community.ledgerOf(ana)];
    const first = await openPhone(community, didac, { holds });
    first.mesh.subscribe((news) => {
      const bytes = news.type === 'progress' ? (news.progress?.bytes ?? 0) : 0;
      if (bytes > whole / 3) closeConnections();
    });
    const line = await linked(giver, first);
    await line.ended;
    const before = line.bytesReceived;
    expect(before).toBeLessThan(0.8 * whole);
    closePhone(first);

    const next = await openPhone(community, didac, { disk: first.disk });
    const again = await linked(giver, next);
    await vi.waitFor(() => expect(next.replica.digest()).toBe(giver.replica.digest()), {
      interval: 20,
    });
    expect(again.bytesReceived).toBeLessThan(whole - before + pageLimit + around);
  },
);
