/** M9: packing and weighing that are called off, and what is more than one bundle may be. */
import { assert } from '@manyhands/base';
import { TestCommunity, createCast, helped } from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { holding, bundleLockOf, packs, bundleSecret } from '../testing/bundles.ts';
import { bundleLimit } from '../limits.ts';
import { packBundle } from './packBundle.ts';
import { openBundle } from './sealedBundle.ts';
import { weighBundle } from './weighBundle.ts';

const [ana, biel] = await createCast();
const signal = AbortSignal.abort();

async function held() {
  const community = await TestCommunity.of(ana, [biel]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  return { community, here: await holding(community) };
}

const optionsOf = (replica: OnMemory['replica']) => ({
  replica,
  secret: bundleSecret,
  device: ana.signing,
  member: ana.member,
  known: new Map<string, number>(),
  reader: null,
  acks: [],
});

test('[M9] packing that is called off packs nothing', async () => {
  const { here } = await held();
  const packed = await packBundle(optionsOf(here.replica), { signal });
  expect(packed).toEqual({ ok: false, error: { type: 'Cancelled' } });
});

test('[M9] weighing that is called off says nothing', async () => {
  const { community, here } = await held();
  const { bundle } = await packs(here, ana);
  const opened = await openBundle(bundle, [bundleLockOf(community)]);
  assert(opened.ok, 'opens');
  expect(await weighBundle(here.replica, opened.value, { signal })).toBeNull();
});

test('[M9] what is more than one bundle may be is not packed', async () => {
  const { here } = await held();
  const page = new Uint8Array(bundleLimit);
  // A page as long as a record of many years.
  const long = new Proxy(here.replica, {
    get(of, name) {
      if (name === 'page') return () => ({ page, entries: 1, rest: [] });
      const value: unknown = Reflect.get(of, name);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
  const packed = await packBundle(optionsOf(long));
  expect(packed).toEqual({ ok: false, error: { type: 'TooLarge' } });
});
