/** Bundles as a person carries them: packed on one disk, opened and taken on another. */
import { assert } from '@manyhands/base';
import { openOnMemory } from '@manyhands/testing';
import type { TestCommunity, OnMemory, CastMember } from '@manyhands/testing';
import { encodePage } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { packBundle } from '../bundle/packBundle.ts';
import type { PackedBundle, PackOptions } from '../bundle/packBundle.ts';
import { openBundle } from '../bundle/sealedBundle.ts';
import { takeBundle } from '../bundle/takeBundle.ts';
import type { TakenBundle } from '../bundle/takeBundle.ts';

export const bundleSecret = new Uint8Array(32).fill(5);
export const bundleLockOf = ({ id }: { readonly id: TestCommunity['id'] }) => ({
  community: id,
  secret: bundleSecret,
});

export async function holding(
  community: TestCommunity,
  runs: readonly Run[] = community.runs(),
): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  for (const run of runs) {
    const page = encodePage({ evidence: [], runs: [run] });
    const { refused } = await here.replica.receive(page, { type: 'archive' });
    assert(refused === null, 'what is held is in order');
  }
  return here;
}

export async function packs(
  { replica }: Pick<OnMemory, 'replica'>,
  person: CastMember,
  options: Partial<PackOptions> = {},
): Promise<PackedBundle> {
  const packed = await packBundle({
    replica,
    secret: bundleSecret,
    device: person.signing,
    member: person.member,
    known: new Map(),
    reader: null,
    acks: [],
    ...options,
  });
  assert(packed.ok, 'there is something to pack');
  return packed.value;
}

export async function takes(
  { replica }: Pick<OnMemory, 'replica'>,
  bundle: Uint8Array,
): Promise<TakenBundle> {
  const opened = await openBundle(bundle, [
    { community: replica.community, secret: bundleSecret },
  ]);
  assert(opened.ok, 'a bundle opens');
  return takeBundle(replica, opened.value);
}
