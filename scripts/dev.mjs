// npm run dev: Vite's dev server for the app, with the relay beside it. The page asks
// its own origin for /relay, as in the built app; Vite passes that on.
import { parseArgs } from 'node:util';
import { nextFreePort, parsePort, startRelayHere } from './relay.mjs';
import { root, setup } from './setup.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = parsePort(values.port ?? '5173');

setup();
const relay = await startRelayHere({
  port: await nextFreePort(4300, '127.0.0.1'),
  host: '127.0.0.1',
  app: false,
});
process.env['RELAY_PORT'] = new URL(relay.url).port;
const { createServer } = await import('vite');
const server = await createServer({ root, server: { port } });
await server.listen();
server.printUrls();
