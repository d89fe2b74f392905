import { assert, err } from '@manyhands/base';
import { startMesh } from '@manyhands/mesh';
import type { Channel, Link, Mesh, LinkSide } from '@manyhands/mesh';
import { openReplica, readPage } from '@manyhands/replica';
import type { Replica, WireHead } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { encodeMessage, readMessage } from '../../packages/mesh/src/messages.ts';
import { guardedPeerConnectionClass } from '../../packages/mesh/src/rtc/yWebrtc/guardedPeerConnection.ts';
import { townMember } from '../join/buildTown.ts';
import { decodeTown } from '../join/town.ts';
import type { Town } from '../join/town.ts';

/** Milliseconds each time, of the one who fetches. */
export interface CatchUp {
  /** Of the pages that were fetched, as they lay in messages. */
  readonly bytes: number;
  readonly bare: number[];
  readonly link: number[];
  readonly whole: number;
}

const rounds = 9;
const wanted = 20_000_000;

/** Page 0 fetches, and counts; page 1 holds. Both go through the same steps. */
export async function run(input: Uint8Array): Promise<CatchUp> {
  const isNewcomer = location.hash === '#0';
  const town = part(decodeTown(input));
  const self = await townMember(isNewcomer ? 1 : 0);
  const first = town.pages.slice(0, 1);
  const replica = await holding(town, isNewcomer ? first : town.pages);
  const mesh = meshOf(replica, self);
  const [bare, link]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const fetched = await overLink(mesh, isNewcomer);
    link.push(fetched.ms);
    bytes = await agree(fetched.bytes);
    bare.push(await overBare(bytes, isNewcomer));
  }
  const whole = await intoReplica(mesh, replica, isNewcomer);
  return { bytes, bare, link, whole };
}

/** So much of a town as makes 20 MB. */
function part({ community, pages }: Town): Town {
  let bytes = 0;
  return { community, pages: pages.filter((page) => (bytes += page.length) <= wanted) };
}

async function holding(
  { community }: Town,
  pages: readonly Uint8Array[],
): Promise<Replica> {
  const opened = await openReplica({ community, store: createMemoryStore() });
  assert(opened.ok, 'memory opens');
  for (const page of pages) {
    const { refused } = await opened.value.receive(page, { type: 'archive' });
    assert(refused === null, 'the town is in order');
  }
  return opened.value;
}

const meshOf = (replica: Replica, self: Awaited<ReturnType<typeof townMember>>): Mesh =>
  startMesh({
    replica,
    self,
    secret: null,
    lobby: null,
    relays: [],
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
  });

/** The number that page 0 has. */
const agree = async (number: number): Promise<number> => {
  const other = await exchange(String(number));
  return Math.max(number, Number(other));
};

/** Introduces a connection of each page to the other's; page 1 offers. */
async function introduce(
  connection: RTCPeerConnection,
  isNewcomer: boolean,
): Promise<void> {
  const described = async (): Promise<string> => {
    await connection.setLocalDescription();
    await new Promise<void>((resolve) => {
      const look = () => {
        if (connection.iceGatheringState === 'complete') resolve();
      };
      connection.addEventListener('icegatheringstatechange', look);
      look();
    });
    return connection.localDescription?.sdp ?? '';
  };
  if (isNewcomer) {
    const sdp = await exchange('');
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await exchange(await described());
  } else {
    await exchange(await described());
    const sdp = await exchange('');
    await connection.setRemoteDescription({ type: 'answer', sdp });
  }
}

/** A trusted link between the two pages: real certificates, real proofs. */
async function linked(mesh: Mesh, isNewcomer: boolean): Promise<Link> {
  const Connection = guardedPeerConnectionClass();
  const connection = new Connection({ iceServers: [] });
  const met = new Promise<[Channel, LinkSide]>((resolve) => {
    connection.onlink = (channel, role) => resolve([channel, role]);
  });
  await introduce(connection, isNewcomer);
  const link = await mesh.connectChannel(...(await met));
  assert(link.ok, `they know each other: ${JSON.stringify(link)}`);
  void link.value.ended.then(() => connection.close());
  return link.value;
}

async function overLink(
  mesh: Mesh,
  isNewcomer: boolean,
): Promise<{ ms: number; bytes: number }> {
  const link = await linked(mesh, isNewcomer);
  const fetched = isNewcomer ? await fetchAll(link) : { ms: 0, bytes: 0 };
  await exchange('');
  link.close();
  return fetched;
}

/** Asks for everything in place of the session, and reads what comes. */
function fetchAll(link: Link): Promise<{ ms: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let [started, bytes] = [0, 0];
    const ask = (heads: readonly WireHead[]): void => {
      started = performance.now();
      const asks = heads.map(({ log, length }) => ({ log, from: 0, max: length }));
      void link.send(encodeMessage('ask', asks));
    };
    link.onmessage = (message) => {
      const read = readMessage(message);
      if (!read.ok) return reject(new Error(read.error.why));
      if (read.value?.type === 'vector' && started === 0) ask(read.value.payload);
      if (read.value?.type !== 'page') return;
      const { page, isLast } = read.value.payload;
      if (page !== null) {
        bytes += page.length;
        if (!readPage(page).ok) return reject(new Error('a page that cannot be read'));
      }
      if (isLast) resolve({ ms: performance.now() - started, bytes });
      else void link.send(encodeMessage('more', {}));
    };
  });
}

/** As a Link has it: the sender waits above 256 KiB until less than 64 are buffered. */
const highWater = 262_144;
const lowWater = 65_536;
const chunk = new Uint8Array(16_384);

/** The same bytes over a channel with nothing around it. */
async function overBare(bytes: number, isNewcomer: boolean): Promise<number> {
  const connection = new RTCPeerConnection({ iceServers: [] });
  const channel = connection.createDataChannel('bare', { negotiated: true, id: 1 });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = lowWater;
  const open = new Promise((resolve) => (channel.onopen = resolve));
  await introduce(connection, isNewcomer);
  await open;
  const ms = isNewcomer ? await drain(channel, bytes) : await pour(channel, bytes);
  await exchange('');
  connection.close();
  return ms;
}

function drain(channel: RTCDataChannel, bytes: number): Promise<number> {
  const started = performance.now();
  channel.send('go');
  return new Promise((resolve) => {
    let missing = bytes;
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      missing -= data.byteLength;
      if (missing <= 0) resolve(performance.now() - started);
    };
  });
}

async function pour(channel: RTCDataChannel, bytes: number): Promise<number> {
  await new Promise((resolve) => (channel.onmessage = resolve));
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    channel.send(chunk);
    if (channel.bufferedAmount > highWater) {
      await new Promise((resolve) => {
        channel.addEventListener('bufferedamountlow', resolve, { once: true });
      });
    }
  }
  return 0;
}

/** The two sessions by themselves, until both hold the same. */
async function intoReplica(
  mesh: Mesh,
  replica: Replica,
  isNewcomer: boolean,
): Promise<number> {
  const digest = await exchange(replica.digest());
  const started = performance.now();
  await linked(mesh, isNewcomer);
  if (isNewcomer) {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (mesh.progress() === null && replica.digest() === digest) resolve();
      };
      mesh.subscribe(({ type }) => type === 'progress' && look());
      look();
    });
  }
  const ms = performance.now() - started;
  await exchange('');
  mesh.close();
  return ms;
}
