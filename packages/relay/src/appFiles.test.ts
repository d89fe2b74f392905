import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRelay } from './startRelay.ts';
import type { Relay } from './startRelay.ts';

let folder: string;
let relay: Relay;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(dist, '.vite'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'dist-secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Manyhands</title>');
  await writeFile(join(dist, 'sw.js'), 'const VERSION = 1;');
  await writeFile(join(dist, '.vite/manifest.json'), '{}');
  await writeFile(join(dist, 'assets/main-B7Xa_9-k.js'), 'export {};');
  await writeFile(join(dist, 'assets/atkinson-Cq1Zx0Ab.woff2'), 'wOF2');
  await symlink(join(folder, 'secret.txt'), join(dist, 'way-out.txt'));
  relay = await startRelay({ port: 0, staticDir: dist });
});

afterAll(async () => {
  await relay.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** Sends `path` as it stands: fetch would tidy it up first. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: relay.port, path, headers, method };
    const asked = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('[R6] the app is served as a browser wants it', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    [
      '/assets/main-B7Xa_9-k.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    [
      '/assets/atkinson-Cq1Zx0Ab.woff2?v=1',
      'font/woff2',
      'public, max-age=31536000, immutable',
    ],
  ])('%s', async (path, type, caching) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': caching });
  });

  test('a path of the app’s own router gets the app; a missing file is missing', async () => {
    const own = await ask('/join/us');
    expect(own.body.toString()).toContain('<title>Manyhands</title>');
    expect(own.headers['cache-control']).toBe('no-cache');
    expect((await ask('/assets/gone-B7Xa_9-k.js')).status).toBe(404);
  });

  test('an unchanged file is not sent twice', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { 'If-None-Match': String(headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  test('text is compressed for who asks; what is compressed already is not', async () => {
    const zipped = await ask('/', { 'Accept-Encoding': 'br, gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toContain('Manyhands');
    const font = await ask('/assets/atkinson-Cq1Zx0Ab.woff2', {
      'Accept-Encoding': 'gzip',
    });
    expect(font.headers['content-encoding']).toBeUndefined();
  });

  test('a range, also one that cannot be, is answered with the whole file', async () => {
    const whole = await ask('/sw.js');
    for (const range of ['bytes=5-2', 'bytes=-5', 'bytes=0-1', 'bytes=99999-']) {
      const { status, body } = await ask('/sw.js', { Range: range });
      expect([status, body]).toEqual([200, whole.body]);
    }
  });

  test('a file that comes or goes while the relay runs is there, or missing', async () => {
    await writeFile(join(folder, 'dist/late.txt'), 'late');
    expect((await ask('/late.txt')).body.toString()).toBe('late');
    await rm(join(folder, 'dist/late.txt'));
    expect((await ask('/late.txt')).status).toBe(404);
  });

  test('HEAD answers without a body, and other methods are refused', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fdist-secret.txt',
  '/../dist-secret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/way-out.txt',
  '/.vite/manifest.json',
  '/%00',
  '/%zz',
  '//secret.txt',
  'http://elsewhere/secret.txt',
])('[R7] no way out of the folder: %s', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body.toString()).not.toContain('secret');
});

test('[R8] every answer carries the security headers', async () => {
  for (const path of ['/', '/sw.js', '/missing.txt', '/%zz']) {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});
