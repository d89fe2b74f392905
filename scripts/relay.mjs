// npm run relay: serves the built app and introduces devices, on one port.
// `startRelayHere` is what npm start and npm run dev use too.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleOf } from './bundle.mjs';
import { root, setup, stop } from './setup.mjs';

/** @returns {Promise<typeof import('@manyhands/relay')>} */
const loadRelay = () => import(pathToFileURL(bundleOf('relay')).href);

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 says EADDRNOTAVAIL: nobody else is there either.
    probe.once('error', (cause) => {
      resolve('code' in cause && cause.code === 'EADDRNOTAVAIL');
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Both loopbacks are asked: a browser's "localhost" may mean either. */
async function nextFreePort(/** @type {number} */ wanted, /** @type {string} */ host) {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) {
    if ((await isFree(port, host)) && (await isFree(port, '::1'))) return port;
  }
  return stop(`No free port between ${wanted} and ${wanted + 99}.`);
}

/** @param {string | undefined} text */
export function parsePort(text = '4173') {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  return stop(`--port takes a number from 1 to 65535, not "${text}".`);
}

/**
 * Starts the relay, serving dist/ unless told otherwise. A taken port is stepped over
 * and said so; with `strict` it is an error. `proxies` are reverse proxies of one's own.
 * From then on the process outlives errors that nobody expected, so many of them (relay/R15).
 * @param {{ port: number, host?: string, strict?: boolean, app?: boolean, proxies?: string[] }} options
 */
export async function startRelayHere({
  port: wanted,
  host = '127.0.0.1',
  strict = false,
  app = true,
  proxies = [],
}) {
  const { outliveSomeErrors, startRelay } = await loadRelay();
  const port = strict ? wanted : await nextFreePort(wanted, host);
  if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  const relay = await startRelay({
    port,
    host,
    proxies,
    ...(app ? { staticDir: join(root, 'dist') } : {}),
  });
  outliveSomeErrors((line) => console.error(line));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void relay.close().then(() => process.exit(0)));
  }
  return relay;
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      strict: { type: 'boolean', default: false },
      proxy: { type: 'string', multiple: true, default: [] },
    },
  });
  setup();
  if (!existsSync(join(root, 'dist/index.html'))) {
    stop('The app is not built yet. Run npm start, which builds and serves it.');
  }
  const relay = await startRelayHere({
    port: parsePort(values.port),
    strict: values.strict,
    proxies: values.proxy,
    ...(values.host ? { host: values.host } : {}),
  });
  console.log(`Relay and app: ${relay.url}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
