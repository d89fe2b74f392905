// npm start: from a fresh clone to a running community app with one command.
// Installs when needed, builds when something changed, then serves app and relay.
import { parseArgs } from 'node:util';
import { buildApp } from './build.mjs';
import { parsePort, startRelayHere } from './relay.mjs';
import { setup } from './setup.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' } },
});
const port = parsePort(values.port);

setup();
console.log((await buildApp()) ? 'Built the app.' : 'The app is built already.');
const relay = await startRelayHere({
  port,
  ...(values.host ? { host: values.host } : {}),
});
console.log(`
  Manyhands is open at  ${relay.url}

  Open it in two browser windows (one of them private) to be two people.
  Ctrl-C closes it. Communities live on in the browsers.
`);
