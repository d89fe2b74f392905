// node scripts/golden.mjs: once per release, by hand. Writes test/golden/<version>/: the
// disks of three phones, the archive one of them makes, and what both must come to. From
// then on `npm test` opens them, for ever: a release that is out is never written again.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { chromiumLaunch } from './chromium.mjs';
import { root, setup } from './setup.mjs';

/**
 * Runs in the page: chance that repeats, so that writing again changes what a format
 * changed and nothing else. It reaches keys too, where the engine makes none itself.
 */
function makeChanceRepeat() {
  let state = 0x9e3779b9;
  crypto.getRandomValues = (/** @type {any} */ array) => {
    for (let at = 0; at < array.length; at++) {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
      array[at] = (state ^ (state >>> 13)) & 0xff;
    }
    return array;
  };
  const refuse = () => Promise.reject(new Error('No keys of the engine'));
  crypto.subtle.generateKey = /** @type {any} */ (refuse);
}

setup({ browser: true });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, ws: false },
});
await server.listen();
const [origin = ''] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(chromiumLaunch());
try {
  const page = await browser.newPage();
  const blank = new URL('blank', origin).href;
  const body = '<!doctype html><title>Golden</title>';
  await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(blank);
  // A day like any other, so that what is written does not say when it was.
  await page.clock.setFixedTime('2026-05-12T09:10:00Z');
  await page.evaluate(makeChanceRepeat);
  const golden = await page.evaluate(async (app) => {
    const path = '/test/writeGolden.ts';
    const { writeGolden } =
      /** @type {typeof import('../test/writeGolden.ts')} */
      (await import(/* @vite-ignore */ path));
    return writeGolden(app);
  }, version);
  const folder = join(root, 'test/golden', version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'archive.zip'), Buffer.from(golden.archive, 'base64url'));
  for (const name of /** @type {const} */ (['store', 'expected'])) {
    const text = `${JSON.stringify(golden[name], null, 1)}\n`;
    writeFileSync(join(folder, `${name}.json`), text);
  }
  console.log(`Written into ${folder}`);
} finally {
  await browser.close();
  await server.close();
}
