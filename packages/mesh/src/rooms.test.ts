import { assert } from '@manyhands/base';
import { rankRelays } from '@manyhands/keys';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { channelPair } from './channel.ts';
import type { Introduction, RendezvousPoint, OpenIntroducer } from './introducer.ts';
import { Rooms } from './rooms.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

let ana: CastMember;
let biel: CastMember;
let community: TestCommunity;

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(closePhones);

describe('[M12] where a device looks for others', () => {
  function recorder(): {
    places: RendezvousPoint[];
    closed: string[];
    open: OpenIntroducer;
  } {
    const places: RendezvousPoint[] = [];
    const closed: string[] = [];
    return {
      places,
      closed,
      open: (place) => {
        places.push(place);
        return Promise.resolve({
          forgive: () => undefined,
          announce: () => undefined,
          wake: () => undefined,
          close: () => closed.push(place.room),
        });
      },
    };
  }
  const secret = (byte: number) => ({
    epoch: 0,
    secret: new Uint8Array(32).fill(byte),
  });
  const relays = ['wss://relay.example/relay'];

  test('a newcomer in the lobby alone, a member in the room and the lobby', async () => {
    const [lobby, both] = [recorder(), recorder()];
    await openPhone(community, ana, {
      lobby: new Uint8Array(16),
      relays,
      openIntroducer: lobby.open,
    });
    await openPhone(community, ana, {
      secret: secret(1),
      lobby: new Uint8Array(16),
      relays,
      openIntroducer: both.open,
    });
    expect(lobby.places).toHaveLength(1);
    expect(both.places).toHaveLength(2);
    const rooms = [...lobby.places, ...both.places].map(({ room }) => room);
    expect(new Set(rooms).size).toBe(3);
    for (const { password, room } of both.places) {
      expect([room.length, password.length]).toEqual([64, 64]);
      expect(room).not.toBe(password);
    }
  });

  test('[M10] each room has all relays, in an order of its own, and two at a time', async () => {
    const { places, open: openIntroducer } = recorder();
    const several = Array.from({ length: 8 }, (_, i) => `wss://relay${i}.example`);
    for (let epoch = 1; epoch < 5; epoch++) {
      await openPhone(community, ana, {
        secret: secret(epoch),
        relays: several,
        openIntroducer,
      });
    }
    expect(places).toHaveLength(8);
    for (const { room, relays: ranked, atOnce } of places) {
      expect(ranked).toEqual(rankRelays(room, several));
      expect(atOnce).toBe(2);
    }
    expect(new Set(places.map((place) => place.relays[0])).size).toBeGreaterThan(2);
  });

  test('[M5] of each relay the best that any room knows is told', async () => {
    const states = [
      new Map([['a', 'dead'] as const]),
      new Map([['a', 'live'] as const]),
    ];
    const phone = await openPhone(community, ana, {
      secret: secret(1),
      relays,
      openIntroducer: (_, onintroduction, onreach) => {
        const state = states.shift() ?? new Map();
        void Promise.resolve().then(onreach);
        return recorder()
          .open({ room: '', password: '', relays }, onintroduction)
          .then((opened) => ({ ...opened, reach: () => state }));
      },
    });
    await vi.waitFor(() => expect([...phone.mesh.reach()]).toEqual([['a', 'live']]));
  });

  test('a secret moves a newcomer into both, and out of the lobby they stood in', async () => {
    const { places, closed, open: openIntroducer } = recorder();
    const phone = await openPhone(community, ana, {
      lobby: new Uint8Array(16),
      relays,
      openIntroducer,
    });
    phone.mesh.setSecret(secret(2));
    await vi.waitFor(() => expect(closed).toHaveLength(1));
    expect(places).toHaveLength(3);
    expect(closed).toEqual(places.slice(0, 1).map(({ room }) => room));
  });

  test('nowhere once it is closed, whatever secret it is given', async () => {
    const { places, open: openIntroducer } = recorder();
    const phone = await openPhone(community, ana, { relays, openIntroducer });
    phone.mesh.close();
    expect(phone.mesh.setSecret(secret(2))).toBe(false);
    expect(places).toEqual([]);
  });

  test('again when the page wakes, if the code for it was out of reach', async () => {
    const { places, open: openIntroducer } = recorder();
    let isReachable = false;
    const phone = await openPhone(community, ana, {
      secret: secret(1),
      relays,
      openIntroducer: (place, onintroduction) =>
        isReachable
          ? openIntroducer(place, onintroduction)
          : Promise.reject(new TypeError('Failed to fetch')),
    });
    await new Promise((resolve) => setTimeout(resolve));
    isReachable = true;
    phone.mesh.reconnect();
    expect(places).toHaveLength(2);
  });

  test('nowhere without a relay', async () => {
    const { places, open: openIntroducer } = recorder();
    await openPhone(community, ana, { secret: secret(1), openIntroducer });
    expect(places).toEqual([]);
  });

  test('a connection that comes to nothing is dismissed, for its reason', async () => {
    const dismissed: string[] = [];
    let introduce: (introduction: Introduction) => void = () => undefined;
    await openPhone(community, ana, {
      secret: secret(1),
      relays,
      openIntroducer: (_, onintroduction) => {
        introduce = onintroduction;
        return recorder().open({ room: '', password: '', relays }, onintroduction);
      },
    });
    const meet = async (phone: MeshPhone) => {
      const [here, there] = channelPair();
      const dismiss = (why: string) => void dismissed.push(why);
      introduce({ channel: here, role: 'dialler', dismiss });
      return phone.mesh.connectChannel(there, 'answerer');
    };
    const stranger = await openPhone(
      community,
      await createPerson('Ana', 'a found phone'),
    );
    const [here, there] = channelPair();
    const dismiss = (why: string) => void dismissed.push(why);
    introduce({ channel: here, role: 'dialler', dismiss });
    there.close();
    await vi.waitFor(() => expect(dismissed.splice(0)).toEqual(['lost']));

    await meet(stranger);
    await vi.waitFor(() => expect(dismissed).toEqual(['refused']));

    const his = await openPhone(community, biel);
    const linked = await meet(his);
    assert(linked.ok, 'a member');
    linked.value.close();
    await vi.waitFor(() => expect(dismissed).toEqual(['refused', 'lost']));

    await meet(his);
    await meet(his);
    await vi.waitFor(() => expect(dismissed).toEqual(['refused', 'lost', 'enough']));
  });
});

