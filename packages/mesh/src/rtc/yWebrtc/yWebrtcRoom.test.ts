import { once } from 'node:events';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ShortCode } from '@manyhands/ledger';
import { keysOfCode } from '../../crossing.ts';
import { introducerContract } from '../../testing/introducerContract.ts';
import type { Looker } from '../../testing/looker.ts';
import {
  blankPage,
  clockedPage,
  openInPage,
  openPage,
  quiet,
  relay,
  relayAddress,
  startAgain,
  stopClock,
} from '../../testing/meetingBrowser.ts';
import type { MeetingPage, Seen } from '../../testing/meetingPage.ts';
import { isThorough } from '@manyhands/testing';

/** Devices in separate browser contexts, real WebRTC, the real relay. */
declare const page: MeetingPage;

const seen = (opened: Page): Promise<Seen> => opened.evaluate(() => page.seen());
const founding = (opened: Page) => opened.evaluate(() => page.founding());

const agree = (pages: Page[], entries: number) =>
  expect
    .poll(async () => {
      const all = await Promise.all(pages.map(seen));
      return all.map((each) => [each.entries, each.peers.length]);
    })
    .toEqual(pages.map(() => [entries, pages.length - 1]));

test('[M1] three devices meet through a relay, and talk without it', async () => {
  const ana = await openPage('Ana', 'founder');
  const held = await founding(ana);
  const biel = await openPage('Biel', 'member', held);
  const carme = await openPage('Carme', 'member', held);
  const all = [ana, biel, carme];
  await agree(all, 3);

  await carme.evaluate(() => page.help());
  await agree(all, 4);
  const digests = (await Promise.all(all.map(seen))).map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(1);

  await relay.close();
  await biel.evaluate(() => page.help());
  await agree(all, 5);
  // Nothing of it was said to other pages of this origin.
  expect((await Promise.all(all.map(seen))).map(({ overheard }) => overheard)).toEqual([
    0, 0, 0,
  ]);
});

test.runIf(isThorough)(
  '[M5] two rooms, one link: then the relay hears no more of them',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const biel = await openPage('Biel', 'member', await founding(ana));
    await agree([ana, biel], 3);
    await quiet();
    await agree([ana, biel], 3);
  },
);

test('[M12] a newcomer is let in through the lobby, by one of those who stand there', async () => {
  const ana = await openPage('Ana', 'founder');
  const biel = await openPage('Biel', 'member', await founding(ana));
  await agree([ana, biel], 3);
  const didac = await openPage('Didac', 'newcomer');
  await agree([ana, biel, didac], 4);
  expect((await seen(ana)).asked + (await seen(biel)).asked).toBe(1);

  await didac.evaluate(() => page.help());
  await agree([ana, biel, didac], 5);
});

test.runIf(isThorough)(
  '[M12] a further device waits for its owner’s yes, and is in soon after it',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const biel = await openPage('Biel', 'member', await founding(ana));
    await agree([ana, biel], 3);
    const asking = performance.now();
    const laptop = await openPage('Biel', 'device');
    // Ana's phone knows nothing of it, Biel's has been asked again by now.
    await expect.poll(async () => (await seen(biel)).asked).toBeGreaterThan(1);
    expect((await seen(laptop)).peers).toEqual([]);

    const before = await biel.evaluate(() => {
      page.sayYes();
      return page.seen().asked;
    });
    await agree([ana, biel, laptop], 4);
    // With the next question.
    expect((await seen(biel)).asked).toBeLessThanOrEqual(before + 1);
    // Once more when Biel's word has made all forget whom they left alone; else after 8 s.
    const { asked } = await seen(ana);
    expect(asked).toBeLessThanOrEqual(2 + (performance.now() - asking) / 8_000);
  },
);

