/** In memory, in Node: bytes are counted, not time. */
import { readFileSync } from 'node:fs';
import { assert, err } from '@manyhands/base';
import { channelPair, startMesh } from '@manyhands/mesh';
import type { Link, Mesh } from '@manyhands/mesh';
import { encodePage, openReplica, readPage } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { townMember } from '../join/buildTown.ts';
import { decodeTown } from '../join/town.ts';
import type { Town } from '../join/town.ts';
import { largeTown, townFile } from '../join/townFile.ts';
import { measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';

export const question =
  'How often does a newcomer who joins four holders at once receive and send the record?';

/**
 * A town of 20 MB and more, for which the goal is; and a real time bank's five years, where
 * what is said of each log (a line in each vector, an ack to each neighbour) weighs more.
 */
const small = { members: 180, secondDevices: 60, transfers: 2_300 };
const holders = 4;

export async function measure(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const size of [largeTown, small]) {
    const town = decodeTown(new Uint8Array(readFileSync(await townFile(size))));
    const { document, received, sent } = await join(town);
    const { plain, ratio } = measuring(`${size.transfers} transfers`);
    const goals = size === largeTown ? [{ atMost: 1.1 }, { atMost: 0.05 }] : [];
    measures.push(
      plain('bytes that were lacking', document),
      ratio('received', received / document, goals[0]),
      ratio('sent', sent / document, goals[1]),
    );
  }
  return measures;
}

interface Device {
  readonly replica: Replica;
  readonly mesh: Mesh;
}

/** Bytes of frames, handshakes and all, against the stored bytes that were lacking. */
async function join(
  town: Town,
): Promise<{ document: number; received: number; sent: number }> {
  const known = beginningOf(town);
  const giving = await Promise.all(
    Array.from({ length: holders }, (_, i) => open(town, i, town.pages)),
  );
  const newcomer = await open(town, holders, known);
  const lacking = town.pages.reduce((sum, page) => sum + page.length, 0);
  const had = known.reduce((sum, page) => sum + page.length, 0);
  const links = await Promise.all(giving.map((holder) => link(newcomer, holder)));
  const [first] = giving;
  assert(first, 'there are holders');
  const whole = first.replica.digest();
  await new Promise<void>((resolve) => {
    const look = () => {
      const { mesh, replica } = newcomer;
      if (mesh.progress() !== null || replica.digest() !== whole) return;
      // Level with everybody: the last words about it have been said.
      if (mesh.peers().every(({ isLevel }) => isLevel)) resolve();
      else setTimeout(look, 20);
    };
    newcomer.mesh.subscribe(() => look());
    look();
  });
  const sum = (of: 'bytesReceived' | 'bytesSent') =>
    links.reduce((total, each) => total + each[of], 0);
  for (const { mesh } of [...giving, newcomer]) mesh.close();
  return {
    document: lacking - had,
    received: sum('bytesReceived'),
    sent: sum('bytesSent'),
  };
}

/** The founding log and the next: what lets the newcomer know a holder, and itself. */
function beginningOf({ pages: [first] }: Town): Uint8Array[] {
  const read = first && readPage(first);
  assert(read?.ok, 'the town is in order');
  return [encodePage({ evidence: [], runs: read.value.runs.slice(0, 2) })];
}

async function open(
  { community }: Town,
  index: number,
  pages: readonly Uint8Array[],
): Promise<Device> {
  const opened = await openReplica({ community, store: createMemoryStore() });
  assert(opened.ok, 'memory opens');
  const replica = opened.value;
  for (const page of pages) {
    const { refused } = await replica.receive(page, { type: 'archive' });
    assert(refused === null, 'the town is in order');
  }
  const mesh = startMesh({
    replica,
    self: await townMember(index),
    secret: null,
    lobby: null,
    relays: [],
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
  });
  return { replica, mesh };
}

/** The newcomer's end of a link to somebody who holds all. */
async function link(newcomer: Device, holder: Device): Promise<Link> {
  const [here, there] = channelPair();
  const [linked] = await Promise.all([
    newcomer.mesh.connectChannel(here, 'dialler'),
    holder.mesh.connectChannel(there, 'answerer'),
  ]);
  assert(linked.ok, `members link: ${JSON.stringify(linked)}`);
  return linked.value;
}