describe('[M5] one who is heard by nobody says again that they are there', () => {
  /** A device in its room and in the lobby, and when it has said so since it came. */
  async function enter(relays = ['wss://relay.example/relay']) {
    const timers = new ManualTimers();
    const said: number[] = [];
    const here = { links: 0, said, timers };
    const quiet = () => undefined;
    const rooms = new Rooms({
      community: community.id,
      relays,
      links: () => here.links,
      timers,
      onintroduction: quiet,
      onreach: quiet,
      open: () =>
        Promise.resolve({
          ...{ forgive: quiet, wake: quiet, close: quiet },
          announce: () => said.push(timers.now() / 1_000),
        }),
    });
    rooms.enter([{ epoch: 0, secret: new Uint8Array(32).fill(1) }], null);
    await new Promise((resolve) => setTimeout(resolve)); // until both are open
    return { ...here, rooms, here };
  }

  test('soon, then less and less often, then each minute; in all their rooms', async () => {
    const { said, timers } = await enter();
    timers.pass(200_000);
    const moments = [5, 15, 35, 75, 135, 195];
    expect(said).toEqual(moments.flatMap((at) => [at, at]));
  });

  test('not with four links, and again with three', async () => {
    const { said, timers, here } = await enter();
    here.links = 4;
    timers.pass(75_000);
    expect(said).toEqual([]);
    here.links = 3;
    timers.pass(60_000);
    expect(said).toEqual([135, 135]);
  });

  test('not once they have left', async () => {
    const { said, timers, rooms } = await enter();
    timers.pass(5_000);
    rooms.close();
    timers.pass(600_000);
    expect(said).toEqual([5, 5]);
    expect(timers.waiting).toBe(0);
  });

  test('not where there is nowhere to look', async () => {
    const { timers } = await enter([]);
    expect(timers.waiting).toBe(0);
  });
});
