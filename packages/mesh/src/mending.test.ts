/** [M4] an entry that came with a spoilt signature is asked for again by whoever needs it. */
import { afterEach, expect, test, vi } from 'vitest';
import { concat } from '@manyhands/codec';
import { encodePage } from '@manyhands/replica';
import { TestCommunity, createCast, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { closePhones, link, openPhone } from './testing/phones.ts';

const [ana, biel, carme, didac] = await createCast();
afterEach(closePhones);

/** Biel asked Ana for hours; of one of these the signature was spoilt on the way to some. */
async function told() {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const log = community.ledgerOf(biel);
  await log.add(helped(ana, 10));
  const asked = await log.add(helped(ana, 20));
  await log.add(helped(ana, 30));
  const run = log.run();
  const items = run.items.map((item, at) =>
    at === asked.seq && item instanceof Uint8Array
      ? concat(item.slice(0, -64), new Uint8Array(64).fill(1))
      : item,
  );
  const received = encodePage({ evidence: [], runs: [{ ...run, items }] });
  const holds = community
    .logs()
    .filter(({ log: { device } }) => device !== biel.device);
  return {
    whole: (person: CastMember) => openPhone(community, person),
    robbed: (person: CastMember) => openPhone(community, person, { holds, received }),
    asked: asked.id,
  };
}

test('over a link that was open before anybody needed it', async () => {
  const { whole, robbed, asked } = await told();
  const [hers, his] = [await robbed(ana), await whole(biel)];
  await link(hers, his);
  await vi.waitFor(() => expect(hers.mesh.peers()).toMatchObject([{ isLevel: true }]));
  expect(await hers.replica.isSigned(asked)).toBe(false);
  await vi.waitFor(async () => expect(await hers.replica.isSigned(asked)).toBe(true));
});

test('of whoever is met later, though all hold the same, and not only of the first', async () => {
  const { whole, robbed, asked } = await told();
  const hers = await robbed(ana);
  expect(await hers.replica.isSigned(asked)).toBe(false);
  await link(hers, await robbed(carme));
  await vi.waitFor(() => expect(hers.mesh.isQuiet).toBe(true));
  expect(await hers.replica.isSigned(asked)).toBe(false);
  await link(hers, await whole(didac));
  await vi.waitFor(async () => expect(await hers.replica.isSigned(asked)).toBe(true));
  expect(hers.mesh.peers()).toHaveLength(2);
});
