import { once } from 'node:events';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectionsLimit, linksAtLeast } from '../limits.ts';
import { blankPage, quiet, relay, relayAddress } from '../testing/meetingBrowser.ts';
import type { MeetingPage } from '../testing/meetingPage.ts';
import { keyOfRoom, sealedWith } from '../testing/sealed.ts';

/** Devices in separate browser contexts, real WebRTC, the real relay. */
declare const page: MeetingPage;
/** The connections that the page offered somebody. */
declare const dialled: ReadonlySet<RTCPeerConnection>;

/** From now on the page counts those it makes an offer to. */
const countsOffers = (opened: Page) =>
  opened.evaluate(() => {
    const dialled = new Set<RTCPeerConnection>();
    const { prototype } = RTCPeerConnection;
    const offer = Reflect.get(prototype, 'createOffer');
    Object.assign(prototype, {
      createOffer(this: RTCPeerConnection) {
        dialled.add(this);
        return Reflect.apply(offer, this, []) as Promise<RTCSessionDescriptionInit>;
      },
    });
    Object.assign(globalThis, { dialled });
  });

/** From now on an offer of the page is done when another one has come. */
const offersLate = (opened: Page) =>
  opened.evaluate(() => {
    const { prototype } = RTCPeerConnection;
    const offer = Reflect.get(prototype, 'createOffer');
    const describe = Reflect.get(prototype, 'setRemoteDescription');
    let come: () => void = () => undefined;
    const another = new Promise<void>((resolve) => (come = resolve));
    Object.assign(prototype, {
      async createOffer(this: RTCPeerConnection) {
        const made: unknown = await Reflect.apply(offer, this, []);
        await another;
        return made;
      },
      async setRemoteDescription(this: RTCPeerConnection, of: RTCSessionDescription) {
        await Reflect.apply(describe, this, [of]);
        come();
      },
    });
  });

test('[M5] two who dial each other at once have a link of it, and dial no more', async () => {
  const room = 'ab'.repeat(32);
  const place = { room, password: '00'.repeat(32), relays: [relayAddress()] };
  // Whatever is announced is announced to all once more, so that both dial.
  const echo = new WebSocket(relayAddress());
  await once(echo, 'open');
  const announced: string[] = [];
  echo.on('message', (message: Buffer) => {
    announced.push(message.toString());
    if (announced.length === 2) echo.send(announced[0] ?? '');
  });
  echo.send(JSON.stringify({ type: 'subscribe', topics: [room] }));
  const ana = await blankPage('Ana');
  await countsOffers(ana);
  await ana.evaluate((where) => page.lurk(where), place);
  await expect.poll(() => announced.length).toBe(1);
  const biel = await blankPage('Biel');
  await countsOffers(biel);
  await offersLate(biel);
  await biel.evaluate((where) => page.lurk(where), place);
  for (const each of [ana, biel]) {
    await expect
      .poll(() => each.evaluate(() => page.met()), { timeout: 15_000 })
      .toBe(1);
    expect(await each.evaluate(() => dialled.size)).toBe(1);
  }
  echo.terminate();
}, 60_000);

test('[M5] of all who announce themselves in a room only so many are dialled', async () => {
  const ana = await blankPage('Ana');
  await countsOffers(ana);
  const room = 'ab'.repeat(32);
  const password = '00'.repeat(32);
  const place = { room, password, relays: [relayAddress()] };
  await ana.evaluate((where) => page.lurk(where), place);
  await expect.poll(() => relay.stats().rooms).toBe(1);

  const key = await keyOfRoom(room, password);
  const crowd = new WebSocket(relayAddress());
  await once(crowd, 'open');
  crowd.send(JSON.stringify({ type: 'subscribe', topics: [room] }));
  for (let n = 0; n < connectionsLimit + 8; n++) {
    const data = await sealedWith(key, { type: 'announce', from: `phone ${n}` });
    crowd.send(JSON.stringify({ type: 'publish', topic: room, data }));
  }
  const count = () => ana.evaluate(() => dialled.size);
  await expect.poll(count, { timeout: 10_000 }).toBeGreaterThanOrEqual(linksAtLeast);
  await quiet();
  // With some connections, or enough, it dials now and then (manners.ts).
  expect(await count()).toBeLessThanOrEqual(connectionsLimit);
  crowd.terminate();
}, 60_000);
