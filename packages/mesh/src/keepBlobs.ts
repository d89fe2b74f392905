import type { Hex } from '@manyhands/base';
import type { BlobStore, Lacking, Replica } from '@manyhands/replica';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Mesh } from './types.ts';

export interface KeepBlobsOptions {
  readonly replica: Replica;
  readonly blobStore: Pick<BlobStore, 'lacking' | 'take'>;
  readonly mesh: Pick<Mesh, 'blobs' | 'subscribe'>;
  /** Which of those that are not here are fetched. */
  readonly wanted: (blob: Lacking) => boolean;
  readonly timers?: Timers;
}

/** Between two looks for what is not here, however much changes meanwhile. */
export const lookPause = 5_000;
/** What nobody had is asked for again after so long. */
export const restFor = 600_000;

/**
 * Fetches blobs that nobody looks at, one at a time: a keeper's for all, a phone's of
 * what its member posted on another one. Returns its end.
 */
export function keepBlobs({
  replica,
  blobStore,
  mesh,
  wanted,
  timers = realTimers,
}: KeepBlobsOptions): () => void {
  const resting = new Map<Hex, number>();
  const end = new AbortController();
  let isBusy = false;
  let isDue = false;
  let version = -1;

  async function look(): Promise<void> {
    const due = (await blobStore.lacking()).filter(wanted);
    for (const { sha, owner } of due) {
      if (end.signal.aborted) return;
      if ((resting.get(sha) ?? Number.NEGATIVE_INFINITY) > timers.now()) continue;
      const fetched = await mesh.blobs.fetch(sha, { owner, signal: end.signal });
      if (fetched.ok) await blobStore.take(sha, fetched.value);
      else if (fetched.error.type === 'NobodyThere') return;
      else resting.set(sha, timers.now() + restFor);
    }
  }

  function lookSoon(): void {
    isDue = true;
    if (isBusy || end.signal.aborted) return;
    isBusy = true;
    isDue = false;
    void look().finally(() => {
      timers.after(lookPause, () => {
        isBusy = false;
        if (isDue) lookSoon();
      });
    });
  }

  const ends = [
    replica.subscribe(() => {
      if (replica.board.version === version) return;
      version = replica.board.version;
      lookSoon();
    }),
    mesh.subscribe(({ type }) => {
      if (type === 'peers') lookSoon();
    }),
  ];
  lookSoon();
  return () => {
    end.abort();
    for (const stop of ends) stop();
  };
}
