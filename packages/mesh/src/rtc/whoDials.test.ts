import { once } from 'node:events';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectionsLimit, linksAtLeast } from '../limits.ts';
import {
  clockedPage,
  quiet,
  relay,
  relayAddress,
  stopClock,
} from '../testing/meetingBrowser.ts';
import type { MeetingPage } from '../testing/meetingPage.ts';
import { keyOfRoom, sealedWith } from '../testing/sealed.ts';
import { sized } from '@manyhands/testing';

/**
 * Devices in separate browser contexts, real WebRTC, the real relay. Which of two messages
 * comes first is chance, and so is how much a busy machine does in four seconds: so a test
 * says who goes first, and time passes in the pages only where it says so.
 */
declare const page: MeetingPage;
/** What the page does when it offers somebody a connection. */
declare const offers: {
  /** The connections that it offered. */
  readonly made: ReadonlySet<RTCPeerConnection>;
  /** From now on an offer is done once another one has come, or `goOn` is called. */
  hold(): void;
  goOn(): void;
};

const room = 'ab'.repeat(32);
const password = '00'.repeat(32);

/** A page whose clock stands still, and whose offers are counted. */
async function watchedPage(name: string): Promise<Page> {
  const opened = await clockedPage(name);
  await stopClock(opened);
  await opened.evaluate(() => {
    const made = new Set<RTCPeerConnection>();
    let held: Promise<void> | undefined;
    let goOn: () => void = () => undefined;
    const hold = () => void (held = new Promise((resolve) => (goOn = resolve)));
    const { prototype } = RTCPeerConnection;
    const offer = Reflect.get(prototype, 'createOffer');
    const describe = Reflect.get(prototype, 'setRemoteDescription');
    Object.assign(prototype, {
      async createOffer(this: RTCPeerConnection) {
        made.add(this);
        const description: unknown = await Reflect.apply(offer, this, []);
        await held;
        return description;
      },
      async setRemoteDescription(this: RTCPeerConnection, of: RTCSessionDescription) {
        await Reflect.apply(describe, this, [of]);
        goOn();
      },
    });
    Object.assign(globalThis, { offers: { made, hold, goOn: () => goOn() } });
  });
  return opened;
}

const lurk = (opened: Page) =>
  opened.evaluate((where) => page.lurk(where), {
    room,
    password,
    relays: [relayAddress()],
  });

const dialled = (opened: Page) => opened.evaluate(() => offers.made.size);
const met = (opened: Page) => opened.evaluate(() => page.met());

/** Waits while nothing passes in the page but what is due at once. */
const until = (opened: Page, count: (of: Page) => Promise<number>, wanted: number) =>
  expect
    .poll(async () => {
      await opened.clock.runFor(1);
      return count(opened);
    })
    .toBe(wanted);

/** Longer than any connection that is no link is kept. */
const longAfter = 25_000;

type First = [string, (0 | 1)[]];
const they: First = ['they cross', [0, 1]];
test.each(
  sized<First[]>(
    [they],
    [
      ['the offer of the one who was there comes first', [0]],
      ['the offer of the one who came does', [1]],
      they,
    ],
  ),
)(
  '[M5] two who dial each other at once have a link of it, and dial no more: %s',
  async (_, first) => {
    // Hears what is announced, and says it once more, so that both dial.
    const echo = new WebSocket(relayAddress());
    await once(echo, 'open');
    const announced: string[] = [];
    echo.on('message', (message: Buffer) => announced.push(message.toString()));
    echo.send(JSON.stringify({ type: 'subscribe', topics: [room] }));
    const both = [await watchedPage('Ana'), await watchedPage('Biel')] as const;
    for (const [i, each] of both.entries()) {
      await each.evaluate(() => offers.hold());
      await lurk(each);
      await expect.poll(() => announced.length).toBe(i + 1);
    }
    echo.send(announced[0] ?? '');
    for (const each of both) await until(each, dialled, 1);

    await Promise.all(first.map((i) => both[i].evaluate(() => offers.goOn())));
    for (const each of both) await until(each, met, 1);
    // What else either had begun is given up by now.
    for (const each of both) await each.clock.runFor(longAfter);
    await quiet();
    for (const each of both) {
      expect(await dialled(each)).toBe(1);
      expect(await met(each)).toBe(1);
    }
    echo.terminate();
  },
);

test('[M5] of all who announce themselves in a room only so many are dialled', async () => {
  const ana = await watchedPage('Ana');
  // With some connections, or enough, it dials now and then (manners.ts): not now.
  const luck = (of: number) =>
    ana.evaluate((chance) => void (Math.random = () => chance), of);
  await luck(0.999);
  await lurk(ana);
  await expect.poll(() => relay.stats().rooms).toBe(1);

  const key = await keyOfRoom(room, password);
  const crowd = new WebSocket(relayAddress());
  await once(crowd, 'open');
  crowd.send(JSON.stringify({ type: 'subscribe', topics: [room] }));
  const announce = async (who: string) => {
    for (let n = 0; n < connectionsLimit + 8; n++) {
      const data = await sealedWith(key, { type: 'announce', from: `${who} ${n}` });
      crowd.send(JSON.stringify({ type: 'publish', topic: room, data }));
    }
  };
  await announce('phone');
  await until(ana, dialled, linksAtLeast);
  await quiet();
  expect(await dialled(ana)).toBe(linksAtLeast);
  // And now with each.
  await luck(0);
  await announce('tablet');
  await until(ana, dialled, connectionsLimit);
  await quiet();
  expect(await dialled(ana)).toBe(connectionsLimit);
  crowd.terminate();
});
