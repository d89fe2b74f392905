import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';
import { asking, HonestBrowser, rawLine, upgrading } from './testing/rawLine.ts';
import type { RawLine } from './testing/rawLine.ts';

let folder: string;
let relay: Relay;
const browsers: HonestBrowser[] = [];
/** More than the system takes in for a reader that does not read. */
const large = 32 * 1024 * 1024;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Manyhands</title>');
  await writeFile(join(folder, 'assets/main-B7Xa_9-k.js'), 'x'.repeat(300_000));
  const file = await open(join(folder, 'large.bin'), 'w');
  await file.truncate(large);
  await file.close();
  // Read piece by piece for each answer, and read by whoever does read in one go.
  await writeFile(join(folder, 'streamed.bin'), 'y'.repeat(2_200_000));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  browsers.splice(0).forEach((browser) => browser.close());
  await relay.close();
});

async function start(options: Partial<RelayOptions> = {}): Promise<void> {
  relay = await startRelay({ port: 0, staticDir: folder, ...options });
}

function browse(from?: string, connections?: number): HonestBrowser {
  const browser = new HonestBrowser(relay.port, from, connections);
  browsers.push(browser);
  return browser;
}

const dial = (from?: string) => rawLine(relay.port, from);

/** A line on which an answer is under way that nobody reads. */
async function stalled(from?: string): Promise<RawLine> {
  const line = await dial(from);
  line.socket.write(asking('/large.bin'));
  await line.hears('HTTP/1.1 200');
  line.socket.pause();
  return line;
}

const answersIn = (heard: string) => heard.split('HTTP/1.1 ').length - 1;

describe('[R10] [findings/H18] one answer at a time on a connection', () => {
  const after: [string, string][] = [
    ['a second request', asking('/')],
    ['HEAD', asking('/', 'HEAD')],
    ['a request without a host', 'GET / HTTP/1.1\r\n\r\n'],
    ['one that expects something', asking('/', 'GET', 'Expect: a miracle\r\n')],
    ['one that expects to continue', asking('/', 'PUT', 'Expect: 100-continue\r\n')],
    ['a WebSocket', upgrading()],
    ['one to another place', upgrading('/elsewhere')],
    ['nonsense', 'nonsense\r\n\r\n'],
  ];

  test.each(after)('%s while the first is answered ends it', async (_, second) => {
    await start();
    const line = await stalled();
    line.socket.write(second);
    await expect.poll(() => relay.stats().slots).toBe(0);
    line.socket.resume();
    await line.ended;
    expect(answersIn(line.heard())).toBe(1);
    expect(line.socket.bytesRead).toBeLessThan(large);
  });

  test.each(after)('%s in one piece with the first ends it', async (_, second) => {
    await start();
    const line = await dial();
    line.socket.write(asking('/') + second);
    await line.ended;
    expect(line.heard()).not.toContain('200 OK');
    expect(line.heard()).not.toContain('101 Switching');
    expect(relay.stats()).toMatchObject({ slots: 0, cutOff: 1 });
  });

  test('thousands of requests in one piece are not even read', async () => {
    await start();
    const line = await dial();
    line.socket.write(asking('/assets/main-B7Xa_9-k.js', 'HEAD').repeat(2_000));
    await line.ended;
    expect(answersIn(line.heard())).toBe(0);
    expect(relay.stats().cutOff).toBe(1);
  });

  test('also where the pieces are cut in the midst of what ends a request', async () => {
    await start();
    const line = await stalled();
    const second = asking('/');
    line.socket.write(second.slice(0, -1));
    await new Promise((resolve) => setImmediate(resolve));
    line.socket.write(second.slice(-1) + second);
    await expect.poll(() => relay.stats().slots).toBe(0);
  });

  test('without an app it is the same', async () => {
    relay = await startRelay({ port: 0 });
    const line = await dial();
    line.socket.write(asking('/') + asking('/'));
    await line.ended;
    expect(answersIn(line.heard())).toBe(0);
  });
});

describe('[R10] what an honest browser does', () => {
  test('many requests, one after the other, on one connection', async () => {
    await start();
    const browser = browse('127.0.0.1', 1);
    for (let i = 0; i < 150; i++) {
      for (const path of ['/', '/assets/main-B7Xa_9-k.js', '/gone.js', '/a/b']) {
        const gzip = i % 2 === 0 ? { 'Accept-Encoding': 'gzip' } : {};
        expect((await browser.fetch(path, gzip as Record<string, string>)).status).toBe(
          path === '/gone.js' ? 404 : 200,
        );
      }
    }
    for (let i = 0; i < 10; i++) {
      expect((await browser.fetch('/streamed.bin')).body).toHaveLength(2_200_000);
    }
    expect(relay.stats()).toMatchObject({ slots: 1, cutOff: 0 });
  });

  test('asks again the moment it has the last byte', async () => {
    await start();
    const line = await dial();
    const whole = 2_200_000;
    for (let round = 1; round <= 30; round++) {
      line.socket.write(asking('/streamed.bin'));
      await expect
        .poll(() => line.socket.bytesRead, { interval: 0 })
        .toBeGreaterThan(whole * round);
    }
    expect(relay.stats().cutOff).toBe(0);
  });

  test('a WebSocket on a connection that has been answered before', async () => {
    await start();
    const line = await dial();
    line.socket.write(asking('/'));
    await line.hears('</title>');
    line.socket.write(upgrading());
    await line.hears('101 Switching');
    expect(relay.stats()).toMatchObject({ connections: 1, slots: 1 });
    line.socket.destroy();
    await expect.poll(() => relay.stats().slots).toBe(0);
  });

  test('a part of a file asked for: it gets the whole, once', async () => {
    await start();
    const { status, body } = await browse().fetch('/assets/main-B7Xa_9-k.js', {
      Range: `bytes=${Array.from({ length: 500 }, (_, i) => `${i}-`).join(',')}`,
    });
    expect([status, body.length]).toEqual([200, 300_000]);
  });

  test('HEAD of what is kept and of what is not', async () => {
    await start();
    for (const path of ['/', '/large.bin']) {
      const line = await dial();
      line.socket.write(asking(path, 'HEAD', 'Connection: close\r\n'));
      await line.ended;
      expect(line.heard()).toContain('200 OK');
      expect(line.heard().endsWith('\r\n\r\n')).toBe(true);
    }
  });
});