test('[M2] whoever has the secret and is no member gets nothing, and is not dialled for ever', async () => {
  const ana = await openPage('Ana', 'founder');
  const held = await founding(ana);
  const stranger = await openPage('Didac', 'stranger', held);
  await expect
    .poll(async () => (await seen(stranger)).refused.length)
    .toBeGreaterThan(0);
  await quiet();
  expect(new Set((await seen(stranger)).refused)).toEqual(new Set(['Stranger']));
  expect(relay.stats().messages).toBeLessThan(80);
  expect((await seen(stranger)).peers).toEqual([]);
  expect((await seen(ana)).peers).toEqual([]);
});

test.runIf(isThorough)(
  '[M5] a device that closed its page and opened it again is met again',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const held = await founding(ana);
    const biel = await openPage('Biel', 'member', held);
    await agree([ana, biel], 3);
    await biel.context().close();
    await expect.poll(async () => (await seen(ana)).peers).toEqual([]);
    const again = await openPage('Biel', 'member', held);
    await agree([ana, again], 3);
  },
);

test.runIf(isThorough)(
  '[M1] a room that is left and entered again at once is entered',
  async () => {
    const relays = [relayAddress()];
    const place = { room: '11'.repeat(32), password: '22'.repeat(32), relays };
    const ana = await blankPage('Ana');
    await ana.evaluate((of) => page.lurk(of), place);
    const biel = await blankPage('Biel');
    await biel.evaluate((of) => page.lurkAgain(of), place);
    for (const each of [ana, biel]) {
      await expect.poll(() => each.evaluate(() => page.met())).toBe(1);
    }
  },
);

test('[M5] a page that goes is missed at once, and one that only seems to go stays', async () => {
  const ana = await clockedPage('Ana');
  await openInPage(ana, 'Ana', 'founder');
  const biel = await openPage('Biel', 'member', await founding(ana));
  await agree([ana, biel], 3);
  // As a link to a messenger does, in a page that stays.
  await biel.evaluate(() => window.dispatchEvent(new Event('beforeunload')));
  await biel.evaluate(() => page.help());
  await agree([ana, biel], 4);
  expect([(await seen(ana)).losses, (await seen(biel)).losses]).toEqual([0, 0]);

  // Without a heartbeat that would miss it later.
  await stopClock(ana);
  await biel.goto('about:blank');
  await expect.poll(async () => (await seen(ana)).peers).toEqual([]);
});

test.runIf(isThorough)(
  '[M5] when the relay comes back, whoever waited is met',
  async () => {
    const ana = await openPage('Ana', 'founder');
    const { port } = relay;
    await expect.poll(() => relay.stats().connections).toBe(1);
    await relay.close();
    const held = await founding(ana);
    await startAgain(port);
    const biel = await openPage('Biel', 'member', held);
    await ana.evaluate(() => page.wake());
    await agree([ana, biel], 3);
  },
);

test('[M1] what a hostile caller of the relay says disturbs no page', async () => {
  const ana = await openPage('Ana', 'founder');
  const topics = await ana.evaluate(() => page.rooms());
  await expect.poll(() => relay.stats().rooms).toBe(2);
  const mallory = new WebSocket(relayAddress());
  await once(mallory, 'open');
  const say = (message: unknown) => mallory.send(JSON.stringify(message));
  say({ type: 'subscribe', topics });
  for (const topic of topics) {
    for (const data of ['', 'AAAA', '%%%', 'B0FFUy1HQ00M', 'x'.repeat(10_000)]) {
      say({ type: 'publish', topic, data });
    }
  }
  const pong = once(mallory, 'pong');
  mallory.ping();
  await pong;

  const biel = await openPage('Biel', 'member', await founding(ana));
  await agree([ana, biel], 3);
  mallory.terminate();
});

const link = 'https://app.example/#d/hwFYIAwMDAwMDAwMDAwMDAwMDAwMDA';
const pass = (opened: Page) =>
  opened.evaluate((given) => page.pass(...given), [link, [relayAddress()]] as [
    string,
    string[],
  ]);
