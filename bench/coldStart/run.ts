import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { openReplica } from '@manyhands/replica';
import type { Replica, Store } from '@manyhands/replica';
import { openIdbStore } from '@manyhands/storage';
import { decodeTown } from '../join/town.ts';
import type { Town } from '../join/town.ts';

/** Milliseconds until the disk was open, the replica was, and a home could be shown. */
export interface ColdStart {
  readonly store: number;
  readonly replica: number;
  readonly home: number;
  readonly entries: number;
}

const noDevice = '00'.repeat(32) as DeviceKey;

/** The first load fills the disk; each later one opens what is there. */
export async function run(input: Uint8Array): Promise<ColdStart | null> {
  const town = decodeTown(input);
  const name = 'filled';
  if (localStorage.getItem(name) === null) {
    await fill(town);
    localStorage.setItem(name, 'yes');
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
  return { store: stored, replica: opened, home, entries };
}

async function fill(town: Town): Promise<void> {
  const replica = await open(town, await openStore(town));
  for (const page of town.pages) {
    const { refused } = await replica.receive(page, { type: 'message' });
    assert(refused === null, 'the town is taken whole');
  }
  assert((await replica.settled()).ok, 'the disk has room');
  await replica.close();
}

async function openStore({ community }: Town): Promise<Store> {
  const store = await openIdbStore({ community, device: noDevice });
  assert(store.ok, 'the disk opens');
  return store.value;
}

async function open({ community }: Town, store: Store): Promise<Replica> {
  const opened = await openReplica({ community, store });
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
