#!/usr/bin/env node
// Firefox as Debian packs it, for Playwright: it begins the browser with the arguments it is
// given, and stands between the two sockets. Playwright's way into an unpatched Firefox is made
// for the newest one, and ends at the first command that an older one does not know; of those
// that only emulate it is told here that they were done.
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';
import { findFirefox } from '../../scripts/firefox.mjs';

/** What stories do without: how a screen looks by night is for Chromium to show. */
const dispensable = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(findFirefox() ?? 'firefox', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (status) => process.exit(status ?? 0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => firefox.kill(signal));
}

let said = '';
let isServed = false;
firefox.stderr.on('data', (data) => {
  said += String(data);
  const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said) ?? [];
  if (address === undefined || isServed) return;
  isServed = true;
  serve(address);
});

/** @param {string} address */
function serve(address) {
  const options = { port: 0, host: '127.0.0.1', perMessageDeflate: false };
  const server = new WebSocketServer(options, () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    // Playwright reads this line to know where to go.
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
  server.on('connection', (client, request) => {
    relay(client, new WebSocket(address + (request.url ?? '')));
  });
}

/** A command has a method, an answer that refuses it an error. */
/** @type {(text: string) => { id: number, method: string, error?: string }} */
const read = JSON.parse;
/** A message is one Buffer here. @param {import('ws').RawData} data */
const textOf = (data) => (data instanceof Buffer ? data.toString() : '');

/** @param {WebSocket} client @param {WebSocket} browser */
function relay(client, browser) {
  /** @type {Set<number>} */
  const asked = new Set();
  const isOpen = new Promise((resolve) => browser.once('open', resolve));
  client.on('message', (data) => {
    const text = textOf(data);
    const { id, method } = read(text);
    if (dispensable.has(method)) asked.add(id);
    void isOpen.then(() => browser.send(text));
  });
  browser.on('message', (data) => {
    const text = textOf(data);
    const { id, error = '' } = read(text);
    const isUnknown = asked.delete(id) && /^unknown (command|method)$/.test(error);
    const done = JSON.stringify({ type: 'success', id, result: {} });
    client.send(isUnknown ? done : text);
  });
  client.on('close', () => browser.close());
  browser.on('close', () => client.close());
}
