import { assert } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { asidePool } from '../../src/platform/asidePool.ts';
import type { Town } from './town.ts';

export interface Joined {
  readonly ms: number;
  readonly entries: number;
  readonly members: number;
  readonly stateHash: string;
}

/** Joins a whole town from nothing, page by page, as a newcomer does. */
export async function joinTown({ community, pages }: Town): Promise<Joined> {
  const started = performance.now();
  // Node verifies on threads of its own.
  const aside = 'Worker' in globalThis ? { aside: asidePool() } : {};
  const opened = await openReplica({
    community,
    store: createMemoryStore(),
    ...aside,
  });
  assert(opened.ok, 'memory opens');
  const replica = opened.value;
  for (const page of pages) await takePage(replica, page);
  const ms = performance.now() - started;
  const joined = {
    ms,
    entries: replica.vector().reduce((sum, { length }) => sum + length, 0),
    members: replica.ledger.members().length,
    stateHash: replica.ledger.stateHash(),
  };
  await replica.close();
  return joined;
}

async function takePage(replica: Replica, page: Uint8Array): Promise<void> {
  const { refused, strangers } = await replica.receive(page, { type: 'message' });
  assert(refused === null && strangers.length === 0, 'the town is taken whole');
}
