import { assert, err } from '@manyhands/base';
import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  communityIdOf,
  deviceStatement,
  encodeCharter,
  foundCommunity,
} from '@manyhands/ledger';
import { startMesh } from '@manyhands/mesh';
import type { Channel, Mesh } from '@manyhands/mesh';
import { encodePage, openReplica } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import { createMemoryStore } from '@manyhands/storage';
import { LogBuilder, testCharterOf, helped } from '@manyhands/testing';
import { Chance } from '../../packages/testing/src/chance.ts';
import { Halls } from '../../packages/testing/src/sim/halls.ts';
import { Network } from '../../packages/testing/src/sim/network.ts';
import type { Life } from '../../packages/testing/src/sim/network.ts';
import { Schedule } from '../../packages/testing/src/sim/schedule.ts';
import { keyOf, withSyncKeys } from '../../packages/testing/src/sim/syncKeys.ts';

export interface Crowded {
  readonly devices: number;
  readonly seed: number;
}

export interface Outcome {
  readonly mostLinks: number;
  readonly fewestLinks: number;
  readonly parts: number;
  readonly handshakes: number;
  readonly rounds: number;
  readonly without: number;
  readonly ms: number;
  readonly partsLater: number;
  readonly roundsLater: number;
}

/** Milliseconds between two arrivals; and how long the room is left to itself then. */
const arrivesEvery = 50;
const settlesIn = 20_000;

/** They arrive one after the other, hear of an hour, come and go, and hear of another. */
export const liveThrough = (options: Crowded): Promise<Outcome> =>
  withSyncKeys(() => live(options));

async function live({ devices, seed }: Crowded): Promise<Outcome> {
  const crowd = await Crowd.of(devices, seed);
  for (const member of crowd.members) {
    await crowd.enter(member);
    await crowd.pass(arrivesEvery);
  }
  await crowd.pass(settlesIn);
  const links = crowd.members.map(({ mesh }) => mesh?.peers().length ?? 0);
  const parts = crowd.parts();
  const handshakes = crowd.handshakes;
  const first = await crowd.hour(0);
  for (let i = 0; i < devices / 4; i += 1) {
    const member = crowd.anybody();
    crowd.leave(member);
    await crowd.pass(arrivesEvery);
    await crowd.enter(member);
  }
  await crowd.pass(settlesIn);
  const partsLater = crowd.parts();
  const second = await crowd.hour(1);
  return {
    mostLinks: Math.max(...links),
    fewestLinks: Math.min(...links),
    parts,
    handshakes,
    ...first,
    partsLater,
    roundsLater: second.rounds,
  };
}

interface Member {
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly signing: Signer;
  readonly replica: Replica;
  life: Life | null;
  mesh: Mesh | null;
}

class Crowd {
  readonly members: Member[] = [];
  handshakes = 0;
  readonly #schedule = new Schedule();
  readonly #chance: Chance;
  readonly #network: Network;
  readonly #halls: Halls;
  #log: LogBuilder | null = null;

  private constructor(seed: number) {
    this.#chance = new Chance(seed);
    const weather = { delay: { least: 5, most: 60 }, isApart: () => false };
    const air = { schedule: this.#schedule, chance: this.#chance, weather };
    this.#network = new Network(air);
    const pair = (here: Life, there: Life): [Channel, Channel] => {
      this.handshakes += 1;
      return this.#network.pair(here, there);
    };
    this.#halls = new Halls({ ...air, pair });
  }

  static async of(devices: number, seed: number): Promise<Crowd> {
    const crowd = new Crowd(seed);
    await crowd.#found(devices);
    return crowd;
  }

  /** The first founds, and lets all the others in: every replica holds all of that. */
  async #found(devices: number): Promise<void> {
    const souls = Array.from({ length: devices }, (_, i) => soulOf(i));
    const [founder] = souls;
    assert(founder, 'somebody founds');
    const charter = testCharterOf(founder);
    const community = communityIdOf(encodeCharter(charter));
    const log = new LogBuilder(community, 'ledger', founder);
    this.#log = log;
    const found = foundCommunity(charter, await certify(community, founder));
    assert(found.ok, 'it can be founded');
    await log.add(found.value);
    for (const soul of souls.slice(1)) {
      const { member, device } = soul;
      const certificate = await certify(community, soul);
      const admission = { type: 'member.admit', role: 0, invite: null } as const;
      await log.add({ ...admission, member, device, ...certificate });
    }
    const page = pageOfRun(log.run());
    for (const { member, device, signing } of souls) {
      const replica = await holding(community, page);
      this.members.push({ member, device, signing, replica, life: null, mesh: null });
    }
  }

