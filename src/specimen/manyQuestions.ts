import { assert } from '@manyhands/base';
import type { MinuteOfTime, Minutes } from '@manyhands/base';
import { randomBytes } from '@manyhands/keys';
import { openReplica, openWriter } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { copy } from '../demo/village.ts';
import type { ScreenVillage } from './village.ts';

/**
 * What a phone is sent when one voice has opened so many motions: the pages of a log of theirs, on a
 * device that nobody here has heard of anything else from.
 */
export async function manyQuestions(
  village: ScreenVillage,
  by: string,
  count: number,
  bytesOfPage?: number,
): Promise<Uint8Array[]> {
  const { replica } = village.placeOf(by);
  await village.addDevice(by, 'the loud phone');
  const { device, membership } = village.placeOf('the loud phone');
  const { member } = membership;
  const own = { member, device: membership.device };
  const store = createMemoryStore();
  const opened = await openReplica({ community: village.id, store, own });
  assert(opened.ok, 'memory opens');
  const loud = opened.value;
  await copy(replica, loud);
  const now = () => village.clock.minute as MinuteOfTime;
  const writer = await openWriter({
    replica: loud,
    store,
    member,
    device,
    now,
    randomBytes,
  });
  assert(writer.ok, 'it has written nothing yet');
  for (let n = 0; n < count; n++) {
    const value = (n % 1_000) as Minutes;
    const written = await writer.value.append('ledger', {
      type: 'motion.open',
      replaces: [],
      matter: { about: 'rule', key: 'limit', account: null, value },
    });
    assert(written.ok, 'memory takes it');
  }
  const pages: Uint8Array[] = [];
  for (let asks = replica.lacks(loud.wireVector()); asks.length > 0;) {
    const { page, rest } = loud.page(asks, bytesOfPage);
    if (!page) break;
    pages.push(page);
    asks = rest;
  }
  await loud.close();
  return pages;
}
