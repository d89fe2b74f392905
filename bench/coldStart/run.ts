import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica, Store } from '@manyhands/replica';
import { openIdbStore } from '@manyhands/storage';
import { takeTown } from '../join/takeTown.ts';
import { decodeTown } from '../join/town.ts';
import type { Town } from '../join/town.ts';

/** Milliseconds until the disk was open, the replica was, and a home could be shown. */
interface Opening {
  readonly store: number;
  readonly replica: number;
  readonly home: number;
}

export interface ColdStart {
  readonly withCheckpoint: readonly Opening[];
  /** Everything on the disk is verified again, as if none of it had ever been. */
  readonly fullReplay: readonly Opening[];
  readonly entries: number;
}

const noDevice = '00'.repeat(32) as DeviceKey;

/**
 * The first load fills the disk. Each later one opens it, in turn with its checkpoint and
 * without, and answers what all of them took so far.
 */
export async function run(input: Uint8Array): Promise<ColdStart | null> {
  const town = decodeTown(input);
  const before = localStorage.getItem('openings');
  if (before === null) {
    await fill(town);
    localStorage.setItem('openings', '[]');
    return null;
  }
  const started = performance.now();
  const store = await openStore(town);
  const stored = performance.now() - started;
  const replica = await open(town, store);
  const opened = performance.now() - started;
  showHome(replica);
  const home = performance.now() - started;
  const entries = replica.vector().reduce((sum, { length }) => sum + length, 0);
  await replica.close();

  const opening = { store: stored, replica: opened - stored, home };
  const openings = [...(JSON.parse(before) as Opening[]), opening];
  localStorage.setItem('openings', JSON.stringify(openings));
  const isNextReplay = openings.length % 2 === 1;
  if (isNextReplay) await forgetCheckpoint(town);
  return {
    withCheckpoint: openings.filter((_, i) => i % 2 === 0),
    fullReplay: openings.filter((_, i) => i % 2 === 1),
    entries,
  };
}

async function forgetCheckpoint(town: Town): Promise<void> {
  const store = await openStore(town);
  const { notes } = store;
  const row = await notes.get('checkpoint');
  assert(row.ok && row.value !== null, 'a checkpoint was kept');
  await notes.delete('checkpoint');
  await notes.delete('unchanged');
  await store.close();
}

async function fill(town: Town): Promise<void> {
  await takeTown(await open(town, await openStore(town)), town);
}

async function openStore({ community }: Town): Promise<Store> {
  const store = await openIdbStore({ community, device: noDevice });
  assert(store.ok, 'the disk opens');
  return store.value;
}

async function open({ community }: Town, store: Store): Promise<Replica> {
  const opened = await openReplica({ community, store, build: 'bench' });
  assert(opened.ok, 'the replica opens');
  assert(opened.value.faults().length === 0, 'nothing was lost');
  return opened.value;
}

/** What the first screen asks for somebody who has hours with many. */
function showHome({ ledger, board }: Replica): void {
  const { member } = ledger.members()[0] ?? {};
  assert(member, 'somebody is a member');
  ledger.balanceOf(member);
  ledger.waitingFor(member);
  ledger.askedBy(member);
  ledger.transfersOf(member);
  board.profileOf(member);
}