  async enter(member: Member): Promise<void> {
    const life: Life = { phone: member.device, isOver: false, frozenUntil: 0 };
    const schedule = this.#schedule;
    member.life = life;
    member.mesh = startMesh({
      replica: member.replica,
      self: { member: member.member, device: member.signing },
      secret: { epoch: 0, secret: new Uint8Array(32).fill(7) },
      lobby: null,
      relays: ['wss://relay.example'],
      openIntroducer: this.#halls.openFor(life),
      admission: null,
      admit: () => Promise.resolve(err({ type: 'InviteUnknown' })),
      onsecret: () => undefined,
      random: () => this.#chance.next(),
      timers: {
        now: () => schedule.now,
        after: (ms, call) =>
          schedule.after(ms, 'alarm', () => {
            if (!life.isOver) call();
          }),
      },
    });
    await settled();
  }

  leave({ life, mesh }: Member): void {
    if (life) life.isOver = true;
    mesh?.close();
  }

  anybody(): Member {
    const one = this.#chance.pick(this.members.slice(1));
    assert(one, 'a crowd');
    return one;
  }

  /** Lets so many milliseconds of the crowd's own clock pass. */
  async pass(ms: number): Promise<void> {
    const moment = { isHere: false };
    this.#schedule.after(ms, 'moment', () => (moment.isHere = true));
    for (let at = this.#schedule.now; !moment.isHere;) {
      this.#schedule.next()?.run();
      // What follows of what happened at one moment happens before the next.
      if (this.#schedule.now > at) await settled();
      at = this.#schedule.now;
    }
    await settled();
  }

  /** How many parts there are that no way of links joins. */
  parts(): number {
    const byDevice = new Map(this.members.map((each) => [each.device, each]));
    const left = new Set(this.members);
    let parts = 0;
    for (const first of this.members) {
      if (!left.delete(first)) continue;
      parts += 1;
      const reached = new Set([first]);
      for (const each of reached) {
        for (const { device } of each.mesh?.peers() ?? []) {
          const next = byDevice.get(device);
          if (next !== undefined && left.delete(next)) reached.add(next);
        }
      }
    }
    return parts;
  }

  /** The founder writes the hour; answers by how many links, and when, it came to all. */
  async hour(n: number): Promise<{ rounds: number; without: number; ms: number }> {
    const [founder, other] = this.members;
    const log = this.#log;
    assert(founder && other && log, 'a crowd');
    const asked = await log.add(helped(other, 30 + n));
    const rounds = new Map<DeviceKey, number>([[founder.device, 0]]);
    const started = this.#schedule.now;
    let last = started;
    const ends = this.members.map(({ replica, device }) =>
      replica.subscribe(({ added, source }) => {
        if (source.type !== 'device' || !added.some(({ id }) => id === asked.id))
          return;
        rounds.set(device, (rounds.get(source.device) ?? Number.NaN) + 1);
        last = this.#schedule.now;
      }),
    );
    await founder.replica.receive(pageOfRun(log.run(asked.seq)), { type: 'own' });
    const limit = started + 60_000;
    while (rounds.size < this.members.length && this.#schedule.now < limit)
      await this.pass(100);
    for (const end of ends) end();
    return {
      rounds: Math.max(...rounds.values()),
      without: this.members.length - rounds.size,
      ms: Math.round(last - started),
    };
  }
}

/** Everything that was promised in this moment has come true. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const pageOfRun = (run: Run): Uint8Array => encodePage({ evidence: [], runs: [run] });

async function holding(community: CommunityId, page: Uint8Array): Promise<Replica> {
  const opened = await openReplica({ community, store: createMemoryStore() });
  assert(opened.ok, 'memory opens');
  const { refused } = await opened.value.receive(page, { type: 'archive' });
  assert(refused === null, 'what they hold is in order');
  return opened.value;
}

interface Soul {
  readonly identity: Signer;
  readonly signing: Signer;
  readonly member: MemberId;
  readonly device: DeviceKey;
}

function soulOf(index: number): Soul {
  const identity = keyOf(`crowd identity ${index}`);
  const signing = keyOf(`crowd device ${index}`);
  return {
    identity,
    signing,
    member: toHex(identity.publicKey) as MemberId,
    device: toHex(signing.publicKey) as DeviceKey,
  };
}

async function certify(
  community: CommunityId,
  { identity, member, device }: Soul,
): Promise<{ box: string; certSig: string }> {
  const box = toHex(sha256(utf8Bytes(`box ${device}`)));
  const claim = { community, member, device, box, role: 0, version: 0 } as const;
  return { box, certSig: toHex(await identity.sign(deviceStatement(claim))) };
}
