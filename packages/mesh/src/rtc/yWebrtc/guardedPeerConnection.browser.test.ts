import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { openPipe } from '../../pipe.ts';
import {
  closeConnections,
  introduce,
  linked,
  meet,
  openConnection as open,
} from '../../testing/rtcPair.ts';
import { realTimers } from '../../timers.ts';

afterEach(closeConnections);

/** SHA-256 of the certificate that the other side really used. */
async function trueFingerprint(connection: RTCPeerConnection): Promise<string> {
  const [certificate] = connection.sctp?.transport.getRemoteCertificates() ?? [];
  assert(certificate, 'DTLS is up');
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', certificate)));
}

interface ChannelStats extends RTCStats {
  readonly label: string;
  readonly bytesSent: number;
  readonly messagesReceived: number;
}

/** What the browser counts of the link's channel. */
async function linkStats(connection: RTCPeerConnection) {
  const all = [...((await connection.getStats()) as unknown as Map<string, RTCStats>)];
  const channels = all
    .map(([, stats]) => stats as ChannelStats)
    .filter(({ type }) => type === 'data-channel');
  return channels.find(({ label }) => label === 'manyhands');
}

test('[M1] a link opens beside another channel, its two ends bound to both certificates', async () => {
  const [here, there, a, b] = await meet();
  expect([here.role, there.role]).toEqual(['dialler', 'answerer']);
  expect(toHex(here.channel.binding.ours)).toBe(toHex(there.channel.binding.theirs));
  expect(toHex(here.channel.binding.theirs)).toBe(toHex(there.channel.binding.ours));
  expect(toHex(here.channel.binding.theirs)).toBe(await trueFingerprint(a));
  expect(toHex(there.channel.binding.theirs)).toBe(await trueFingerprint(b));
});

test('[M1] an answer is to the offer it was made for, and to no other', async () => {
  const [, , a, b] = await meet();
  const other = open();
  await other.setLocalDescription(await other.createOffer());
  const answer = b.localDescription?.sdp ?? '';
  expect(a.isAnsweredBy(answer)).toBe(true);
  expect(other.isAnsweredBy(answer)).toBe(false);
  // Who answered has offered nothing.
  expect(b.isAnsweredBy(answer)).toBe(false);
});

test('[M1] frames that come before anybody listens are not lost', async () => {
  const [here, there, , b] = await meet();
  here.channel.send(Uint8Array.of(1));
  here.channel.send(Uint8Array.of(2));
  // They have come by the browser's own count, and nobody has heard them.
  await expect.poll(async () => (await linkStats(b))?.messagesReceived).toBe(2);
  const heard: number[] = [];
  await new Promise<void>((resolve) => {
    there.channel.onframe = ([byte]) => {
      heard.push(byte ?? -1);
      if (heard.length === 2) resolve();
    };
  });
  expect(heard).toEqual([1, 2]);
});

test('[M3] 20 MB go through, and little of it ever waits in the browser', async () => {
  const [here, there, a] = await meet();
  const [sender, receiver] = [here, there].map(({ channel }) =>
    openPipe(channel, realTimers),
  );
  assert(sender && receiver, 'two ends');
  receiver.widen();
  const message = new Uint8Array(262_144).fill(5);
  const count = 80;
  let received = 0;
  const all = new Promise<void>((resolve) => {
    receiver.onmessage = ({ length }) => {
      received += length;
      if (received === count * message.length) resolve();
    };
  });
  let most = 0;
  for (let i = 0; i < count; i++) {
    await sender.send(message);
    most = Math.max(most, here.channel.bufferedBytes);
  }
  await all;

  expect(most).toBeLessThan(512 * 1024);
  // A ping may be under way still.
  await expect.poll(() => sender.bytesSent - receiver.bytesReceived).toBe(0);
  // The browser's own count says the same: it all went over this channel.
  const told = async () => (await linkStats(a))?.bytesSent ?? 0;
  await expect.poll(async () => (await told()) - sender.bytesSent).toBe(0);
  sender.end({ type: 'Closed' });
});

