/** Disks that are opened again, with what was noted of them and without (R13). */
import { assert } from '@manyhands/base';
import type { EntryId } from '@manyhands/base';
import { openOnMemory } from '@manyhands/testing';
import type { OnMemory, TestCommunity } from '@manyhands/testing';
import { expect } from 'vitest';
import { biel } from './endings.ts';

/** A phone of which it is noted when somebody asks for it what its disk has. */
export async function alarmed({
  id,
}: TestCommunity): Promise<{ here: OnMemory; noted: () => Promise<void> }> {
  let note: (() => void) | null = null;
  const after = (_ms: number, call: () => void) => {
    // The first is the note; whoever purges does so at once.
    if (note === null) note = call;
    else queueMicrotask(call);
    return () => undefined;
  };
  const here = await openOnMemory(id, undefined, { after });
  const noted = async (): Promise<void> => {
    note?.();
    await here.replica.settled();
    assert(here.disk.notes.has('unchanged'), 'it is noted what the disk has');
  };
  return { here, noted };
}

/** Closed, and opened again. */
export async function closed({ replica, disk }: OnMemory): Promise<OnMemory> {
  await replica.close();
  assert(disk.notes.has('unchanged'), 'it is noted what the disk has');
  return openOnMemory(replica.community, disk);
}

/** As after a kill: on a copy of its disk as it lies there now, `isAfresh` without what is noted. */
export function openCopy(
  { replica, disk }: OnMemory,
  isAfresh = false,
): Promise<OnMemory> {
  const notes = new Map(disk.notes);
  if (isAfresh) notes.delete('unchanged');
  const updates = disk.updates.map((update) => update.slice());
  return openOnMemory(replica.community, { ...disk, updates, notes });
}

const saidOn = ({ replica }: OnMemory) => ({
  digest: replica.digest(),
  state: replica.ledger.stateHash(),
  board: replica.board.boardHash(),
  shown: new Set(replica.board.entriesOf(biel.member).map(({ id }) => id)),
  apart: new Set(replica.forks.erasesApart().map(({ id }) => id)),
});

/**
 * A phone that was killed says what it said once it is opened again, whatever was noted of its
 * disk and when; and all of these entries are there still.
 */
export async function expectSame(
  here: OnMemory,
  ids: Iterable<EntryId>,
): Promise<void> {
  await here.replica.settled();
  const said = saidOn(here);
  for (const isAfresh of [false, true]) {
    const again = await openCopy(here, isAfresh);
    expect(again.replica.faults()).toEqual([]);
    expect(saidOn(again)).toEqual(said);
    for (const id of ids) expect(again.replica.entry(id)?.id).toBe(id);
  }
}
