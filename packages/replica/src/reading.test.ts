import type { EntryId } from '@manyhands/base';
import { bodyHashAt, tombstoneAt, tombstoneOf, zeroId } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { expect, test } from 'vitest';
import { allExplained, readRun } from './reading.ts';
import { regrets } from './testing/regrets.ts';

test('[B1] a tombstone that was read before is taken as it is at its own place alone', async () => {
  const { entries } = await regrets();
  const entry = entries[2] as Entry;
  const { log, seq, prev } = entry;
  const tombstone = tombstoneOf(entry);
  const readAt = (at: number, before: EntryId): readonly LogItem[] => {
    const run = readRun(log, at, before, [tombstone], allExplained);
    return run.ok ? run.value.items : [];
  };
  expect(readAt(seq, prev)[0]).toBe(tombstone);
  for (const [at, before] of [
    [seq, zeroId],
    [seq + 1, prev],
  ] as const) {
    expect(readAt(at, before)).toEqual([
      tombstoneAt(log, at, before, bodyHashAt(entry)),
    ]);
  }
});
