#!/usr/bin/env node
// Firefox as Debian packs it, for Playwright: it begins the browser with the arguments it is
// given, and stands between the two sockets. Playwright's way into an unpatched Firefox is made
// for the newest one, and ends at the first command that an older one does not know; of those
// that only emulate it is told here that they were done. Node built-ins and ws only.
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';

/** What stories do without: how a screen looks by night is for Chromium to show. */
const dispensable = new Set(['emulation.setMediaFeaturesOverride']);

const path = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const firefox = spawn(path, process.argv.slice(2), {
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

/** @param {WebSocket} client @param {WebSocket} browser */
function relay(client, browser) {
  /** @type {Map<number, string>} */
  const asked = new Map();
  const isOpen = new Promise((resolve) => browser.once('open', resolve));
  client.on('message', (data) => {
    const { id, method } = JSON.parse(String(data));
    if (dispensable.has(method)) asked.set(id, method);
    void isOpen.then(() => browser.send(String(data)));
  });
  browser.on('message', (data) => {
    const answer = JSON.parse(String(data));
    const isUnknown =
      asked.delete(answer.id) && /^unknown (command|method)$/.test(answer.error);
    const { id } = answer;
    client.send(
      isUnknown ? JSON.stringify({ type: 'success', id, result: {} }) : String(data),
    );
  });
  client.on('close', () => browser.close());
  browser.on('close', () => client.close());
}