describe('[M2] a description that leaves room for somebody else ends the connection', () => {
  const foreign = Array.from({ length: 32 }, () => 'AB').join(':');
  const lies: [string, (sdp: string) => string][] = [
    [
      'a second certificate',
      (sdp) =>
        sdp.replace(/(a=fingerprint:.*\r\n)/, `$1a=fingerprint:sha-256 ${foreign}\r\n`),
    ],
    [
      'a second certificate, first',
      (sdp) =>
        sdp.replace(
          'a=fingerprint:',
          `a=fingerprint:sha-256 ${foreign}\r\na=fingerprint:`,
        ),
    ],
    ['no certificate', (sdp) => sdp.replace(/a=fingerprint:.*\r\n/, '')],
  ];
  test.each(lies)('%s', async (_, change) => {
    const [a, b] = [open(), open()];
    const both = [linked(a), linked(b)];
    for (const each of both) each.catch(() => undefined);
    await expect(introduce(a, b, change)).rejects.toThrow();
    expect(b.signalingState).toBe('closed');
  });

  test('another certificate later on', async () => {
    const [, , a, b] = await meet();
    await b.setLocalDescription(await b.createOffer());
    const sdp = (b.localDescription?.sdp ?? '').replace(
      /a=fingerprint:.*\r\n/,
      `a=fingerprint:sha-256 ${foreign}\r\n`,
    );
    await expect(a.setRemoteDescription({ type: 'offer', sdp })).rejects.toThrow();
    expect(a.signalingState).toBe('closed');
  });
});

describe('[M1] on y-webrtc’s own channel', () => {
  async function foreignChannel() {
    const [a, b] = [open(), open()];
    const channel = a.createDataChannel('y-webrtc');
    const heard: number[][] = [];
    b.ondatachannel = ({ channel: theirs }) => {
      theirs.onmessage = ({ data }: MessageEvent<ArrayBuffer>) =>
        heard.push([...new Uint8Array(data)]);
    };
    const both = Promise.all([linked(a), linked(b)]);
    await introduce(a, b);
    await both;
    await new Promise((resolve) => {
      if (channel.readyState === 'open') resolve(undefined);
      else channel.onopen = resolve;
    });
    return { channel, heard, a, b };
  }

  test('nothing passes but empty sync messages', async () => {
    const { channel, heard } = await foreignChannel();
    const empty = [
      [0, 0, 1, 0],
      [0, 1, 2, 0, 0],
      [0, 2, 2, 0, 0],
    ];
    const hostile = [
      [1, 1, 0],
      [3],
      [4, 1, 1, 97],
      [9, 9],
      [],
      [0],
      [0, 0, 2, 1, 1],
      [0, 2, 13, 1, 1, 1, 0, 4, 1, 1, 97, 1, 98, 0],
    ];
    for (const message of [...hostile, ...empty, ...hostile]) {
      channel.send(Uint8Array.from(message));
    }
    channel.send('text');
    channel.send(Uint8Array.of(0, 0, 1, 0));
    await expect.poll(() => heard.length).toBe(4);
    expect(heard).toEqual([...empty, [0, 0, 1, 0]]);
  });

  test('a third in-band channel ends the connection', async () => {
    const { a, b } = await foreignChannel();
    a.createDataChannel('second');
    a.createDataChannel('third');
    await expect.poll(() => b.signalingState).toBe('closed');
  });
});

test('[M5] the other end hears of a close, and a closed connection says so itself', async () => {
  const [here, there, a, b] = await meet();
  const closed: string[] = [];
  here.channel.onclose = () => closed.push('here');
  there.channel.onclose = () => closed.push('there');
  b.onend = () => closed.push('end');
  a.onend = null;
  a.close();
  await expect.poll(() => closed.sort()).toEqual(['end', 'here', 'there']);
});
