import { expect, test, vi } from 'vitest';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import { openPipe } from './pipe.ts';
import { ManualTimers } from './testing/manualTimers.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Lets every frame under way arrive, and what is answered to it. */
async function arrived(channels: readonly Channel[]): Promise<void> {
  while (channels.some((channel) => channel.bufferedBytes > 0)) await turn();
}

function pair(): { timers: ManualTimers; channels: [Channel, Channel] } {
  return { timers: new ManualTimers(), channels: channelPair() };
}

test('[M3] two live ends stay together for an hour of silence', async () => {
  const { timers, channels } = pair();
  const [here, there] = channels.map((channel) => openPipe(channel, timers));
  for (let i = 0; i < 40; i++) {
    timers.pass(1_250);
    await arrived(channels);
  }
  expect([here?.isOpen, there?.isOpen]).toEqual([true, true]);
});

test('[M3] an end that went silent is given up after five seconds', async () => {
  const { timers, channels } = pair();
  const pipe = openPipe(channels[0], timers);
  timers.pass(4_900);
  expect(pipe.isOpen).toBe(true);
  timers.pass(150);
  expect(await pipe.ended).toEqual({ type: 'Silent' });
  expect(channels[0].isOpen).toBe(false);
});

test('[M3] data counts as a sign of life, part by part', async () => {
  const { timers, channels } = pair();
  const pipe = openPipe(channels[0], timers);
  pipe.widen();
  channels[1].send(Uint8Array.of(1, 0, 0, 1, 0, 7));
  for (let i = 0; i < 8; i++) {
    await arrived(channels);
    timers.pass(4_000);
    channels[1].send(Uint8Array.of(2, 7));
  }
  expect(pipe.isOpen).toBe(true);
});

test('[M3] a page that slept asks before it gives up', async () => {
  const { timers, channels } = pair();
  const [here, there] = channels.map((channel) => openPipe(channel, timers));
  timers.sleep(3_600_000);
  for (let i = 0; i < 8; i++) {
    timers.pass(1_250);
    await arrived(channels);
  }
  expect([here?.isOpen, there?.isOpen]).toEqual([true, true]);
});

test('[M3] a page that is back asks at once, and what does not answer is gone in 2.5 s', async () => {
  const { timers, channels } = pair();
  const [here, there] = channels;
  const [asking, answering] = channels.map((channel) => openPipe(channel, timers));
  asking?.ask();
  await vi.waitFor(() => expect(asking?.bytesReceived).toBeGreaterThan(0));
  timers.pass(2_600);
  await arrived(channels);
  expect([asking?.isOpen, answering?.isOpen]).toEqual([true, true]);

  // From now on all that is said is swallowed, as by a network that has changed.
  for (const channel of [here, there]) channel.send = () => undefined;
  asking?.ask();
  timers.pass(2_400);
  await arrived(channels);
  expect(asking?.isOpen).toBe(true);
  timers.pass(200);
  await arrived(channels);
  expect(await asking?.ended).toEqual({ type: 'Silent' });
});

test('[M3] who sends waits when much is buffered, and no longer than the pipe lives', async () => {
  let release: () => void = () => undefined;
  const full: Channel = {
    isOpen: true,
    bufferedBytes: 1_000_000,
    binding: channelPair()[0].binding,
    onframe: null,
    onclose: null,
    send: () => undefined,
    drained: () => new Promise((resolve) => (release = resolve)),
    close: () => undefined,
  };
  const pipe = openPipe(full, new ManualTimers());

  let sent = 0;
  const message = new Uint8Array(100_000);
  const both = [pipe.send(message), pipe.send(message)];
  for (const each of both) void each.then(() => (sent += 1));
  await turn();
  expect(sent).toBe(0);
  const early = pipe.bytesSent;
  expect(early).toBeLessThan(20_000);
  release();
  await turn();
  expect(pipe.bytesSent).toBeGreaterThan(early);
  pipe.end({ type: 'Closed' });
  release();
  await Promise.all(both);
});

test('[M3] messages before anybody listens are kept, a flood of them ends the pipe', async () => {
  const { timers, channels } = pair();
  const pipe = openPipe(channels[0], timers);
  for (let i = 0; i < 3; i++) channels[1].send(Uint8Array.of(0, i));
  await arrived(channels);
  const heard: number[] = [];
  pipe.onmessage = ([byte]) => heard.push(byte ?? -1);
  expect(heard).toEqual([0, 1, 2]);

  pipe.onmessage = null;
  for (let i = 0; i < 65; i++) channels[1].send(Uint8Array.of(0, i));
  expect(await pipe.ended).toMatchObject({ type: 'Malformed' });
});

test('[M3] a stranger’s message is short, a member’s may be a page', async () => {
  const { timers, channels } = pair();
  const stranger = openPipe(channels[0], timers);
  channels[1].send(Uint8Array.of(1, 0, 1, 0, 1, 7));
  expect(await stranger.ended).toMatchObject({ type: 'Malformed' });

  const other = pair();
  const member = openPipe(other.channels[0], other.timers);
  member.widen();
  other.channels[1].send(Uint8Array.of(1, 0, 4, 0, 0, 7));
  await arrived(other.channels);
  expect(member.isOpen).toBe(true);
  other.channels[1].send(Uint8Array.of(1, 0, 4, 0, 0, 7));
  expect(await member.ended).toMatchObject({ type: 'Malformed' });
});
