import { afterEach, expect, test, vi } from 'vitest';
import { Community, createCast, entriesOfMiB, writeMuch } from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';

afterEach(closePhones);
const [ana, biel, carme] = await createCast();

test('red: 40 MB', async () => {
  const community = await Community.of(ana, [biel, carme]);
  const t0 = performance.now();
  await writeMuch(community.boardOf(biel), 40 * entriesOfMiB);
  console.log(
    'built',
    performance.now() - t0,
    community.boardOf(biel).entries[0]?.stored.length,
  );
  const his = await openPhone(community, biel);
  const hers = await openPhone(community, ana, { holds: [community.ledgerOf(ana)] });
  console.log('opened', performance.now() - t0);
  const began = performance.now();
  await link(hers, his);
  await vi.waitFor(() => expect(hers.replica.digest()).toBe(his.replica.digest()), {
    timeout: 100_000,
    interval: 20,
  });
  console.log('flood', performance.now() - began);
}, 200_000);
