import { assert } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { openReplica } from '@manyhands/replica';
import { encodePage, evidencePages } from '@manyhands/replica';
import type {
  Page,
  Received,
  Replica,
  ReplicaOptions,
  Source,
  Store,
} from '@manyhands/replica';
import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { MemoryDisk } from '@manyhands/storage';
import { TestCommunity, helped } from './community.ts';
import type { CastMember } from './people.ts';

export interface OnMemory {
  readonly replica: Replica;
  readonly store: Store;
  /** Outlives the replica: open the next one on it. */
  readonly disk: MemoryDisk;
}

/** What takes a hundred times as long otherwise: the pause between two purges. */
const soon: NonNullable<ReplicaOptions['after']> = (ms, call) => {
  const timer = setTimeout(call, ms / 100);
  return () => clearTimeout(timer);
};

/**
 * A replica on a disk that is memory: a new one, or one that was there before. It purges a
 * hundred times as often as another one may, which nobody waits for.
 */
export async function openOnMemory(
  community: CommunityId,
  disk: MemoryDisk = createMemoryDisk(),
  options: Partial<ReplicaOptions> = {},
): Promise<OnMemory> {
  const store = createMemoryStore(disk);
  const replica = await openReplica({
    community,
    store,
    after: soon,
    build: 'this',
    ...options,
  });
  assert(replica.ok, 'memory opens');
  return { replica: replica.value, store, disk };
}

/** The document as Yjs writes it whole: equal for equal sets of entries. */
export async function yjsBytesOf({ store, disk }: OnMemory): Promise<Uint8Array> {
  const written = await store.rewrite();
  assert(written.ok && disk.updates[0], 'memory has room');
  return disk.updates[0];
}

/** Hands a page to a replica as a link would, sent by `from`. */
export const deliver = (
  { replica }: { readonly replica: Replica },
  page: Partial<Page>,
  from: CastMember,
): Promise<Received> => {
  const source: Source = { type: 'device', device: from.device };
  return replica.receive(encodePage({ evidence: [], runs: [], ...page }), source);
};

/**
 * Tells each what the other lacks, evidence first, as a link would, until both hold the
 * same or nothing moves any more.
 */
export async function exchange(one: OnMemory, other: OnMemory): Promise<void> {
  for (let before = ''; ;) {
    await tell(one, other);
    await tell(other, one);
    const now = one.replica.digest() + other.replica.digest();
    if (now === before) return;
    before = now;
  }
}

async function tell(from: OnMemory, to: OnMemory): Promise<void> {
  const evidence = from.replica.forks.evidence();
  const pages = evidencePages(evidence);
  const lacks = to.replica.lacks(from.replica.wireVector());
  const asks = to.replica.shares.within(lacks);
  const { page } = from.replica.page(asks);
  for (const each of page === null ? pages : [...pages, page]) {
    const received = await to.replica.receive(each, { type: 'message' });
    assert(received.refused === null, 'an honest page is taken');
  }
}

/** `founder`'s community with `member`, who has helped ten times: and it is all here. */
export async function settledCommunity(
  founder: CastMember,
  member: CastMember,
): Promise<{ community: TestCommunity; here: OnMemory }> {
  const community = await TestCommunity.of(founder, [member]);
  for (let i = 1; i <= 10; i++)
    await community.ledgerOf(member).add(helped(founder, i));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, founder);
  return { community, here };
}

/** Everything that a page could have changed in a replica. */
export const stateOf = async (here: OnMemory): Promise<unknown> => ({
  digest: here.replica.digest(),
  stateHash: here.replica.ledger.stateHash(),
  bytes: toHex(sha256(await yjsBytesOf(here))),
  detached: [...here.replica.detached()].map((entry) => entry.id),
});
