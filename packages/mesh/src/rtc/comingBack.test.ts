import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { startRelay } from '@manyhands/relay';
import {
  openPage,
  relay,
  relayAddress,
  startAgain,
} from '../testing/meetingBrowser.ts';
import type { MeetingPage, Seen } from '../testing/meetingPage.ts';
import { isThorough } from '@manyhands/testing';

/** Pages that slept, networks that changed, relays that are none: real ones, where they can be. */
declare const page: MeetingPage;
/** In a test that cuts them: what the page's links have been so far. */
declare const links: { cut(): void };

const seen = (opened: Page): Promise<Seen> => opened.evaluate(() => page.seen());
const founding = (opened: Page) => opened.evaluate(() => page.founding());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const linked = (pages: Page[], timeout = 15_000) =>
  expect
    .poll(
      async () => (await Promise.all(pages.map(seen))).map(({ peers }) => peers.length),
      {
        timeout,
        interval: 50,
      },
    )
    .toEqual(pages.map(() => pages.length - 1));

const reaches = (opened: Page, states: Record<string, string>, timeout = 15_000) =>
  expect
    .poll(async () => (await seen(opened)).reach, { timeout, interval: 50 })
    .toMatchObject(states);

/**
 * The design asks for five seconds. On a machine that others use at the same time that is
 * no test; so the bound is wide, and what was measured is told.
 */
async function within5Seconds(
  what: string,
  done: () => Promise<unknown>,
): Promise<void> {
  const begun = performance.now();
  await done();
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  process.stdout.write(`coming back, ${what}: ${seconds} s\n`);
}

/** Keeps hold of the page's data channels, so that those of now can be made to swallow all. */
const watchLinks = (opened: Page) =>
  opened.evaluate(() => {
    const alive = new Set<RTCDataChannel>();
    const dead = new WeakSet<RTCDataChannel>();
    const { prototype } = RTCDataChannel;
    const send = Reflect.get(prototype, 'send') as (
      data: Uint8Array<ArrayBuffer>,
    ) => void;
    Object.assign(prototype, {
      send(this: RTCDataChannel, data: Uint8Array<ArrayBuffer>) {
        alive.add(this);
        if (!dead.has(this)) Reflect.apply(send, this, [data]);
      },
    });
    const cut = () => alive.forEach((channel) => dead.add(channel));
    Object.assign(globalThis, { links: { cut } });
  });

test.runIf(isThorough)(
  '[M5] a page that was frozen for long has its links again soon after',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const biel = await openPage('Biel', 'member', await founding(ana));
    await linked([ana, biel]);
    // No line of its code runs any more, as on a phone that sleeps; its connections stand.
    const cdp = await biel.context().newCDPSession(biel);
    await cdp.send('Debugger.enable');
    const asleep = new Promise<void>((resolve) =>
      cdp.once('Debugger.paused', () => resolve()),
    );
    await cdp.send('Debugger.pause');
    await asleep;
    await expect
      .poll(async () => (await seen(ana)).peers, { timeout: 20_000 })
      .toEqual([]);
    await ana.evaluate(() => page.help());

    await cdp.send('Debugger.resume');
    await biel.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await within5Seconds('a frozen page', () => linked([ana, biel]));
    await biel.evaluate(() => page.help());
    await expect.poll(async () => (await seen(ana)).entries).toBe(5);
  },
  90_000,
);

test('[M5] another network: links that died without a word are noticed and made anew', async () => {
  const ana = await openPage('Ana', 'founder');
  await watchLinks(ana);
  const biel = await openPage('Biel', 'member', await founding(ana));
  await watchLinks(biel);
  await linked([ana, biel]);
  // Each has said something on them by now: a ping at least.
  await biel.evaluate(() => page.help());
  await expect.poll(async () => (await seen(ana)).entries).toBe(4);
  // Before they are cut: a slow machine may miss them of itself before the page is back.
  const { losses } = await seen(biel);
  for (const each of [ana, biel]) await each.evaluate(() => links.cut());

  await biel.evaluate(() => window.dispatchEvent(new Event('online')));
  await within5Seconds('another network', async () => {
    await expect
      .poll(async () => (await seen(biel)).losses, { timeout: 15_000, interval: 20 })
      .toBeGreaterThan(losses);
    await linked([ana, biel]);
  });
  await ana.evaluate(() => page.help());
  await expect.poll(async () => (await seen(biel)).entries).toBe(5);
}, 90_000);

test.runIf(isThorough)(
  '[M5] offline and back: the relay is dialled at once, and the truth is told meanwhile',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const held = await founding(ana);
    const address = relayAddress();
    await reaches(ana, { [address]: 'live' });
    const { port } = relay;
    await ana.context().setOffline(true);
    await relay.close();
    await reaches(ana, { [address]: 'dead' });

    await startAgain(port);
    const biel = await openPage('Biel', 'member', held);
    await reaches(biel, { [address]: 'live' });
    await ana.context().setOffline(false);
    await within5Seconds('offline and back', () => linked([ana, biel]));
  },
  90_000,
);

test('[M5] [M10] all relays are dead, and one comes back', async () => {
  const second = await startRelay({ port: 0 });
  const there = `ws://localhost:${second.port}/relay`;
  const relays = [relayAddress(), there];
  const { port } = relay;
  const ana = await openPage('Ana', 'founder', [], relays);
  const held = await founding(ana);
  const biel = await openPage('Biel', 'member', held, relays);
  await linked([ana, biel]);
  await relay.close();
  await second.close();
  // Links need no relay.
  await reaches(ana, Object.fromEntries(relays.map((each) => [each, 'dead'])));
  await biel.evaluate(() => page.help());
  await expect.poll(async () => (await seen(ana)).entries).toBe(4);
  await biel.evaluate(() => page.close());
  await expect.poll(async () => (await seen(ana)).peers).toEqual([]);

  await startAgain(port);
  const carme = await openPage('Carme', 'member', held, relays);
  await ana.evaluate(() => page.wake());
  await within5Seconds('one relay of two', () => linked([ana, carme]));
  await reaches(ana, { [relayAddress()]: 'live', [there]: 'dead' });
}, 90_000);

test.runIf(isThorough)(
  '[M5] [M10] a portal that answers HTML, and one that says nothing, are no relays',
  async () => {
    const html = createServer((_, response) => response.end('<h1>Please sign in</h1>'));
    html.on('upgrade', (_, socket) => {
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Please sign in</h1>',
      );
    });
    const silent = createServer();
    const sockets = new WebSocketServer({ server: silent });
    ends.push(() => sockets.clients.forEach((each) => each.terminate()));
    const [portal, mute] = [await addressOf(html), await addressOf(silent)];
    const relays = [portal, mute, relayAddress()];
    const ana = await openPage('Ana', 'founder', [], relays);
    const biel = await openPage('Biel', 'member', await founding(ana), relays);
    await linked([ana, biel], 30_000);
    await reaches(ana, { [portal]: 'dead', [mute]: 'dead', [relayAddress()]: 'live' });
  },
  90_000,
);

async function addressOf(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `ws://localhost:${(server.address() as AddressInfo).port}/relay`;
}
