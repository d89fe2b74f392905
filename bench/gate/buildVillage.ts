import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import { encodePage } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { TestCommunity, helped } from '@manyhands/testing';
import type { LogBuilder, CastMember } from '@manyhands/testing';

/** A community in which twenty members have written as much as was asked for. */
export interface Village {
  readonly id: CommunityId;
  readonly founder: CastMember;
  /** The founding log, then one for each writer. */
  readonly logs: readonly LogBuilder[];
}

const writers = 20;
/** A signature covers so many entries (replica/A6): signing each would take minutes. */
const signedEvery = 32;

/** Writes until there are at least `count` entries; one is the founding itself. */
export async function buildVillage(count: number): Promise<Village> {
  const founder = await createMember('Founder');
  const community = await TestCommunity.of(founder);
  const founding = community.ledgerOf(founder);
  const logs = [founding];
  const written = () => logs.reduce((sum, log) => sum + log.entries.length, 0);
  for (let i = 0; i < writers && written() < count; i += 1) {
    const writer = await createMember(`Member ${i}`);
    await founding.add(await community.admitContent(writer));
    const log = community.ledgerOf(writer);
    logs.push(log);
    const length = Math.ceil((count - written()) / (writers - i));
    for (let seq = 1; seq <= length; seq += 1) {
      const isSigned = seq % signedEvery === 0 || seq === length || seq % 8 === 0;
      const content = helped(founder, 1 + (seq % 90));
      await log.add(content, isSigned ? {} : { signer: null });
    }
  }
  return { id: community.id, founder, logs };
}

/** Whose turn it is to write. */
export function logAt({ logs }: Village, turn: number): LogBuilder {
  const log = logs[turn % logs.length];
  if (!log) throw new Error('Bug: a village of nobody');
  return log;
}

/** All of it in runs of so many entries, as their authors wrote them. */
export function piecesOf({ logs }: Village, length: number): Run[] {
  return logs.flatMap((log) => {
    const count = Math.ceil(log.entries.length / length);
    return Array.from({ length: count }, (_, i) =>
      log.run(i * length, Math.min((i + 1) * length, log.entries.length)),
    );
  });
}

/** The runs in this order, so many to a page as surely fit. */
export function pagesOf(runs: readonly Run[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let filling: Run[] = [];
  let bytes = 0;
  for (const run of runs) {
    filling.push(run);
    bytes +=
      128 + run.items.reduce((sum, item) => sum + (item as Uint8Array).length, 0);
    if (bytes < 150_000) continue;
    pages.push(encodePage({ evidence: [], runs: filling }));
    [filling, bytes] = [[], 0];
  }
  if (filling.length > 0) pages.push(encodePage({ evidence: [], runs: filling }));
  return pages;
}

/** The same in no order, and for the same seed in the same (mulberry32). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function createMember(name: string): Promise<CastMember> {
  const [identity, signing] = [await createSigningKey(), await createSigningKey()];
  return {
    name,
    identity,
    signing,
    sealing: await createSealingKey(),
    member: toHex(identity.publicKey) as MemberId,
    device: toHex(signing.publicKey) as DeviceKey,
  };
}
