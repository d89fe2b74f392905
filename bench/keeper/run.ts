import { join } from 'node:path';
import { memoryUsage, resourceUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as Y from 'yjs';
import { assert } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import { openDiskStore } from '../../packages/keeper/src/disk/diskStore.ts';
import { openFolder } from '../../packages/keeper/src/disk/files.ts';
import type { KeptTown } from './fill.ts';

export interface Opened {
  /** Milliseconds by the clock, and of the processor, on all threads. */
  readonly ms: number;
  readonly processor: number;
  /** Bytes that the process held at most, and holds once what it does not need is gone. */
  readonly peak: number;
  readonly held: number;
  /** Bytes of objects and of buffers that live because of it, and because of Yjs alone. */
  readonly live: number;
  readonly yjs: number;
  readonly entries: number;
}

/** Opens what a keeper kept, in a process that has done nothing else. */
export async function run(input: Uint8Array): Promise<Opened> {
  const kept = JSON.parse(new TextDecoder().decode(input)) as KeptTown;
  const community = kept.community as CommunityId;
  const before = liveBytes();
  const worked = process.cpuUsage();
  const started = performance.now();
  const store = openDiskStore(await openFolder(join(kept.folder, 'disk')));
  const opened = await openReplica({ community, store, build: 'bench' });
  assert(opened.ok, 'the disk opens');
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(worked);
  const peak = resourceUsage().maxRSS * 1_024;
  const replica = opened.value;
  assert(replica.faults().length === 0, 'nothing was lost');
  const live = liveBytes() - before;
  const held = memoryUsage.rss();
  const entries = replica.vector().reduce((sum, { length }) => sum + length, 0);
  await replica.close();
  const yjs = await liveOfYjs(kept.folder);
  return { ms, processor: (user + system) / 1_000, peak, held, live, yjs, entries };
}

/** What the document takes by itself: it has the bytes of all entries. */
async function liveOfYjs(folder: string): Promise<number> {
  const before = liveBytes();
  const store = openDiskStore(await openFolder(join(folder, 'disk')));
  const doc = new Y.Doc();
  const attached = await store.attach(doc);
  assert(attached.ok && attached.value.missing === 0, 'the disk opens again');
  const live = liveBytes() - before;
  await store.close();
  doc.destroy();
  return live;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function liveBytes(): number {
  // The first lets go what the second finds.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = memoryUsage();
  return heapUsed + external;
}
