import type { Entry, KnownContent } from '@manyhands/ledger';
import type { LogBuilder } from '@manyhands/testing';
import type { Stage } from './stage.ts';

export interface Attack {
  readonly name: string;
  /** What Didac's devices send, in that order: about as many bytes as the stage says. */
  readonly pages: (stage: Stage) => Promise<Uint8Array[]>;
}

/** Adds to a log until so many bytes are written; answers what was added. */
export async function fill(
  log: LogBuilder,
  bytes: number,
  next: (i: number) => KnownContent | Promise<KnownContent>,
): Promise<Entry[]> {
  const added: Entry[] = [];
  for (let written = 0; written < bytes;) {
    const entry = await log.add(await next(added.length));
    added.push(entry);
    written += entry.stored.length + 3;
  }
  return added;
}

export const half = ({ bytes }: Stage): number => bytes / 2;
