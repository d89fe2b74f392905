import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebrtcProvider } from 'y-webrtc';
import type { SignalingConn } from 'y-webrtc';
import * as Y from 'yjs';
import {
  behave,
  beginDialling,
  Dial,
  dialled,
  hangUp,
  saidToRelays,
} from '../../testing/dials.ts';
import { RelayRota } from './relayRota.ts';

const [first, second, third, fourth] = [1, 2, 3, 4].map(
  (n) => `wss://relay${n}.example/relay`,
) as [string, string, string, string];
const all = [first, second, third, fourth];

interface Seeker {
  readonly rota: RelayRota;
  readonly provider: WebrtcProvider;
  /** Somebody is met: the room has a connection. */
  readonly meet: () => void;
}
let seekers: Seeker[];

beforeEach(() => {
  vi.useFakeTimers();
  beginDialling();
  vi.stubGlobal('WebSocket', Dial);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  for (const url of all) behave(url, 'up');
  seekers = [];
});

afterEach(async () => {
  for (const { rota, provider } of seekers) {
    rota.close();
    provider.disconnect();
    provider.destroy();
    await provider.key;
  }
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function seek(room: string, relays: readonly string[] = all): Promise<Seeker> {
  const doc = new Y.Doc();
  const provider = new WebrtcProvider(room, doc, {
    signaling: relays.slice(0, 2),
    filterBcConns: false,
  });
  const rota = new RelayRota(provider, relays, 2, () => undefined);
  const conn = { destroy: () => provider.room?.webrtcConns.delete('somebody') };
  const meet = () => provider.room?.webrtcConns.set('somebody', conn as never);
  const seeker = { rota, provider, meet };
  seekers.push(seeker);
  await provider.key;
  return seeker;
}

/** Also what waits for no time at all: each message of a relay is read in a turn of its own. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const used = ({ provider }: Seeker) =>
  (provider.signalingConns as { url: string }[]).map(({ url }) => url).sort();
/** The rooms that were named to a relay, in subscriptions and in what was published. */
const named = (url: string) =>
  new Set(
    (saidToRelays.get(url) ?? []).flatMap((message) => {
      const { topics = [], topic } = message as { topics?: string[]; topic?: string };
      return topic === undefined ? topics : [...topics, topic];
    }),
  );

describe('[M10] of its relays a room uses', () => {
  test('the first two while they are there', async () => {
    const ana = await seek('room');
    ana.meet();
    await pass(600);
    expect(used(ana)).toEqual([first, second]);
    expect(dialled.map(({ url }) => url)).toEqual([first, second]);
  });

  test('the next one too, within seconds, when one of them dies; it is asked on', async () => {
    const ana = await seek('room');
    ana.meet();
    await pass(10);
    behave(first, 'down');
    hangUp(first);
    await pass(3);
    expect(used(ana)).toEqual([first, second, third]);
    expect(ana.rota.reach()).toEqual(
      new Map([
        [first, 'dead'],
        [second, 'live'],
        [third, 'live'],
      ]),
    );
    const before = dialled.filter(({ url }) => url === first).length;
    await pass(300);
    expect(dialled.filter(({ url }) => url === first).length).toBeGreaterThan(before);
  });

  test('the two again once the better one is back for longer than any pause', async () => {
    const ana = await seek('room');
    ana.meet();
    behave(first, 'down');
    hangUp(first);
    await pass(10);
    behave(first, 'up');
    ana.rota.wake();
    await pass(190);
    expect(used(ana)).toEqual([first, second, third]);
    await pass(20);
    expect(used(ana)).toEqual([first, second]);
    const before = dialled.length;
    await pass(600);
    expect(dialled.length).toBe(before);
  });

  test('all of them, for whoever has met nobody for half a minute', async () => {
    const ana = await seek('room');
    await pass(28);
    expect(used(ana)).toEqual([first, second]);
    await pass(5);
    expect(used(ana)).toEqual(all);
    ana.meet();
    await pass(220);
    expect(used(ana)).toEqual([first, second]);
  });

  test('a portal that says nothing is no relay: the next one is asked', async () => {
    behave(first, 'mute');
    const ana = await seek('room');
    ana.meet();
    await pass(7);
    expect(used(ana)).toContain(third);
  });
});

test('[M5] nothing is said into a socket that is still opening', async () => {
  behave(first, 'swallows');
  const { provider } = await seek('room');
  const [opening, open] = provider.signalingConns as SignalingConn[];
  await pass(1);
  for (const relay of [opening, open]) relay?.send({ type: 'ping' });
  expect(saidToRelays.get(first)).toBeUndefined();
  expect(saidToRelays.get(second)).toContainEqual({ type: 'ping' });
});

describe('[M13] a relay is told of no room that is not looked for there', () => {
  test('with two rooms at different relays', async () => {
    const ana = await seek('one', [first, second]);
    const also = await seek('two', [third, second]);
    ana.meet();
    also.meet();
    await pass(5);
    ana.rota.wake();
    also.rota.announce();
    await pass(100);
    expect(named(first)).toEqual(new Set(['one']));
    expect(named(third)).toEqual(new Set(['two']));
    expect(named(second)).toEqual(new Set(['one', 'two']));
  });

  test('a room that is left is said goodbye where it was named, and nowhere else', async () => {
    const ana = await seek('one', [first, second]);
    const also = await seek('two', [second, third]);
    ana.meet();
    also.meet();
    await pass(5);
    ana.rota.close();
    ana.provider.disconnect();
    ana.provider.destroy();
    await ana.provider.key;
    await Promise.resolve();
    const goodbyes = (url: string) =>
      (saidToRelays.get(url) ?? []).filter(
        (each) => (each as { type: string }).type === 'unsubscribe',
      );
    expect(goodbyes(second)).toEqual([{ type: 'unsubscribe', topics: ['one'] }]);
    expect(goodbyes(third)).toEqual([]);
    await pass(60);
    expect(named(second)).toEqual(new Set(['one', 'two']));
  });

  test('a relay that is let go is told so, and dialled no more', async () => {
    behave(first, 'down');
    const ana = await seek('one');
    const also = await seek('two', [third, fourth]);
    ana.meet();
    also.meet();
    await pass(10);
    expect(used(ana)).toEqual([first, second, third]);
    behave(first, 'up');
    ana.rota.wake();
    await pass(220);
    expect(used(ana)).toEqual([first, second]);
    expect(used(also)).toEqual([third, fourth]);
    expect(
      (saidToRelays.get(third) ?? []).filter(
        (each) => (each as { type: string }).type === 'unsubscribe',
      ),
    ).toEqual([{ type: 'unsubscribe', topics: ['one'] }]);
  });
});
