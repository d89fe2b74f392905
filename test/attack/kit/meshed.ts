/** Phones with links: real meshes over channels in memory, and how two of them meet. */
import { assert, err } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { channelPair, startMesh } from '@manyhands/mesh';
import type {
  Channel,
  HandshakeRefused,
  Link,
  Mesh,
  MeshOptions,
} from '@manyhands/mesh';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { StillClock, turn } from './clock.ts';
import { openPhone } from './phones.ts';
import type { Holding, Phone } from './phones.ts';

export interface Meshed extends Phone {
  readonly mesh: Mesh;
  readonly timers: StillClock;
}

const open: Meshed[] = [];

export type MeshedOptions = Partial<MeshOptions> & Holding;

export async function openMeshed(
  community: TestCommunity,
  person: CastMember,
  { holds, disk, ...options }: MeshedOptions = {},
): Promise<Meshed> {
  const phone = await openPhone(community, person, { holds, disk });
  const timers = new StillClock();
  const mesh = startMesh({
    replica: phone.replica,
    timers,
    secret: null,
    lobby: null,
    relays: [],
    self: { member: person.member, device: person.signing },
    admission: null,
    admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
    onsecret: () => undefined,
    random: () => 0.5,
    ...options,
  });
  const meshed = { ...phone, mesh, timers };
  open.push(meshed);
  return meshed;
}

/** Ends this phone's app, and opens it again from its disk. */
export async function restarted(
  community: TestCommunity,
  { person, mesh, duties, writer, replica, disk }: Meshed,
): Promise<Meshed> {
  const settled = await replica.settled();
  assert(settled.ok, 'memory has room');
  duties.close();
  mesh.close();
  writer.close();
  await replica.close();
  return openMeshed(community, person, { disk });
}

/** Ends all that a test opened. */
export function closeMeshed(): void {
  for (const { mesh, duties } of open.splice(0)) {
    duties.close();
    mesh.close();
  }
}

/** A channel in memory that counts the frames that say something. */
function countedPair(): { ends: [Channel, Channel]; frames: () => number } {
  const ends = channelPair();
  let frames = 0;
  for (const end of ends) {
    const send = end.send.bind(end);
    end.send = (frame) => {
      if (frame.length > 1) frames += 1;
      send(frame);
    };
  }
  return { ends, frames: () => frames };
}

type Handshake = Result<Link, HandshakeRefused>;

export interface Met {
  readonly here: Handshake;
  readonly there: Handshake;
  /** Waits until neither has anything more to say; then a moment passes, and again. */
  readonly calm: () => Promise<void>;
  /** Lets so many seconds pass, and whatever is due in them. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly part: () => void;
}

/** Links two phones; the first dials. */
export async function dial(a: Meshed, b: Meshed): Promise<Met> {
  const { ends, frames } = countedPair();
  const [here, there] = await Promise.all([
    a.mesh.connectChannel(ends[0], 'dialler'),
    b.mesh.connectChannel(ends[1], 'answerer'),
  ]);
  const wait = async (ms: number): Promise<void> => {
    for (const { timers } of [a, b]) timers.pass(ms);
    await quiet([a, b], frames);
  };
  const calm = async (): Promise<void> => {
    for (let before = -1; before !== frames();) {
      before = frames();
      await quiet([a, b], frames);
      await wait(moment);
    }
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let n = 0; n < seconds; n++) await wait(1_000);
  };
  return { here, there, calm, pass, part: () => ends[0].close() };
}

/** What came by is passed on after a fifth of a second at most. */
const moment = 200;
/** So many turns without a word are the end of a talk. */
const turnsOfCalm = 3;
const turnsAtMost = 5_000;

async function quiet(phones: readonly Meshed[], frames: () => number): Promise<void> {
  let calm = 0;
  for (let turns = 0; calm < turnsOfCalm; turns++) {
    assert(turns < turnsAtMost, 'two phones come to an end');
    const before = frames();
    await turn();
    for (const { replica } of phones) await replica.settled();
    calm = frames() === before ? calm + 1 : 0;
  }
}

/** Lets two phones meet, say all they have to say, and part. */
export async function meet(a: Meshed, b: Meshed): Promise<void> {
  const met = await dial(a, b);
  assert(met.here.ok && met.there.ok, 'members link');
  await met.calm();
  assert(met.here.value.isOpen && met.there.value.isOpen, 'nobody has hung up');
  met.part();
  await turn();
  await turn();
}
