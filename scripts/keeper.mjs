// npm run keeper: an always-on device of a member, without a screen (mesh/M11).
//   npm run keeper -- LINK-OR-LETTERS      the first time; without it, it asks
//   npm run keeper                         from then on
//
//   --folder DIR     where it keeps everything (~/.manyhands-keeper)
//   --relay URL      where else to look for others; may be given several times
//   --serve PORT     serves the app and introduces devices too: no other server is needed
//   --proxy ADDRESS  a reverse proxy of yours before it; may be given several times
//   --health PORT    tells a probe whether all is well
//   --host ADDRESS   where these two listen: this machine alone unless told otherwise
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildOf, bundleOf } from './bundle.mjs';
import { root, setup, stop } from './setup.mjs';

/** @param {string} name @param {string | undefined} text */
function portOf(name, text) {
  if (text === undefined) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return stop(`--${name} takes a number from 0 to 65535, not "${text}".`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: join(homedir(), '.manyhands-keeper') },
    relay: { type: 'string', multiple: true, default: [] },
    serve: { type: 'string' },
    proxy: { type: 'string', multiple: true, default: [] },
    health: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const folder = resolve(values.folder);
setup();
const servePort = portOf('serve', values.serve);
const staticDir = join(root, 'dist');
if (servePort !== null && !existsSync(join(staticDir, 'index.html'))) {
  stop('The app is not built yet. Run: node scripts/build.mjs');
}

const file = bundleOf('keeper');
/** @type {typeof import('@manyhands/keeper')} */
const { runKeeper } = await import(pathToFileURL(file).href);
const status = await runKeeper({
  link: positionals.length > 0 ? positionals.join(' ') : null,
  folder,
  relays: values.relay,
  host: values.host,
  healthPort: portOf('health', values.health),
  servePort,
  proxies: values.proxy,
  staticDir,
  build: buildOf(file),
  say: (line) => console.log(line),
});
// The WebRTC library keeps threads of its own, which nobody waits for.
process.exit(status);