describe('[R10] [findings/H18] so many answers at a time for an address', () => {
  test('a school of forty browsers gets all of the app', async () => {
    await start();
    const school = Array.from({ length: 40 }, () => browse('127.0.7.1'));
    const asked = school.flatMap((browser) =>
      Array.from({ length: 12 }, () => browser.fetch('/assets/main-B7Xa_9-k.js')),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 200));
    expect(relay.stats().cutOff).toBe(0);
  });

  test('the others wait until one is over, and other addresses do not', async () => {
    await start({ limits: { answersPerAddress: 2 } });
    const [first] = [await stalled(), await stalled()];
    let isAnswered = false;
    const waits = browse()
      .fetch('/')
      .then(() => (isAnswered = true));
    for (let i = 0; i < 5; i++) {
      expect((await browse('127.0.0.2').fetch('/')).status).toBe(200);
    }
    expect(isAnswered).toBe(false);
    first.socket.destroy();
    await waits;
  });

  test('who waits too long is told when to come again', async () => {
    await start({ limits: { answersPerAddress: 1, answerWait: 50 } });
    const holding = await stalled();
    const { status, headers } = await browse().fetch('/');
    expect([status, headers['retry-after'], headers.connection]).toEqual([
      503,
      '5',
      'close',
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    holding.socket.destroy();
    await expect.poll(() => relay.stats().slots).toBe(0);
    expect((await browse().fetch('/')).status).toBe(200);
  });

  test('who stops waiting leaves the turn to the next', async () => {
    await start({ limits: { answersPerAddress: 1 } });
    const holding = await stalled();
    const impatient = await dial();
    impatient.socket.write(asking('/'));
    await expect.poll(() => relay.stats().slots).toBe(2);
    const waits = browse().fetch('/');
    impatient.socket.destroy();
    await expect.poll(() => relay.stats().slots).toBe(2);
    holding.socket.destroy();
    expect((await waits).status).toBe(200);
  });
});

describe('[R11] nothing is held for ever', () => {
  const silent: [string, (line: RawLine) => unknown][] = [
    ['that says nothing', () => undefined],
    ['with half a request', (line) => line.socket.write('GET / HTTP/1.1\r\nHost: a')],
    [
      'that says empty lines',
      (line) => {
        const drip = setInterval(() => line.socket.write('\r\n'), 20);
        void line.ended.then(() => clearInterval(drip));
      },
    ],
    [
      'with a header that grows',
      (line) => {
        line.socket.write('GET / HTTP/1.1\r\nHost: ');
        const drip = setInterval(() => line.socket.write('a'), 20);
        void line.ended.then(() => clearInterval(drip));
      },
    ],
    [
      'whose body never ends',
      (line) => {
        line.socket.write(asking('/', 'POST', 'Content-Length: 1000000\r\n'));
        const drip = setInterval(() => line.socket.write('a'), 20);
        void line.ended.then(() => clearInterval(drip));
      },
    ],
    ['that was answered once', (line) => line.socket.write(asking('/'))],
    ['with a wrong key', (line) => line.socket.write(upgrading('/relay', 'short'))],
    ['for a WebSocket elsewhere', (line) => line.socket.write(upgrading('/elsewhere'))],
  ];

  test.each(silent)('a connection %s ends', async (_, act) => {
    await start({ limits: { idleTime: 150 } });
    const line = await dial();
    // The other side of it stays open, as far as it can.
    line.socket.allowHalfOpen = true;
    act(line);
    await line.ended;
    await expect.poll(() => relay.stats().slots).toBe(0);
  });

  test('an answer that nobody reads, and its file', async () => {
    await start({ limits: { answerTime: 150 } });
    await stalled();
    await expect.poll(() => relay.stats().slots).toBe(0);
    // Linux tells which files are open.
    const opened = () => readdir('/proc/self/fd').catch(() => []);
    const names = async () =>
      Promise.all(
        (await opened()).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
      );
    await expect
      .poll(async () => (await names()).filter((name) => name.includes(folder)))
      .toEqual([]);
  });

  test('an answer that is read slowly goes on', async () => {
    await start({ limits: { idleTime: 100 } });
    const line = await stalled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    line.socket.resume();
    await expect.poll(() => line.socket.bytesRead).toBeGreaterThan(large);
  });
});