const take = (opened: Page, code: ShortCode) =>
  opened.evaluate((given) => page.take(...given), [code, [relayAddress()]] as [
    ShortCode,
    string[],
  ]);

test('[M14] a link crosses by a typed code, while a mesh goes on beside it', async () => {
  const ana = await openPage('Ana', 'founder');
  const code = await pass(ana);
  const biel = await blankPage('Biel');
  expect(await take(biel, code)).toEqual({ ok: true, value: link });
  expect(await ana.evaluate(() => page.passed())).toEqual({ ok: true });
  // Ana's mesh has its two rooms still, and the one of the code is gone.
  await expect.poll(() => relay.stats().rooms).toBe(2);
});

test('[M14] a relay that knows the room and not the code gets nothing, and puts nothing in', async () => {
  const ana = await blankPage('Ana');
  const code = await pass(ana);
  const { room } = keysOfCode(code);
  await expect.poll(() => relay.stats().rooms).toBe(1);

  // Mallory hears all that is said there, says things, and waits with a guess.
  const mallory = new WebSocket(relayAddress());
  const heard: string[] = [];
  mallory.on('message', (data: Buffer) => heard.push(data.toString()));
  await once(mallory, 'open');
  const say = (message: unknown) => mallory.send(JSON.stringify(message));
  say({ type: 'subscribe', topics: [room] });
  const lurker = await blankPage('Mallory');
  await lurker.evaluate((place) => page.lurk(place), {
    room,
    password: '00'.repeat(32),
    relays: [relayAddress()],
  });
  say({ type: 'publish', topic: room, data: 'AAAA' });

  const biel = await blankPage('Biel');
  const taking = take(biel, code);
  await expect.poll(() => heard.length).toBeGreaterThan(2);
  for (const message of heard.slice()) mallory.send(message);
  expect(await taking).toEqual({ ok: true, value: link });
  expect(await lurker.evaluate(() => page.met())).toBe(0);
  expect(heard.join()).not.toContain('#d/');
  expect(heard.join()).not.toContain(code);
  expect(heard.join()).not.toContain('fingerprint');
  mallory.terminate();
});

/** Who looks in a page. */
const lookerIn = (opened: Page): Looker => ({
  met: () => opened.evaluate(() => page.looking().met()),
  say: (...of) => opened.evaluate((given) => page.looking().say(...given), of),
  dismiss: (...of) => opened.evaluate((given) => page.looking().dismiss(...given), of),
  forgive: (which) => opened.evaluate((of) => page.looking().forgive(of), which),
  announce: () => opened.evaluate(() => page.looking().announce()),
  wake: () => opened.evaluate(() => page.looking().wake()),
  close: () => opened.evaluate(() => page.looking().close()),
});

test('[M5] who has enough may answer nobody, and answers who says again that they are there', async () => {
  const place = { room: '55'.repeat(32), password: '66'.repeat(32) };
  const where = { ...place, relays: [relayAddress()] };
  const [biel, ana] = [await blankPage('Biel'), await blankPage('Ana')];
  // By chance he does not dial who comes; then he would.
  await biel.evaluate((of) => {
    Math.random = () => 0.999;
    return page.look(of, 8);
  }, where);
  await ana.evaluate((of) => page.look(of), where);
  await expect.poll(() => relay.stats().rooms).toBe(1);
  await quiet();
  expect(await lookerIn(ana).met()).toEqual([]);
  await biel.evaluate(() => {
    Math.random = () => 0;
  });
  await lookerIn(ana).announce();
  await expect.poll(() => lookerIn(ana).met()).toMatchObject([{ role: 'answerer' }]);
});

introducerContract('rooms on a relay, over WebRTC', () => ({
  async enter(name) {
    const place = { room: '33'.repeat(32), password: '44'.repeat(32) };
    const opened = await blankPage(name);
    const where = { ...place, relays: [relayAddress()] };
    await opened.evaluate((of) => page.look(of), where);
    return lookerIn(opened);
  },
}));
