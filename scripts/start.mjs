// npm start: from a fresh clone to a running community app with one command.
// Installs when needed, builds when something changed, then serves app and relay.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePort, startRelayHere } from './relay.mjs';
import { root, setup } from './setup.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' } },
});
const port = parsePort(values.port);

setup();
// In a process of its own: the compiler would stay in memory as long as the app is served.
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
const relay = await startRelayHere({
  port,
  ...(values.host ? { host: values.host } : {}),
});
console.log(`
  Manyhands is open at  ${relay.url}

  Open it in two browser windows (one of them private) to be two people.
  Ctrl-C closes it. Communities live on in the browsers.
`);
